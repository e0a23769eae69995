import { drafting, requireVersion, signedIn, tag } from "@/lib/platform/procedure";
import { getProposition } from "./read";
import { getProposal, listProposals } from "./read.proposals";
import { proposition } from "./schema";
import {
  declineInput,
  mergerInput,
  proposalChange,
  proposalDetail,
  proposalInput,
  proposalList,
  proposalPlace,
  proposalsInput,
  versionInput,
} from "./schema.proposals";
import {
  changeProposal,
  declineProposal,
  mergeProposal,
  openProposal,
  propose,
  reword,
  withdrawProposal,
} from "./write.proposals";

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
    .input(proposalPlace)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      const found = await getProposal(context.viewer, input.id);
      return tag(context, found.version, found);
    }),
  change: drafting
    .route({ method: "PUT", path: at, summary: "Write a proposal anew; If-Match", tags })
    .input(proposalChange)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await changeProposal(context.viewer, input, requireVersion(context));
      return getProposal(context.viewer, input.id);
    }),
  withdraw: drafting
    .route({ method: "POST", path: `${at}/withdrawal`, summary: "Withdraw a proposal", tags })
    .input(proposalPlace)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await withdrawProposal(context.viewer, input.id);
      return getProposal(context.viewer, input.id);
    }),
  open: drafting
    .route({ method: "POST", path: `${at}/opening`, summary: "Open it as a proposition; the convener", tags })
    .input(proposalPlace)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await openProposal(context.viewer, input.id);
      return getProposal(context.viewer, input.id);
    }),
  merge: drafting
    .route({ method: "POST", path: `${at}/merger`, summary: "Merge it into a proposition; the convener", tags })
    .input(mergerInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await mergeProposal(context.viewer, input);
      return getProposal(context.viewer, input.id);
    }),
  decline: drafting
    .route({ method: "POST", path: `${at}/decline`, summary: "Decline it with a reason; the convener", tags })
    .input(declineInput)
    .output(proposalDetail)
    .handler(async ({ input, context }) => {
      await declineProposal(context.viewer, input);
      return getProposal(context.viewer, input.id);
    }),
  reword: drafting
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
      await reword(context.viewer, input, requireVersion(context));
      const found = await getProposition(input.slug);
      return tag(context, found.version, found);
    }),
};
