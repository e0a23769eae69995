import { drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getAmendment } from "./read.amendments";
import { listAmendmentsAsOf } from "./read.amendments-as-of";
import { previewConsolidation } from "./read.consolidation";
import { getTalkingPoint } from "./read.detail";
import { talkingPointDetail } from "./schema";
import {
  amendment,
  amendmentAnswerInput,
  amendmentChange,
  amendmentInput,
  amendmentKey,
  amendmentList,
  amendmentsInput,
  handlingInput,
} from "./schema.amendments";
import { consolidation, consolidationInput, consolidationQuery } from "./schema.consolidation";
import { amend, changeAmendment, discardAmendment, withdrawAmendment } from "./write.amendments";
import { consolidate } from "./write.consolidation";
import { answerHandling, handleAmendment } from "./write.handling";

const tags = ["Talking points"];
const at = "/talking-points/{id}/amendments" as const;
const atOne = `${at}/{amendment}` as const;
const atConsolidation = "/talking-points/{id}/consolidation" as const;

export const amendments = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "The amendments to a talking point that you can see", tags })
    .input(amendmentsInput)
    .output(amendmentList)
    .handler(({ input, context }) => listAmendmentsAsOf(context.viewer, input)),
  amend: drafting
    .route({ method: "POST", path: at, summary: "Propose a change to the words in force", tags, successStatus: 201 })
    .input(amendmentInput)
    .output(amendment)
    .handler(async ({ input, context }) => getAmendment(context.viewer, input.id, await amend(context.viewer, input))),
  get: signedIn
    .route({ method: "GET", path: atOne, summary: "One amendment, with its handling and what became of it", tags })
    .input(amendmentKey)
    .output(amendment)
    .handler(({ input, context }) => getAmendment(context.viewer, input.id, input.amendment)),
  change: drafting
    .route({ method: "PUT", path: atOne, summary: "Other words for a draft of an amendment, or open it", tags })
    .input(amendmentChange)
    .output(amendment)
    .handler(async ({ input, context }) => {
      await changeAmendment(context.viewer, input);
      return getAmendment(context.viewer, input.id, input.amendment);
    }),
  discard: drafting
    .route({ method: "DELETE", path: atOne, summary: "Throw a draft of an amendment away", tags, successStatus: 204 })
    .input(amendmentKey)
    .handler(({ input, context }) => discardAmendment(context.viewer, input)),
  withdraw: drafting
    .route({ method: "POST", path: `${atOne}/withdrawal`, summary: "Take an amendment back", tags })
    .input(amendmentKey)
    .output(amendment)
    .handler(async ({ input, context }) => {
      await withdrawAmendment(context.viewer, input);
      return getAmendment(context.viewer, input.id, input.amendment);
    }),
  handle: drafting
    .route({ method: "POST", path: `${atOne}/handling`, summary: "Propose what becomes of an amendment; a lead", tags })
    .input(handlingInput)
    .output(amendment)
    .handler(async ({ input, context }) => {
      await handleAmendment(context.viewer, input);
      return getAmendment(context.viewer, input.id, input.amendment);
    }),
  answer: drafting
    .route({
      method: "POST",
      path: `${atOne}/answer`,
      summary: "Agree with the handling of an amendment, or not",
      tags,
    })
    .input(amendmentAnswerInput)
    .output(amendment)
    .handler(async ({ input, context }) => {
      await answerHandling(context.viewer, input);
      return getAmendment(context.viewer, input.id, input.amendment);
    }),
  preview: signedIn
    .route({
      ...{ method: "GET", path: atConsolidation, tags },
      summary: "What a version of accepted amendments would be, and whom it would ask again",
    })
    .input(consolidationQuery)
    .output(consolidation)
    .handler(async ({ input, context }) => {
      const found = await previewConsolidation(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  consolidate: drafting
    .route({
      ...{ method: "POST", path: atConsolidation, tags, successStatus: 201 },
      summary: "Make one version from accepted amendments; a lead; If-Match",
    })
    .input(consolidationInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      await consolidate(context.viewer, input, requireIfMatch(context));
      const found = await getTalkingPoint(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
};
