import { drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { readAgenda } from "./read.agenda";
import { listBriefingsAbout, listDiscussed } from "./read.discussions";
import {
  agendaInput,
  agenda as agendaOutput,
  agendaQuery,
  declineInput,
  discussedList,
  discussionList,
  discussionsInput,
  inheritInput,
  outcomesInput,
  proposeInput,
  takeBackInput,
} from "./schema.agenda";
import { takeOver } from "./write.agenda";
import { declineItem, markOutcomes, proposeItem, takeBackItem } from "./write.agenda-items";
import { saveAgenda } from "./write.agenda-order";

const tags = ["Briefings"];
const at = "/briefings/{id}/agenda" as const;
const atItem = `${at}/items/{item}` as const;

/** What a meeting speaks about: its order, what organizations propose, what was reached, and where a thing was discussed. */
export const agenda = {
  get: signedIn
    .route({ method: "GET", path: at, summary: "The agenda of a meeting, with when each item begins", tags })
    .input(agendaQuery)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      const found = await readAgenda(context.viewer, input.id, { caucus: input.caucus === "true" });
      return setETag(context, found.version, found);
    }),
  save: drafting
    .route({ method: "PUT", path: at, summary: "The whole agenda in its order; whoever hosts; If-Match", tags })
    .input(agendaInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await saveAgenda(context.viewer, input, requireIfMatch(context));
      const found = await readAgenda(context.viewer, input.id, { caucus: true });
      return setETag(context, found.version, found);
    }),
  inherit: drafting
    .route({
      method: "POST",
      path: `${at}/inheritance`,
      summary: "Take over what an earlier meeting did not reach; whoever hosts; If-Match",
      tags,
    })
    .input(inheritInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await takeOver(context.viewer, input, requireIfMatch(context));
      const found = await readAgenda(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  mark: drafting
    .route({
      method: "PUT",
      path: `${at}/outcomes`,
      summary: "Which items were reached; whoever hosts, once the meeting has begun; If-Match",
      tags,
    })
    .input(outcomesInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await markOutcomes(context.viewer, input, requireIfMatch(context));
      const found = await readAgenda(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  propose: drafting
    .route({
      method: "POST",
      path: `${at}/items`,
      summary: "Propose an item for an organization that is asked to come",
      tags,
      successStatus: 201,
    })
    .input(proposeInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await proposeItem(context.viewer, input);
      return readAgenda(context.viewer, input.id);
    }),
  decline: drafting
    .route({
      method: "POST",
      path: `${atItem}/decline`,
      summary: "Leave a proposed item off, with a reason; whoever hosts",
      tags,
    })
    .input(declineInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await declineItem(context.viewer, input);
      return readAgenda(context.viewer, input.id);
    }),
  takeBack: drafting
    .route({ method: "DELETE", path: atItem, summary: "Take back what one’s own organization proposed", tags })
    .input(takeBackInput)
    .output(agendaOutput)
    .handler(async ({ input, context }) => {
      await takeBackItem(context.viewer, input);
      return readAgenda(context.viewer, input.id);
    }),
  about: signedIn
    .route({ method: "GET", path: "/discussions", summary: "The meetings on whose agenda a thing stands", tags })
    .input(discussionsInput)
    .output(discussionList)
    .handler(({ input, context }) => listBriefingsAbout(context.viewer, input)),
  discussed: signedIn
    .route({
      method: "GET",
      path: "/discussions/recommendations",
      summary: "Which recommendations stood on an agenda, and when last",
      tags,
    })
    .output(discussedList)
    .handler(({ context }) => listDiscussed(context.viewer)),
};
