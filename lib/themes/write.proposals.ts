import "server-only";
import { randomUUID } from "node:crypto";
import { record } from "@/lib/activity/record";
import { readClock } from "@/lib/platform/clock";
import { type Tx, transact } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";
import { belongsTo, type Viewer } from "@/lib/platform/viewer";
import { mayDecide, mayPropose, readableBy } from "./policy";
import { decisionObstacle, isOpen, openingObstacle, type ProposalObstacle, toSlug } from "./rules.proposals";
import type { ProposalChange, ProposalInput, VersionInput } from "./schema.proposals";

type Words = Omit<ProposalInput, "organization">;

async function toData(tx: Tx, input: Words) {
  const theme = await tx.theme.findUnique({ where: { slug: input.theme }, select: { id: true } });
  if (!theme) throw new Refusal("NOT_FOUND", "noSuchTheme");
  const { title, statement, reason, regimeArea, parity } = input;
  const bothThere = title.en && title.fr && statement.en && statement.fr;
  return {
    themeId: theme.id,
    regimeArea,
    titleEn: title.en || null,
    titleFr: title.fr || null,
    statementEn: statement.en || null,
    statementFr: statement.fr || null,
    reasonEn: reason.en || null,
    reasonFr: reason.fr || null,
    // Equal to what? One language alone waits for the other.
    parity: bothThere ? parity : ("pending" as const),
  };
}

/** A member would have the network take stances on a sentence. The network sees it; the convener decides. */
export async function propose(viewer: Viewer, { organization: slug, ...input }: ProposalInput): Promise<string> {
  return transact(async (tx) => {
    const organization = await tx.organization.findUnique({ where: { slug }, select: { id: true } });
    if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const data = await toData(tx, input);
    if (!mayPropose(viewer, organization.id, data.themeId)) throw new Refusal("FORBIDDEN", "notDrafter");
    if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
    const at = await readClock(tx);
    const sent = input.send ? { state: "proposed" as const, proposedAt: at } : {};
    const id = randomUUID();
    const by = { organizationId: organization.id, authorId: viewer.personId };
    await tx.proposal.create({ data: { id, ...by, ...data, ...sent, createdAt: at } });
    await record(tx, input.send ? "proposal.proposed" : "proposal.drafted", viewer, `proposal/${id}`);
    return id;
  });
}

/** Its own people write it anew until it is decided on. */
export async function changeProposal(viewer: Viewer, { id, ...input }: ProposalChange, expected: number) {
  await transact(async (tx) => {
    const found = await lock(tx, viewer, id);
    const data = await toData(tx, input);
    if (!mayPropose(viewer, found.organizationId, data.themeId)) throw new Refusal("FORBIDDEN", "notDrafter");
    if (!isOpen(found.state)) throw new Refusal("CONFLICT", "proposalDecided");
    if (found.version !== expected) {
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: found.version });
    }
    const sends = input.send && found.state === "drafted";
    const sent = sends ? { state: "proposed" as const, proposedAt: await readClock(tx) } : {};
    await tx.proposal.update({ where: { id }, data: { ...data, ...sent, version: { increment: 1 } } });
    await record(tx, sends ? "proposal.proposed" : "proposal.changed", viewer, `proposal/${id}`);
  });
}

export async function withdrawProposal(viewer: Viewer, id: string) {
  await transact(async (tx) => {
    const found = await lock(tx, viewer, id);
    if (!mayPropose(viewer, found.organizationId, found.themeId)) throw new Refusal("FORBIDDEN", "notDrafter");
    if (!isOpen(found.state)) throw new Refusal("CONFLICT", "proposalDecided");
    await settle(tx, id, { state: "withdrawn" });
    await record(tx, "proposal.withdrawn", viewer, `proposal/${id}`);
  });
}

/** From now on members take stances on it. Its words are as they were proposed; nobody's stance comes with it. */
export async function openProposal(viewer: Viewer, id: string) {
  await transact(async (tx) => {
    const found = await decide(tx, viewer, id);
    refuse(openingObstacle(found));
    const { titleEn, titleFr, statementEn, statementFr, themeId, regimeArea } = found;
    if (!titleEn || !titleFr || !statementEn || !statementFr) throw new Refusal("CONFLICT", "oneLanguage");
    const held = await tx.proposition.findMany({ select: { slug: true, number: true } });
    const proposition = await tx.proposition.create({
      data: {
        slug: toSlug(titleEn, new Set(held.map((it) => it.slug))),
        number: Math.max(0, ...held.map((it) => it.number)) + 1,
        themeId,
        regimeArea,
        versions: { create: { number: 1, ...toVersion({ titleEn, titleFr, statementEn, statementFr }) } },
      },
      select: { id: true },
    });
    await settle(tx, id, { state: "opened", propositionId: proposition.id });
    await record(tx, "proposal.opened", viewer, `proposal/${id}`, { proposition: proposition.id });
  });
}

export async function mergeProposal(viewer: Viewer, { id, into }: { id: string; into: string }) {
  await transact(async (tx) => {
    refuse(decisionObstacle(await decide(tx, viewer, id)));
    const proposition = await tx.proposition.findUnique({ where: { slug: into }, select: { id: true } });
    if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
    await settle(tx, id, { state: "merged", propositionId: proposition.id });
    await record(tx, "proposal.merged", viewer, `proposal/${id}`, { proposition: proposition.id });
  });
}

export async function declineProposal(viewer: Viewer, { id, answer }: { id: string; answer: string }) {
  await transact(async (tx) => {
    refuse(decisionObstacle(await decide(tx, viewer, id)));
    await settle(tx, id, { state: "declined", answer });
    await record(tx, "proposal.declined", viewer, `proposal/${id}`);
  });
}

/** Other words for a proposition. What was said of the earlier ones stays with them: nothing carries over. */
export async function reword(viewer: Viewer, { slug, title, statement }: VersionInput, expected: number) {
  await transact(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; currentVersion: number }[]>`
      SELECT "id", "currentVersion" FROM "Proposition" WHERE "slug" = ${slug} FOR UPDATE`;
    const [held] = rows;
    if (!held) throw new Refusal("NOT_FOUND", "noSuchProposition");
    if (!mayDecide(viewer)) throw new Refusal("FORBIDDEN", "notTheConvener");
    if (held.currentVersion !== expected) {
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: held.currentVersion });
    }
    const words = { titleEn: title.en, titleFr: title.fr, statementEn: statement.en, statementFr: statement.fr };
    const version = toVersion(words);
    const said = await tx.propositionVersion.findUnique({
      where: { propositionId_number: { propositionId: held.id, number: expected } },
      select: { digest: true },
    });
    if (said?.digest === version.digest) throw new Refusal("CONFLICT", "sameWords");
    const number = expected + 1;
    await tx.propositionVersion.create({ data: { propositionId: held.id, number, ...version } });
    await tx.proposition.update({ where: { id: held.id }, data: { currentVersion: number } });
    await record(tx, "proposition.reworded", viewer, `proposition/${held.id}`, { version: number });
  });
}

type Text = { titleEn: string; titleFr: string; statementEn: string; statementFr: string };

const toVersion = (it: Text) => ({
  ...it,
  digest: digestOf([
    { en: it.titleEn, fr: it.titleFr },
    { en: it.statementEn, fr: it.statementFr },
  ]),
});

async function lock(tx: Tx, viewer: Viewer, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Proposal" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.proposal.findFirst({ where: { AND: [readableBy(viewer), { id }] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchProposal");
  return found;
}

async function decide(tx: Tx, viewer: Viewer, id: string) {
  const found = await lock(tx, viewer, id);
  if (!mayDecide(viewer)) throw new Refusal("FORBIDDEN", "notTheConvener");
  return found;
}

function refuse(obstacle: ProposalObstacle | null) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

type Settled =
  | { state: "withdrawn" }
  | { state: "opened" | "merged"; propositionId: string }
  | { state: "declined"; answer: string };

const settle = async (tx: Tx, id: string, settled: Settled) =>
  tx.proposal.update({
    where: { id },
    data: { ...settled, decidedAt: await readClock(tx), version: { increment: 1 } },
  });
