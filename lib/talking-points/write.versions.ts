import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayEdit, mayWrite } from "./policy";
import { changeClaimed, changedKeys, isSameWording, versionObstacle } from "./rules.text";
import type { ClauseInput, VersionInput } from "./schema.text";
import { actorColumns, findActing, lockPoint, type PointContext, readCalendar, refuse } from "./write.context";
import { type ComposedText, composeText, findPropositions, findThemes, insertVersion } from "./write.text";
import { askForTranslations } from "./write.translations";

/**
 * Other words for a talking point. Every answer stays with the words it was given for: those who endorsed are asked again,
 * once, and nothing is moved on their behalf.
 */
export async function postVersion(viewer: Viewer, input: VersionInput, expected: number): Promise<number> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayEdit(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notALead");
    const themeIds = input.themes ? await findThemes(tx, input.themes) : point.themeIds;
    // Of the themes it leaves as well as of those it comes to.
    if (!mayWrite(viewer, { organizationId, themeIds })) throw new Refusal("FORBIDDEN", "notDrafter");
    if (point.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: point.version });
    const actor = await actorColumns(tx, viewer);
    const before = point.current;
    const text = await composeText(tx, input, actor.actorId, await findEarlier(tx, point));
    refuse(versionObstacle({ status: point.status, digest: before.digest }, text.digest));
    requireChanged(input.editorial, before.clauses, text);

    const propositionIds = input.propositions ? await findPropositions(tx, input.propositions) : undefined;
    const { number, change } = await appendVersion(tx, point, {
      ...{ text, organizationId, actor, editorial: input.editorial, summary: input.summary },
      ...{ themeIds, propositionIds, clauses: input.clauses },
    });
    await record(tx, "talkingPoint.reworded", viewer, `talkingPoint/${point.id}`, {
      version: number,
      digest: text.digest,
      change,
    });
    return number;
  });
}

type Appended = {
  text: ComposedText;
  organizationId: string;
  actor: Awaited<ReturnType<typeof actorColumns>>;
  summary: VersionInput["summary"];
  editorial: VersionInput["editorial"];
  themeIds: readonly string[];
  /** Those of the words in force when silent. */
  propositionIds?: readonly string[] | undefined;
  /** As they were written, for whom a translation was asked of. */
  clauses: readonly ClauseInput[];
};

/** The next version of a locked point, with what was judged of clauses that did not change; whoever calls it records it. */
export async function appendVersion(tx: Tx, point: PointContext, it: Appended) {
  const { text, organizationId, actor, editorial, themeIds } = it;
  const before = point.current;
  const number = point.currentVersion + 1;
  const propositionIds = it.propositionIds ?? before.propositions.map(({ propositionId }) => propositionId);
  const { now: createdAt } = await readCalendar(tx);
  const change = changeClaimed({ title: before, clauses: before.clauses }, { title: text, ...text }, editorial);
  const row = { talkingPointId: point.id, number, organizationId, change, createdAt };
  const claims = { summaryEn: it.summary.en || null, summaryFr: it.summary.fr || null };
  const by = { authorId: actor.actorId, byToken: actor.byToken, editorialClauses: [...editorial] };
  await insertVersion(tx, { ...row, ...claims, ...by }, text, { themeIds, propositionIds });
  await keepParity(tx, point, text, number);
  const posted = { talkingPointId: point.id, version: number, organizationId };
  await askForTranslations(tx, posted, text.clauses, it.clauses);
  await tx.talkingPoint.update({
    where: { id: point.id },
    data: { currentVersion: number, version: { increment: 1 } },
  });
  return { number, change };
}

async function findEarlier(tx: Tx, { id, current: { clauses } }: PointContext) {
  const keys = await tx.talkingPointClause.findMany({
    where: { talkingPointId: id },
    distinct: ["key"],
    select: { key: true },
  });
  const authors = new Map(clauses.map((it) => [it.key, it.authorId]));
  return { clauses, authors, keys: new Set(keys.map((it) => it.key)) };
}

/** A claim is about a clause that stays and differs. */
function requireChanged(editorial: readonly string[], before: PointContext["current"]["clauses"], text: ComposedText) {
  const changed = changedKeys(before, text.clauses);
  const stays = (key: string) => [before, text.clauses].every((clauses) => clauses.some((it) => it.key === key));
  const wrong = editorial.findIndex((key) => !changed.has(key) || !stays(key));
  if (wrong >= 0) throw new BadField(`editorial.${wrong}`, "invalid");
}

/** What was judged of a clause's two languages is still true of the same words: it is kept, with the version it was judged in: all of it, as a dispute counts from its first day. */
async function keepParity(tx: Tx, { id, currentVersion, current }: PointContext, text: ComposedText, version: number) {
  const before = new Map(current.clauses.map((it) => [it.key, it]));
  const same = text.clauses.filter((it) => isSameWording(it, before.get(it.key))).map(({ key }) => key);
  const facts = await tx.talkingPointParity.findMany({
    where: { talkingPointId: id, version: currentVersion, clauseKey: { in: same } },
  });
  await tx.talkingPointParity.createMany({
    data: facts.map((it) => ({ ...it, version, judgedVersion: it.judgedVersion ?? currentVersion })),
  });
}
