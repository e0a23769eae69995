import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { AmendmentState } from "@/lib/talking-points/constants";
import { isTouched, type Matter } from "@/lib/talking-points/rules.amendments";
import { fateOf, type HandlingStep, standingOf } from "@/lib/talking-points/rules.handling";
import type { ClauseText, TitleText } from "@/lib/talking-points/rules.text";
import type { AuthorizedAct } from "./build-position";
import type { BuiltPoint } from "./build-talking-point";

type Row = Omit<Prisma.AmendmentCreateManyInput, "createdAt" | "openedAt"> & { createdAt: Date; openedAt?: Date };
type Step = Omit<Prisma.AmendmentStepCreateManyInput, keyof HandlingStep> &
  Pick<HandlingStep, "kind"> &
  Partial<HandlingStep>;

/** An amendment with what happened to it, still to be inserted. */
export type BuiltAmendment = {
  row: Row & { id: string };
  clauses: Prisma.AmendmentClauseCreateManyInput[];
  steps: Step[];
};

type Fields = Pick<Row, "organizationId" | "version" | "kind"> &
  Partial<Omit<Row, "id" | "talkingPointId" | "authorId">> & { id?: string };
type ClauseFields = Omit<Prisma.AmendmentClauseCreateManyInput, "amendmentId" | "number">;

/** A draft of an amendment: its own organization alone reads it. */
export function draftAmendment(
  talkingPointId: string,
  fields: Fields & { clauses?: ClauseFields[] },
  { by, at }: AuthorizedAct,
): BuiltAmendment {
  const { clauses = [], id = randomUUID(), ...given } = fields;
  return {
    row: { id, talkingPointId, authorId: by, createdAt: at, ...given },
    clauses: clauses.map((it, index) => ({ amendmentId: id, number: index + 1, ...it })),
    steps: [],
  };
}

type StepFields = Pick<Step, "kind" | "organizationId"> & Partial<Step>;

/** The next thing that happened to it. */
export function addAmendmentStep({ row, steps }: BuiltAmendment, fields: StepFields, { by, at }: AuthorizedAct) {
  const of = { talkingPointId: row.talkingPointId, amendmentId: row.id, number: steps.length + 1 };
  steps.push({ ...of, at, actorId: by, ...fields });
  if (fields.kind === "opened") row.openedAt = at;
}

const toStep = (it: Step) => ({
  ...{ kind: it.kind, handling: it.handling ?? null, agrees: it.agrees ?? null, fate: it.fate ?? null },
});
export const standingAfter = (it: BuiltAmendment) => standingOf(it.steps.map(toStep));

const toText = ({ versions, clauses }: BuiltPoint, number: number) => {
  const version = versions.find((it) => it.number === number);
  const lines = clauses.filter((it) => it.version === number) as (ClauseText & { version: number })[];
  return { ...({ titleEn: version?.titleEn ?? null, titleFr: version?.titleFr ?? null } as TitleText), clauses: lines };
};

/** A version was made from some of them: what became of each that was open by then is told. */
export function addFates(
  built: BuiltPoint,
  all: readonly BuiltAmendment[],
  version: number,
  taken: ReadonlySet<string>,
) {
  const made = built.versions.find(({ number }) => number === version);
  if (!made) throw new Error(`there is no version ${version}`);
  for (const it of all) {
    const standing = standingAfter(it);
    if (standing.settled || !it.row.openedAt || it.row.openedAt >= new Date(made.createdAt as Date)) continue;
    const matter = { ...it.row, clauses: [] } as unknown as Matter;
    const touched = isTouched(toText(built, it.row.version), toText(built, version), matter);
    const handling = standing.handled?.handling ?? null;
    const fate = fateOf({ ...standing, handling }, { taken: taken.has(it.row.id), touched });
    const act = { by: made.authorId, at: new Date(made.createdAt as Date) };
    const told = { kind: "consolidated" as const, version, fate, organizationId: made.organizationId };
    it.steps.push({
      ...{ talkingPointId: it.row.talkingPointId, amendmentId: it.row.id, number: it.steps.length + 1 },
      ...{ at: act.at, actorId: act.by, ...told },
    });
  }
}

/** Many at once. They are drafts until their clauses are there: what was opened takes no more of them. */
export async function insertAmendments(tx: Tx, all: readonly BuiltAmendment[]) {
  const opened = all.filter(({ steps }) => steps.length > 0);
  opened.sort((one, other) => Number(one.row.openedAt) - Number(other.row.openedAt));
  const given = await tx.amendment.groupBy({
    by: ["talkingPointId"],
    where: { talkingPointId: { in: opened.map(({ row }) => row.talkingPointId) } },
    _max: { number: true },
  });
  const counts = new Map(given.map((it) => [it.talkingPointId, it._max.number ?? 0]));
  const numbers = opened.map(({ row }) => {
    const number = (counts.get(row.talkingPointId) ?? 0) + 1;
    counts.set(row.talkingPointId, number);
    return number;
  });
  await tx.amendment.createMany({ data: all.map(({ row }) => ({ ...row, openedAt: null, state: "draft" as const })) });
  await tx.amendmentClause.createMany({ data: all.flatMap(({ clauses }) => clauses) });
  const ids = opened.map(({ row }) => row.id);
  const states: AmendmentState[] = opened.map((it) => standingAfter(it).state);
  const moments = opened.map(({ row }) => row.openedAt ?? row.createdAt);
  await tx.$executeRaw`
    UPDATE "Amendment" AS a SET "state" = o."state"::"AmendmentState", "number" = o."number", "openedAt" = o."at"
    FROM unnest(${ids}::uuid[], ${states}::text[], ${numbers}::int[], ${moments}::timestamptz[]) AS o ("id", "state", "number", "at")
    WHERE a."id" = o."id"`;
  await tx.amendmentStep.createMany({ data: all.flatMap(({ steps }) => steps) });
}
