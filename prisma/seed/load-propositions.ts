import type { Tx } from "@/lib/platform/db/client";
import { digestOf } from "@/lib/platform/text/digest";
import type { Report } from "./read-report";
import { sum, type TableChange, unchanged, upsertRows } from "./sync-table";

type Row = Report["propositions"][number];

type StoredProposition = {
  id: string;
  slug: string;
  number: number;
  currentVersion: number;
  versions: { digest: string }[];
};

/** What a stance is about: everything of a proposition that its reader is asked about. */
const digestOfWording = (row: Row) =>
  digestOf([
    { en: row.title_en, fr: row.title_fr },
    { en: row.statement_en, fr: row.statement_fr },
  ]);

/**
 * Propositions follow their file, but their words are history: other words are a new version, a proposition reworded
 * here keeps what its members gave it, and one that left the file stays, since somebody may have spoken of it.
 */
export async function loadPropositions(tx: Tx, rows: Row[]): Promise<TableChange> {
  const themes = await tx.theme.findMany({ select: { id: true, slug: true } });
  const themeIds = new Map(themes.map((it) => [it.slug, it.id]));
  const held = await tx.proposition.findMany({
    select: { id: true, slug: true, number: true, currentVersion: true, versions: { select: { digest: true } } },
  });
  const left = await stepAside(tx, rows, held);
  const followed = await upsertRows(
    tx,
    "Proposition",
    "slug",
    rows.map((row) => ({
      slug: row.slug,
      number: row.sort,
      themeId: themeIds.get(row.theme_slug) ?? "",
      regimeArea: row.regime_area,
      exclusiveSet: row.exclusive_set,
      sourceStance: row.source_stance,
      sourceVoice: row.source_voice,
      sourceNoteEn: row.source_note_en,
      sourceNoteFr: row.source_note_fr,
      section: row.section_en,
      sectionFr: row.section_fr,
      locator: row.locator,
    })),
  );
  return sum([left, followed, await addWordings(tx, rows, held)]);
}

/** Makes room: numbers are unique at every moment, and those that readers know belong to the file's rows. */
async function stepAside(tx: Tx, rows: Row[], held: StoredProposition[]): Promise<TableChange> {
  const wanted = new Map(rows.map((row) => [row.slug, row.sort]));
  const moving = held.filter((it) => wanted.has(it.slug) && wanted.get(it.slug) !== it.number).map((it) => it.id);
  if (moving.length > 0) {
    await tx.$executeRaw`UPDATE "Proposition" SET "number" = -"number" WHERE "id" = ANY (${moving}::uuid[])`;
  }
  const taken = new Set(wanted.values());
  let next = Math.max(0, ...taken, ...held.map((it) => it.number));
  const others = held.filter((it) => !wanted.has(it.slug));
  for (const { id, number } of others.filter((it) => taken.has(it.number)).sort((a, b) => a.number - b.number)) {
    next += 1;
    await tx.proposition.update({ where: { id, number }, data: { number: next } });
  }
  const uncited = {
    sourceStance: null,
    sourceVoice: null,
    sourceNoteEn: null,
    sourceNoteFr: null,
    section: null,
    sectionFr: null,
    locator: null,
  };
  const { count } = await tx.proposition.updateMany({
    where: { id: { in: others.map((it) => it.id) }, sourceStance: { not: null } },
    data: { ...uncited, exclusiveSet: null },
  });
  return { ...unchanged, removed: count };
}

async function addWordings(tx: Tx, rows: Row[], before: StoredProposition[]): Promise<TableChange> {
  const known = new Map(before.map((it) => [it.slug, it]));
  const hasWording = (row: Row) =>
    known.get(row.slug)?.versions.some((version) => version.digest === digestOfWording(row));
  const fresh = rows.filter((row) => !known.has(row.slug));
  const reworded = rows.filter((row) => known.get(row.slug)?.currentVersion === 1 && !hasWording(row));
  const ids = new Map(
    (await tx.proposition.findMany({ select: { id: true, slug: true } })).map((it) => [it.slug, it.id]),
  );
  const toVersion = (row: Row, number: number) => ({
    propositionId: ids.get(row.slug) ?? "",
    number,
    titleEn: row.title_en,
    titleFr: row.title_fr,
    statementEn: row.statement_en,
    statementFr: row.statement_fr,
    digest: digestOfWording(row),
  });
  await tx.propositionVersion.createMany({
    data: [...fresh.map((row) => toVersion(row, 1)), ...reworded.map((row) => toVersion(row, 2))],
  });
  await tx.proposition.updateMany({
    where: { slug: { in: reworded.map((row) => row.slug) } },
    data: { currentVersion: 2 },
  });
  return { ...unchanged, changed: reworded.length };
}
