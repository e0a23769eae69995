import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { longestCursor } from "@/lib/platform/http/pagination";
import { proposalStates } from "@/lib/proposals/schema";
import { allOrganizationsOf, draftingOrganizationsOf, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** A page for people with an account: a visitor signs in first, and comes back to it. */
async function signedIn(): Promise<Viewer> {
  await requireAccount();
  return getViewer();
}

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));
const querySchema = z.object({
  state: one(z.enum(proposalStates)),
  organization: one(z.string().max(80)),
  cursor: one(z.string().max(longestCursor)),
});

const rowsShown = 50;

/** What was proposed, as the address chooses. */
export async function loadProposals(query: Record<string, string | string[] | undefined>) {
  const viewer = await signedIn();
  const { state, organization, cursor } = querySchema.parse(query);
  const own = allOrganizationsOf(viewer).find(({ slug }) => slug === organization);
  const filter = { ...(state && { state }), ...(own && { organization: own.slug }) };
  const [found, { total: waiting }] = await Promise.all([
    api.proposals.list({ ...filter, limit: rowsShown, ...(cursor && { cursor }) }),
    api.proposals.list({ state: "proposed", limit: 1 }),
  ]);
  return {
    ...found,
    waiting,
    choice: { state, organization: own?.slug, cursor },
    organizations: allOrganizationsOf(viewer),
    mayPropose: draftingOrganizationsOf(viewer).length > 0,
  };
}
export type ProposalsFacts = Awaited<ReturnType<typeof loadProposals>>;

/** What the form of a proposal offers to choose from. */
async function readOptions(viewer: Viewer) {
  const themes = await collectPages((place) => api.themes.list(place));
  return { organizations: draftingOrganizationsOf(viewer), themes, writer: viewer.personId ?? "" };
}

export async function loadProposing() {
  return readOptions(await signedIn());
}
export type ProposingFacts = Awaited<ReturnType<typeof loadProposing>>;

/** One proposal with its history, what is near it, and for the convener all that it could be merged into. */
export async function loadProposal(id: string, writing: boolean) {
  const viewer = await signedIn();
  const proposal = await orNotFound(api.proposals.get({ id }));
  const deciding = proposal.viewer.mayDecide;
  const [steps, options, propositions] = await Promise.all([
    collectPages((place) => api.proposals.history({ ...place, id })),
    readOptions(viewer),
    deciding ? collectPages((place) => api.themes.propositions(place)) : [],
  ]);
  return {
    proposal,
    steps,
    options,
    propositions: propositions.map(({ slug, number, title, statement }) => ({ slug, number, title, statement })),
    writing: writing && proposal.viewer.mayChange,
  };
}
export type ProposalFacts = Awaited<ReturnType<typeof loadProposal>>;

/** A proposition before it is given other words, and what was said of the present ones. */
export async function loadRewording(slug: string) {
  const viewer = await signedIn();
  const proposition = await orNotFound(api.themes.proposition({ slug }));
  const { total: held } = isConvener(viewer) ? await api.positions.list({ proposition: slug, limit: 1 }) : { total: 0 };
  return { proposition, held, may: isConvener(viewer), writer: viewer.personId ?? "" };
}
export type RewordingFacts = Awaited<ReturnType<typeof loadRewording>>;
