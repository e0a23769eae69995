import type { Home } from "@/lib/home/schema";
import { db } from "@/lib/platform/db/client";
import type { ProposalState, Similar } from "@/lib/proposals/schema";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { MatrixWorld } from "./world";

let count = 0;
const pair = (stem: string) => ({ en: `${stem} ${++count}`, fr: `${stem} ${count}, en français` });

const written = (world: MatrixWorld) => ({
  theme: world.writing.slug,
  regimeArea: "practice",
  title: pair("Proposal"),
  statement: pair("What is proposed"),
  parity: "equal",
  // So many rows would be more than may wait at once.
  send: false,
});

/** A proposal of the organization's, made for this one request. */
async function proposed({ ours, writing, who }: MatrixWorld, state: ProposalState): Promise<string> {
  const [title, statement] = [pair("Proposal"), pair("What is proposed")];
  const made = await db.proposal.create({
    data: {
      organizationId: ours.id,
      authorId: who.representative.id,
      themeId: writing.id,
      regimeArea: "practice",
      ...{ titleEn: title.en, titleFr: title.fr, statementEn: statement.en, statementFr: statement.fr },
      ...{ parity: "equal", state, createdAt: new Date() },
      proposedAt: state === "drafted" ? null : new Date(),
      ...(state === "declined" ? { decidedAt: new Date(), answer: "It is asked already." } : {}),
    },
  });
  return made.id;
}

const seen = { headers: { "if-match": '"1"' } };

const on =
  (state: ProposalState, more: Partial<RequestSpec> = {}): RequestSpecs[string] =>
  async (world) => ({ params: { id: await proposed(world, state) }, ...more });

const listing =
  (state: ProposalState): RequestSpecs[string] =>
  async (world) => {
    const id = await proposed(world, state);
    return { query: { limit: "100", state }, sees: (_, text) => text.includes(id) };
  };

const changing =
  (state: ProposalState): RequestSpecs[string] =>
  async (world) => ({
    params: { id: await proposed(world, state) },
    headers: { "if-match": '"1"' },
    body: written(world),
  });

const view = { stance: "support" };

/** A view that this person keeps, where there is somebody to keep one. */
async function viewed({ shared }: MatrixWorld, personId: string, on = "nothing"): Promise<string> {
  const slug = shared[on]?.proposition ?? "";
  const { id: propositionId } = await db.proposition.findUniqueOrThrow({ where: { slug } });
  const at = { personId, propositionId };
  const kept = { ...at, stance: "support" as const, savedAt: new Date(), note: "For myself." };
  if (personId) await db.personalView.upsert({ where: { personId_propositionId: at }, create: kept, update: {} });
  return slug;
}

export const proposalRequests: RequestSpecs = {
  "proposals.get drafted": on("drafted"),
  "proposals.get proposed": on("proposed"),
  "proposals.get answer": on("declined", { sees: (it) => (it as { answer: string | null }).answer !== null }),
  "home.read proposed": async (world) => {
    await proposed(world, "proposed");
    return { sees: (it) => (it as Home).convening.proposals.total > 0 };
  },
  "proposals.list drafted": listing("drafted"),
  "proposals.list proposed": listing("proposed"),
  "proposals.propose ours": (world) => ({ body: { organization: world.ours.slug, ...written(world) } }),
  "proposals.change drafted": changing("drafted"),
  "proposals.change proposed": changing("proposed"),
  "proposals.withdraw proposed": on("proposed"),
  "proposals.near proposed": async (world) => {
    const id = await proposed(world, "proposed");
    const { titleEn } = await db.proposal.findUniqueOrThrow({ where: { id } });
    return { query: { en: `${titleEn} ${titleEn}` }, sees: (it) => (it as Similar).nearProposals.length > 0 };
  },
  "proposals.history drafted": on("drafted"),
  "proposals.history proposed": on("proposed"),
  "proposals.open proposed": on("proposed", seen),
  "proposals.merge proposed": async (world) => ({
    ...seen,
    params: { id: await proposed(world, "proposed") },
    body: { into: world.shared.nothing?.proposition },
  }),
  "proposals.decline proposed": on("proposed", { ...seen, body: { answer: "It is asked already." } }),
  "proposals.judge proposed": on("proposed", { ...seen, body: { parity: "disputed", note: "They part." } }),
  "proposals.reword fresh": async ({ writing }) => {
    const { slug } = await given.proposition({ theme: writing });
    const body = { title: pair("Reworded"), statement: pair("Said otherwise"), parity: "equal" };
    return { params: { slug }, body, headers: { "if-match": '"1"' } };
  },
  "positions.views.save own": ({ shared }) => ({
    params: { proposition: shared.quiet?.proposition ?? "" },
    body: view,
  }),
  "positions.views.discard own": async (world, subject) => ({
    params: { proposition: await viewed(world, world.who[subject].id) },
  }),
  "positions.views.discard another's": async (world) => ({
    params: { proposition: await viewed(world, (await given.memberOf(world.quiet)).id, "public") },
  }),
  "positions.views.list another's": async (world) => {
    const person = await given.memberOf(world.quiet);
    await viewed(world, person.id);
    await db.personalView.updateMany({ where: { personId: person.id }, data: { note: person.id } });
    return { query: { limit: "100" }, sees: (_, text) => text.includes(person.id) };
  },
};
