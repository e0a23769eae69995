import { deciding, publicProcedure, requireIfMatch, setETag } from "@/lib/viewer/api.procedure";
import { openDatePoll } from "./read.date-links";
import {
  datePoll,
  datePollAnswerInput,
  datePollInput,
  reminded,
  remindInput,
  revokedLink,
  revokeLinkInput,
  sendLinkInput,
  sentDateLink,
} from "./schema.date-links";
import { answered } from "./schema.dates";
import { answerByLink, remindOfDates, revokeDateLink, sendDateLink } from "./write.date-links";

const tags = ["Briefings"];
const at = "/briefings/{id}/options" as const;
const byLink = "/date-polls/{token}" as const;

/** Private links to a poll, as its host sends them. */
export const dateLinks = {
  send: deciding
    .route({
      method: "POST",
      path: `${at}/links`,
      summary: "Mail a private link to somebody who is asked; sent again, the one before opens nothing",
      tags,
      successStatus: 201,
    })
    .input(sendLinkInput)
    .output(sentDateLink)
    .handler(({ input, context }) => sendDateLink(context.viewer, input)),
  revoke: deciding
    .route({ method: "DELETE", path: `${at}/links/{link}`, summary: "Take a private link back", tags })
    .input(revokeLinkInput)
    .output(revokedLink)
    .handler(({ input, context }) => revokeDateLink(context.viewer, input.id, input.link)),
  remind: deciding
    .route({
      method: "POST",
      path: `${at}/reminders`,
      summary: "Remind those who have not answered, once a round",
      tags,
    })
    .input(remindInput)
    .output(reminded)
    .handler(({ input, context }) => remindOfDates(context.viewer, input.id)),
};

/** What such a link opens, without an account. */
export const datePolls = {
  open: publicProcedure
    .route({ method: "GET", path: byLink, summary: "The dates behind a private link, changing nothing", tags })
    .input(datePollInput)
    .output(datePoll)
    .handler(({ input, context }) => openDatePoll(context.viewer, input.token, context.address)),
  answer: publicProcedure
    .route({ method: "PUT", path: byLink, summary: "Answer by a private link", tags })
    .input(datePollAnswerInput)
    .output(answered)
    .handler(async ({ input, context }) => {
      const seen = context.ifNoneMatch ? null : requireIfMatch(context);
      const now = await answerByLink(input, seen, context);
      return setETag(context, now.version, now);
    }),
};
