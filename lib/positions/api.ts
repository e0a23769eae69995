import {
  committing,
  deciding,
  drafting,
  publicProcedure,
  requireIfMatch,
  setETag,
  signedIn,
} from "@/lib/viewer/api.procedure";
import { annotations } from "./api.annotations";
import { conflicts, views } from "./api.views";
import { getPosition, listOwnPositions, listPositions } from "./read";
import { getHistory } from "./read.history";
import {
  confirmationInput,
  draftInput,
  history,
  historyInput,
  ownPositions,
  ownPositionsInput,
  position,
  positionKeyInput,
  positionList,
  positionsInput,
  signOffInput,
  visibilityInput,
  withdrawalInput,
} from "./schema";
import { confirmationRequest, confirmationRequestInput } from "./schema.confirmation-requests";
import { requestConfirmations } from "./write.confirmation-requests";
import { discardDraft, saveDraft, submitDraft } from "./write.drafts";
import { reaffirm, signOff } from "./write.signing";
import { changeVisibility, withdraw } from "./write.visibility";

const tags = ["Positions"];
const at = "/positions/{organization}/{proposition}" as const;

export const positions = {
  annotations,
  conflicts,
  views,
  list: publicProcedure
    .route({ method: "GET", path: "/positions", summary: "The positions that you can see", tags })
    .input(positionsInput)
    .output(positionList)
    .handler(({ input, context }) => listPositions(context.viewer, input, context.language)),
  ours: signedIn
    .route({ method: "GET", path: "/positions/ours", summary: "What your organizations hold on a proposition", tags })
    .input(ownPositionsInput)
    .output(ownPositions)
    .handler(({ input, context }) => listOwnPositions(context.viewer, input.proposition, context.language)),
  get: publicProcedure
    .route({ method: "GET", path: at, summary: "One position", tags })
    .input(positionKeyInput)
    .output(position)
    .handler(async ({ input, context }) => {
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  history: publicProcedure
    .route({ method: "GET", path: `${at}/history`, summary: "What happened to a position, newest first", tags })
    .input(historyInput)
    .output(history)
    .handler(({ input, context }) => getHistory(context.viewer, input)),
  saveDraft: drafting
    .route({ method: "PUT", path: at, summary: "Write a draft; If-Match, or If-None-Match: * for a first one", tags })
    .input(draftInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await saveDraft(context.viewer, input, context.ifNoneMatch ? null : requireIfMatch(context));
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  discardDraft: drafting
    .route({ method: "DELETE", path: `${at}/draft`, summary: "Discard the draft; the history keeps it", tags })
    .input(positionKeyInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await discardDraft(context.viewer, input, context.ifMatch);
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  submit: drafting
    .route({ method: "POST", path: `${at}/submission`, summary: "Hand the draft to the signatory", tags })
    .input(positionKeyInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await submitDraft(context.viewer, input, context.ifMatch);
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  signOff: committing
    .route({ method: "POST", path: `${at}/sign-off`, summary: "Sign the draft off, or return it; If-Match", tags })
    .input(signOffInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await signOff(context.viewer, input, requireIfMatch(context));
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  withdraw: committing
    .route({ method: "POST", path: `${at}/withdrawal`, summary: "Withdraw what stands", tags })
    .input(withdrawalInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await withdraw(context.viewer, input, context.ifMatch);
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  confirm: committing
    .route({ method: "POST", path: `${at}/confirmation`, summary: "Say that what stands still stands; If-Match", tags })
    .input(confirmationInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await reaffirm(context.viewer, input, requireIfMatch(context));
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  requestConfirmations: deciding
    .route({
      method: "POST",
      path: "/positions/{organization}/confirmation-requests",
      summary: "Hand what is due for review, and not yours to confirm, to those who can; asked again, nothing is sent",
      tags,
    })
    .input(confirmationRequestInput)
    .output(confirmationRequest)
    .handler(({ input, context }) => requestConfirmations(context.viewer, input)),
  changeVisibility: committing
    .route({ method: "PATCH", path: `${at}/visibility`, summary: "Show what stands to fewer or more readers", tags })
    .input(visibilityInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await changeVisibility(context.viewer, input, context.ifMatch);
      const found = await getPosition(context.viewer, input);
      return setETag(context, found.version, found);
    }),
};
