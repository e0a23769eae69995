import type { Context } from "@/lib/viewer/api.procedure";
import { committing, deciding, signedIn } from "@/lib/viewer/api.procedure";
import { getRecovery } from "./read.recovery";
import { beginRecoveryInput, recoveryInput, recoveryKey, recoveryState } from "./schema.recovery";
import { agreeToRecovery, beginRecovery, objectToRecovery, withdrawRecovery } from "./write.recovery";

const tags = ["People and mandates"];
const at = "/organizations/{slug}/recovery" as const;

const state = ({ viewer, language }: Context, { slug }: { slug: string }) => getRecovery(viewer, slug, language);

/** Where too few sign for an organization: how somebody comes to sign for it again. */
export const recovery = {
  get: signedIn
    .route({ method: "GET", path: at, summary: "Whether enough people sign for it, and what is done where not", tags })
    .input(recoveryInput)
    .output(recoveryState)
    .handler(({ input, context }) => state(context, input)),
  begin: committing
    .route({
      method: "POST",
      path: at,
      summary: "Name who is to sign again, as its contact; or put yourself forward",
      tags,
      successStatus: 201,
    })
    .input(beginRecoveryInput)
    .output(recoveryState)
    .handler(async ({ input, context }) => {
      await beginRecovery(context.viewer, input);
      return state(context, input);
    }),
  agree: committing
    .route({
      method: "POST",
      path: `${at}/{id}/agreement`,
      summary: "Agree to it as the administrator or the convener; both together announce it",
      tags,
    })
    .input(recoveryKey)
    .output(recoveryState)
    .handler(async ({ input, context }) => {
      await agreeToRecovery(context.viewer, input);
      return state(context, input);
    }),
  object: deciding
    .route({ method: "POST", path: `${at}/{id}/objection`, summary: "Object to it, as one of its people", tags })
    .input(recoveryKey)
    .output(recoveryState)
    .handler(async ({ input, context }) => {
      await objectToRecovery(context.viewer, input);
      return state(context, input);
    }),
  withdraw: deciding
    .route({ method: "POST", path: `${at}/{id}/withdrawal`, summary: "Take it back", tags })
    .input(recoveryKey)
    .output(recoveryState)
    .handler(async ({ input, context }) => {
      await withdrawRecovery(context.viewer, input);
      return state(context, input);
    }),
};
