import { committing, signedIn } from "@/lib/viewer/api.procedure";
import { listChanges } from "./read.changes";
import {
  answerChangeInput,
  answeredChange,
  changesInput,
  proposedChange,
  proposeGrantInput,
  proposeRevocationInput,
  proposeRuleInput,
  signOffChangeList,
} from "./schema.changes";
import { answerChange } from "./write.change-answers";
import { proposeGrant, proposeRevocation, proposeRule } from "./write.changes";

const tags = ["People and mandates"];
const at = "/organizations/{slug}/sign-off-changes" as const;

/** Where two sign: what one signatory proposes to change in that, and another confirms. */
export const changes = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "What waits for a second signatory of your organization", tags })
    .input(changesInput)
    .output(signOffChangeList)
    .handler(({ input, context }) => listChanges(context.viewer, input.slug)),
  proposeRule: committing
    .route({
      method: "POST",
      path: `${at}/rule`,
      summary: "Propose another sign-off rule, where two sign",
      tags,
      successStatus: 201,
    })
    .input(proposeRuleInput)
    .output(proposedChange)
    .handler(({ input, context }) => proposeRule(context.viewer, input)),
  proposeGrant: committing
    .route({
      method: "POST",
      path: `${at}/grant`,
      summary: "Propose a mandate that commits your organization, where two sign",
      tags,
      successStatus: 201,
    })
    .input(proposeGrantInput)
    .output(proposedChange)
    .handler(({ input, context }) => proposeGrant(context.viewer, input)),
  proposeRevocation: committing
    .route({
      method: "POST",
      path: `${at}/revocation`,
      summary: "Propose to end somebody’s mandate, where two sign",
      tags,
      successStatus: 201,
    })
    .input(proposeRevocationInput)
    .output(proposedChange)
    .handler(({ input, context }) => proposeRevocation(context.viewer, input)),
  answer: committing
    .route({
      method: "POST",
      path: `${at}/{id}/answer`,
      summary: "Confirm or decline what another signatory proposed; take back your own",
      tags,
    })
    .input(answerChangeInput)
    .output(answeredChange)
    .handler(({ input, context }) => answerChange(context.viewer, input)),
};
