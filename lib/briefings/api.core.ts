import { deciding, drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { listBriefings } from "./read";
import { getBriefing } from "./read.detail";
import { listInvitable } from "./read.invitable";
import {
  attributionInput,
  briefingDetail,
  briefingKey,
  briefingList,
  briefingsInput,
  frameInput,
  planInput,
} from "./schema";
import { invitable } from "./schema.invitable";
import { planBriefing } from "./write";
import { chooseAttribution } from "./write.attribution";
import { changeFrame } from "./write.frame";

const tags = ["Briefings"];
const at = "/briefings/{id}" as const;

/** The meeting itself: its frame, who is invited, and the rule it is held under. */
export const core = {
  list: signedIn
    .route({ method: "GET", path: "/briefings", summary: "Meetings of the network: next, past and overdue", tags })
    .input(briefingsInput)
    .output(briefingList)
    .handler(({ input, context }) => listBriefings(context.viewer, input)),
  invitable: signedIn
    .route({ method: "GET", path: "/briefing-invitees", summary: "Whom a meeting may be asked of", tags })
    .output(invitable)
    .handler(({ context }) => listInvitable(context.viewer, context.language)),
  plan: drafting
    .route({
      method: "POST",
      path: "/briefings",
      summary: "Plan a meeting, or the next one after another",
      tags,
      successStatus: 201,
    })
    .input(planInput)
    .output(briefingDetail)
    .handler(async ({ input, context }) => {
      const found = await getBriefing(context.viewer, await planBriefing(context.viewer, input), context.language);
      return setETag(context, found.version, found);
    }),
  get: signedIn
    .route({ method: "GET", path: at, summary: "One meeting: its frame, sequence, rule and steps", tags })
    .input(briefingKey)
    .output(briefingDetail)
    .handler(async ({ input, context }) => {
      const found = await getBriefing(context.viewer, input.id, context.language);
      return setETag(context, found.version, found);
    }),
  change: drafting
    .route({
      method: "PATCH",
      path: at,
      summary: "Change what a meeting is for, where, and who is invited; If-Match",
      tags,
    })
    .input(frameInput)
    .output(briefingDetail)
    .handler(async ({ input, context }) => {
      await changeFrame(context.viewer, input, requireIfMatch(context));
      const found = await getBriefing(context.viewer, input.id, context.language);
      return setETag(context, found.version, found);
    }),
  chooseAttribution: deciding
    .route({
      method: "PATCH",
      path: `${at}/attribution`,
      summary: "Say what is written of a meeting; tighter alone once it is invited to; If-Match",
      tags,
    })
    .input(attributionInput)
    .output(briefingDetail)
    .handler(async ({ input, context }) => {
      await chooseAttribution(context.viewer, input, requireIfMatch(context));
      const found = await getBriefing(context.viewer, input.id, context.language);
      return setETag(context, found.version, found);
    }),
};
