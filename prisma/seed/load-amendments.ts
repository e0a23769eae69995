import { createHash } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import { addAmendmentStep, addFates, type BuiltAmendment, draftAmendment, insertAmendments } from "./build-amendments";
import type { AuthorizedAct } from "./build-position";
import type { BuiltPoint } from "./build-talking-point";
import type { TalkingPointFiles } from "./read-talking-points";

type AmendmentRow = TalkingPointFiles["amendments"][number];

type World = {
  files: TalkingPointFiles;
  idOf: (organization: string) => string;
  actOf: (organization: string, daysAgo: number) => AuthorizedAct;
};

const kinds = { new: "new_clause" } as const;
/** A withdrawn one was taken back so many days after it was opened. */
const stood = 7;

/** Amendments as if they had been opened, handled, answered and consolidated. */
export async function loadAmendments(tx: Tx, world: World, points: readonly BuiltPoint[]) {
  const built = points.map((point) => buildAmendments(world, point));
  await insertAmendments(tx, built.flat());
}

function buildAmendments(world: World, point: BuiltPoint): BuiltAmendment[] {
  const rows = world.files.amendments.filter(({ slug }) => slug === point.point.slug);
  const drafted = rows.map((row) => ({ row, built: draft(world, point, row) }));
  const byKey = new Map(drafted.map(({ row, built }) => [row.key, built.row.id]));
  const [lead = ""] = point.leads.map(({ organizationId }) => organizationId);
  const leading = [...world.files.points].find(({ slug }) => slug === point.point.slug)?.leads[0] ?? "";
  for (const { row, built } of drafted) {
    if (row.state === "draft") continue;
    const organizationId = built.row.organizationId;
    addAmendmentStep(built, { kind: "opened", organizationId }, world.actOf(row.organization, row.days_ago));
    if (row.handling !== null) {
      const supersededById = row.superseded_by === null ? null : (byKey.get(row.superseded_by) ?? null);
      const words = { wordsEn: row.handling_words_en, wordsFr: row.handling_words_fr };
      const reason = { reasonEn: row.handling_reason_en, reasonFr: row.handling_reason_fr };
      const fields = { handling: row.handling, supersededById, ...words, ...reason };
      const act = world.actOf(leading, row.handling_days_ago ?? 1);
      addAmendmentStep(built, { kind: "handled", organizationId: lead, ...fields }, act);
    }
    if (row.answer !== null) {
      const comment = { reasonEn: row.comment_en, reasonFr: row.comment_fr };
      const act = world.actOf(row.organization, row.handling_days_ago ?? 1);
      addAmendmentStep(built, { kind: "answered", organizationId, agrees: row.answer === "agree", ...comment }, act);
    }
    if (row.state === "withdrawn") {
      const act = world.actOf(row.organization, Math.max(1, row.days_ago - stood));
      addAmendmentStep(built, { kind: "withdrawn", organizationId }, act);
    }
  }
  const versions = [...new Set(rows.flatMap((it) => it.consolidated_in ?? []))].sort((one, other) => one - other);
  const all = drafted.map(({ built }) => built);
  for (const version of versions) {
    const taken = drafted.filter(({ row }) => row.consolidated_in === version).map(({ built }) => built.row.id);
    addFates(point, all, version, new Set(taken));
  }
  return all;
}

function draft(world: World, point: BuiltPoint, row: AmendmentRow): BuiltAmendment {
  const { files } = world;
  const lines = files.clauses.filter((it) => it.slug === row.slug && it.version === row.version);
  const keyOf = (number: number | null) => lines.find((it) => it.number === number)?.key ?? null;
  const words = { wordsEn: row.words_en, wordsFr: row.words_fr };
  const isMove = row.kind === "move" && row.move_to !== null && row.clause !== null;
  // To be the n-th, it stands after whichever is before that place once it is taken out.
  const others = lines.filter(({ number }) => number !== row.clause).sort((one, other) => one.number - other.number);
  const after = isMove ? (others[(row.move_to ?? 1) - 2]?.key ?? null) : row.kind === "new" ? keyOf(row.clause) : null;
  const brings = row.kind === "new" || row.kind === "whole";
  return draftAmendment(
    point.point.id,
    {
      ...{ id: idFrom(row.key), organizationId: world.idOf(row.organization), version: row.version },
      kind: row.kind === "new" ? kinds.new : row.kind,
      clauseKey: row.kind === "new" ? null : keyOf(row.clause),
      afterKey: after,
      ...{ summaryEn: row.summary_en, summaryFr: row.summary_fr, reasonEn: row.reason_en, reasonFr: row.reason_fr },
      ...{ findEn: row.find_en, findFr: row.find_fr },
      ...(brings ? {} : words),
      clauses: brings ? [{ ...kindOf(files, row), en: row.words_en, fr: row.words_fr }] : [],
    },
    world.actOf(row.organization, row.days_ago),
  );
}

/** The same in every load, so that an address of the demonstration can be told. */
function idFrom(key: string) {
  const hex = createHash("sha256").update(`amendment ${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The files do not say of which kind a new clause is: what became of it does, and otherwise its words. */
function kindOf({ clauses }: TalkingPointFiles, row: AmendmentRow) {
  const said = row.handling_words_en ?? row.words_en;
  const found = clauses.find((it) => it.slug === row.slug && it.version === row.consolidated_in && it.en === said);
  if (found?.kind === "if_asked")
    return { kind: found.kind, questionEn: found.question_en, questionFr: found.question_fr };
  const forbids = row.words_en?.startsWith("Do not say") ?? false;
  return { kind: found?.kind === "do_not_say" || forbids ? ("do_not_say" as const) : ("key_message" as const) };
}
