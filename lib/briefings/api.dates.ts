import { deciding, drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getPoll } from "./read.dates";
import {
  answered,
  answerInput,
  askInput,
  changeDateInput,
  changedDate,
  chooseInput,
  chosen,
  correctedZone,
  offered,
  offerInput,
  officeAnswerInput,
  openedPoll,
  poll,
  pollInput,
  zoneInput,
} from "./schema.dates";
import { answerDates, answerForOffice } from "./write.date-answers";
import { changeDate, offerDates } from "./write.dates";
import { askForDates, chooseDate } from "./write.poll";
import { correctZone } from "./write.zone";

const tags = ["Briefings"];
const at = "/briefings/{id}" as const;

/** What is answered to a change says how many, never who answered: such an answer may be kept for whoever sends it again. */
export const dates = {
  get: signedIn
    .route({
      method: "GET",
      path: `${at}/options`,
      summary: "The dates of a meeting, who was asked and what they said",
      tags,
    })
    .input(pollInput)
    .output(poll)
    .handler(({ input, context }) => getPoll(context.viewer, input.id)),
  offer: deciding
    .route({
      method: "POST",
      path: `${at}/options`,
      summary: "Offer a date, or those of a pattern",
      tags,
      successStatus: 201,
    })
    .input(offerInput)
    .output(offered)
    .handler(({ input, context }) => offerDates(context.viewer, input)),
  change: deciding
    .route({
      method: "PATCH",
      path: `${at}/options/{option}`,
      summary: "Change a date, which asks again for it alone, or withdraw it; If-Match is its revision",
      tags,
    })
    .input(changeDateInput)
    .output(changedDate)
    .handler(async ({ input, context }) => {
      const now = await changeDate(context.viewer, input, requireIfMatch(context));
      return setETag(context, now.revision, now);
    }),
  correctZone: deciding
    .route({
      method: "POST",
      path: `${at}/options/zone`,
      summary: "Correct a wrong time zone: the hours stay, and those who answered are asked again",
      tags,
    })
    .input(zoneInput)
    .output(correctedZone)
    .handler(({ input, context }) => correctZone(context.viewer, input)),
  ask: deciding
    .route({
      method: "POST",
      path: `${at}/options/asking`,
      summary: "Ask for answers, until a last moment; again after a date was chosen, with a reason",
      tags,
    })
    .input(askInput)
    .output(openedPoll)
    .handler(({ input, context }) => askForDates(context.viewer, input)),
  choose: deciding
    .route({
      method: "POST",
      path: `${at}/schedule`,
      summary: "Choose a date; one that was refused, only knowingly",
      tags,
    })
    .input(chooseInput)
    .output(chosen)
    .handler(({ input, context }) => chooseDate(context.viewer, input)),
  answer: drafting
    .route({
      method: "PUT",
      path: `${at}/options/responses/{organization}`,
      summary: "Answer for an organization; If-Match, or If-None-Match: * for a first answer",
      tags,
    })
    .input(answerInput)
    .output(answered)
    .handler(async ({ input, context }) => {
      const seen = context.ifNoneMatch ? null : requireIfMatch(context);
      const now = await answerDates(context.viewer, input, seen, context.language);
      return setETag(context, now.version, now);
    }),
  answerForOffice: drafting
    .route({
      method: "PUT",
      path: `${at}/options/office-responses/{office}`,
      summary: "Enter what an office answered, with its source, as the host",
      tags,
    })
    .input(officeAnswerInput)
    .output(answered)
    .handler(async ({ input, context }) => {
      const seen = context.ifNoneMatch ? null : requireIfMatch(context);
      const now = await answerForOffice(context.viewer, input, seen, context.language);
      return setETag(context, now.version, now);
    }),
};
