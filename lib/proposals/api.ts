import { deciding, drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getProposition } from "../propositions/read";
import { proposition } from "../propositions/schema";
import { getProposal, listProposals } from "./read";
import { findSimilar } from "./read.similar";
import { listSteps } from "./read.steps";
import {
  declineInput,
  judgementInput,
  mergerInput,
  proposalChange,
  proposalDetail,
  proposalInput,
  proposalKey,
  proposalList,
  proposalSteps,
  proposalStepsInput,
  proposalsInput,
  similarAnswer,
  similarInput,
  versionInput,
} from "./schema";
import { changeProposal, propose, withdrawProposal } from "./write";
import { declineProposal, judgeParity, mergeProposal, openProposal } from "./write.decisions";
import { reword } from "./write.wordings";

const tags = ["Proposals"];
const at = "/proposals/{id}" as const;

export const proposals = {
  propose: drafting
    .route({ method: "POST", path: "/propositions", summary: "Propose a proposition", tags, successStatus: 201 })
    .input(proposalInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => getProposal(context.viewer, await propose(context.viewer, input))),
  list: signedIn
    .route({ method: "GET", path: "/proposals", summary: "The proposals that you can see, newest first", tags })
    .input(proposalsInput)
    .output(proposalList)
    .handler(({ input, context }) => listProposals(context.viewer, input)),
  get: signedIn
    .route({ method: "GET", path: at, summary: "One proposal, with the propositions that are near it", tags })
    .input(proposalKey)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      const found = await getProposal(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  near: signedIn
    .route({
      method: "GET",
      path: "/near-propositions",
      summary: "What says something near to a sentence being written",
      tags,
    })
    .input(similarInput)
    .output(similarAnswer)
    .handler(({ input, context }) => findSimilar(context.viewer, { en: input.en ?? "", fr: input.fr ?? "" })),
  history: signedIn
    .route({ method: "GET", path: `${at}/history`, summary: "What happened to a proposal, newest first", tags })
    .input(proposalStepsInput)
    .output(proposalSteps)
    .handler(({ input, context }) => listSteps(context.viewer, input)),
  change: drafting
    .route({ method: "PUT", path: at, summary: "Write a proposal anew; If-Match", tags })
    .input(proposalChange)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await changeProposal(context.viewer, input, requireIfMatch(context));
      return getProposal(context.viewer, input.id);
    }),
  withdraw: drafting
    .route({ method: "POST", path: `${at}/withdrawal`, summary: "Withdraw a proposal", tags })
    .input(proposalKey)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await withdrawProposal(context.viewer, input.id);
      return getProposal(context.viewer, input.id);
    }),
  open: deciding
    .route({ method: "POST", path: `${at}/opening`, summary: "Open it as a proposition; the convener; If-Match", tags })
    .input(proposalKey)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await openProposal(context.viewer, { ...input, expected: requireIfMatch(context) });
      return getProposal(context.viewer, input.id);
    }),
  merge: deciding
    .route({
      method: "POST",
      path: `${at}/merger`,
      summary: "Merge it into a proposition; the convener; If-Match",
      tags,
    })
    .input(mergerInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await mergeProposal(context.viewer, { ...input, expected: requireIfMatch(context) });
      return getProposal(context.viewer, input.id);
    }),
  decline: deciding
    .route({ method: "POST", path: `${at}/decline`, summary: "Decline it with a reason; the convener; If-Match", tags })
    .input(declineInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await declineProposal(context.viewer, { ...input, expected: requireIfMatch(context) });
      return getProposal(context.viewer, input.id);
    }),
  judge: deciding
    .route({
      method: "POST",
      path: `${at}/parity`,
      summary: "Say whether both languages say the same; the convener; If-Match",
      tags,
    })
    .input(judgementInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await judgeParity(context.viewer, { ...input, expected: requireIfMatch(context) });
      return getProposal(context.viewer, input.id);
    }),
  reword: deciding
    .route({
      method: "POST",
      path: "/propositions/{slug}/versions",
      summary: "Other words for a proposition; the convener; If-Match says the version in force",
      tags,
      successStatus: 201,
    })
    .input(versionInput)
    .output(proposition)
    .handler(async ({ input, context }) => {
      await reword(context.viewer, input, requireIfMatch(context));
      const found = await getProposition(input.slug);
      return setETag(context, found.version, found);
    }),
};
