import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import type { AmendmentState } from "./constants";
import { mayHandle } from "./policy";
import { type AmendmentMatter, amendmentSelect, toMatter } from "./read.amendment-rows";
import { findTexts } from "./read.amendment-texts";
import { isTouched, type Text } from "./rules.amendments";
import { planConsolidation } from "./rules.consolidation";
import { asAccepted, fateOf, isAcceptance } from "./rules.handling";
import { versionObstacle } from "./rules.text";
import type { ConsolidationInput } from "./schema.consolidation";
import { actorColumns, findActing, lockPoint, type PointContext, refuse } from "./write.context";
import type { ComposedText } from "./write.text";
import { appendVersion } from "./write.versions";

/**
 * One version from what was accepted, in one step: what became of every amendment is written with it, and whoever answered is
 * asked again once. What is still open is in nobody's way.
 */
export async function consolidate(viewer: Viewer, input: ConsolidationInput, expected: number): Promise<number> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayHandle(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notALead");
    if (point.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: point.version });
    const actor = await actorColumns(tx, viewer);
    const unsettled = await findUnsettled(tx, point.id);
    const taken = chooseTaken(unsettled, input.amendments);
    const text = compose(point, taken, actor.actorId);
    if (input.digest !== undefined && input.digest !== text.digest)
      throw new Refusal("CONFLICT", "textChanged", { version: point.currentVersion + 1, digest: text.digest });
    refuse(versionObstacle({ status: point.status, digest: point.current.digest }, text.digest));

    const { number } = await appendVersion(tx, point, {
      ...{ text, organizationId, actor, summary: input.note, editorial: [], themeIds: point.themeIds, clauses: [] },
    });
    await recordFates(tx, { point, number, text, unsettled, taken, by: { organizationId, ...actor } });
    await record(tx, "talkingPoint.consolidated", viewer, `talkingPoint/${point.id}`, {
      ...{ version: number, digest: text.digest, amendments: taken.length },
    });
    return number;
  });
}

/** What was opened and what no version has settled yet, in the order in which it was opened. */
async function findUnsettled(tx: Tx, talkingPointId: string) {
  const rows = await tx.amendment.findMany({
    where: { talkingPointId, state: { not: "draft" } },
    orderBy: { number: "asc" },
    select: amendmentSelect(undefined),
  });
  return rows.map(toMatter).filter(({ standing }) => !standing.settled);
}

function chooseTaken(unsettled: readonly AmendmentMatter[], ids: readonly string[]): AmendmentMatter[] {
  const known = new Map(unsettled.map((it) => [it.id, it]));
  const wrong = ids.findIndex((id) => !known.has(id));
  if (wrong >= 0) throw new BadField(`amendments.${wrong}`, "invalid");
  for (const id of ids) {
    const it = known.get(id);
    if (it?.state === "withdrawn" || !isAcceptance(it?.standing.handled?.handling))
      throw new Refusal("CONFLICT", "amendmentNotAccepted", { amendment: id, number: it?.number ?? null });
  }
  return unsettled.filter(({ id }) => ids.includes(id));
}

/**
 * The words that come of it. A clause is its amender's where it was taken over as it stood, and otherwise of whoever makes the
 * version; who else wrote some of it is read from the amendments.
 */
function compose({ current }: PointContext, taken: readonly AmendmentMatter[], actorId: string): ComposedText {
  const accepted = taken.map((it) => asAccepted(it, it.standing.handled));
  const { obstacle, made, conflicts, placeless } = planConsolidation(current, accepted);
  const named = conflicts[0] ?? placeless;
  const numbers = taken.filter(({ id }) => named.includes(id)).map(({ number }) => number);
  if (obstacle !== null || !made)
    throw new Refusal("CONFLICT", obstacle ?? "nothingAccepted", { amendments: numbers.join(", ") });
  const authors = new Map(
    taken.map((it) => [it.id, it.standing.handled?.handling === "accept" ? it.authorId : actorId]),
  );
  const clauses = made.clauses.map((clause) => {
    const by = [...new Set((made.by.get(clause.key) ?? []).map((id) => authors.get(id) ?? actorId))];
    const [author] = by;
    return author === undefined ? clause : { ...clause, authorId: by.length === 1 ? author : actorId };
  });
  return { titleEn: made.titleEn, titleFr: made.titleFr, clauses, digest: made.digest };
}

type Outcome = {
  point: PointContext;
  number: number;
  text: Text;
  unsettled: readonly AmendmentMatter[];
  taken: readonly AmendmentMatter[];
  by: Pick<Prisma.AmendmentStepUncheckedCreateInput, "organizationId" | "actorId"> & { byToken: boolean };
};

/** What became of each is a step of its own, so that it can be read beside the version as long as that is. */
async function recordFates(tx: Tx, { point, number: version, text, unsettled, taken, by }: Outcome) {
  const at = await readClock(tx);
  const texts = await findTexts(tx, point.id, new Set(unsettled.map((it) => it.version)));
  const fates = unsettled.map((it) => {
    const { standing, row } = it;
    const before = texts.get(it.version);
    const handling = standing.handled?.handling ?? null;
    const made = { taken: taken.includes(it), touched: !before || isTouched(before, text, it) };
    return { id: it.id, number: row.steps.length + 1, fate: fateOf({ ...standing, handling }, made) };
  });
  await tx.amendmentStep.createMany({
    data: fates.map(({ id, number, fate }) => ({
      ...{ talkingPointId: point.id, amendmentId: id, number, kind: "consolidated" as const, version, fate, at, ...by },
    })),
  });
  const settle = (state: AmendmentState & ("accepted" | "accepted_with_changes")) =>
    tx.amendment.updateMany({
      where: { id: { in: fates.filter(({ fate }) => fate === state).map(({ id }) => id) } },
      data: { state },
    });
  await settle("accepted");
  await settle("accepted_with_changes");
}
