import "server-only";
import type { StudyFindings } from "@/lib/math/polis/study";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset, type Page, sliceOrder } from "@/lib/platform/db/keyset";
import { type CsvColumn, toCsv } from "@/lib/platform/files/csv";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Viewer } from "@/lib/viewer/schema";
import { mayKeepStudies, readableBy } from "./policy";
import { findUntold, letterOf, orderKey, toFindings, toStatements } from "./rules";
import { toMapColumns, toStatementColumns } from "./rules.files";
import type { StatementsInput, Study, StudyExportInput, StudyListed } from "./schema";

const studySelect = {
  slug: true,
  titleEn: true,
  titleFr: true,
  listing: true,
  state: true,
  done: true,
  importedAt: true,
  participants: true,
  statements: true,
  votes: true,
} satisfies Prisma.StudySelect;

function toListed({
  titleEn,
  titleFr,
  importedAt,
  ...it
}: Prisma.StudyGetPayload<{ select: typeof studySelect }>): StudyListed {
  return { ...it, title: { en: titleEn, fr: titleFr }, importedAt: importedAt.toISOString() };
}

const newestFirst = keyset<Prisma.StudyWhereInput, Prisma.StudyOrderByWithRelationInput>(
  "studies",
  desc("importedAt"),
  asc("slug"),
);

/** The consultations that this viewer may read, newest first. */
export async function listStudies(viewer: Viewer, page: Page) {
  const where = readableBy(viewer);
  const [rows, total] = await Promise.all([
    db.study.findMany({ ...newestFirst.page(where, page), select: studySelect }),
    db.study.count({ where }),
  ]);
  return { ...newestFirst.toPage(rows, page, total, toListed), viewer: { mayImport: mayKeepStudies(viewer) } };
}

async function findStudy<S extends Prisma.StudySelect>(viewer: Viewer, slug: string, select: S) {
  const found = await db.study.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchStudy");
  return found;
}

const withRows = {
  words: {
    orderBy: { place: "asc" },
    select: { place: true, key: true, textEn: true, textFr: true, moderatedOut: true },
  },
} satisfies Prisma.StudySelect;

/** What was found in these votes; null until it was looked for. */
async function findFindings({ digest, state }: { digest: string; state: string }): Promise<StudyFindings | null> {
  if (state !== "ready") return null;
  const row = await db.studyFindings.findUnique({ where: { digest }, select: { findings: true } });
  // What is kept is what this engine's own type says; an earlier one set nobody apart, until the night describes it anew.
  const found = row?.findings as Omit<StudyFindings, "apart"> | null | undefined;
  return found ? { apart: 0, ...found } : null;
}

export async function readStudy(viewer: Viewer, slug: string): Promise<Study> {
  const { words, digest, aboutEn, aboutFr, source, language, ...it } = await findStudy(viewer, slug, {
    ...studySelect,
    ...withRows,
    digest: true,
    aboutEn: true,
    aboutFr: true,
    source: true,
    language: true,
  });
  const found = await findFindings({ digest, state: it.state });
  return {
    ...toListed(it),
    about: { en: aboutEn, fr: aboutFr },
    source,
    language: language === "fr" ? "fr" : "en",
    findings: found && toFindings(found, words),
    viewer: { mayRemove: mayKeepStudies(viewer) },
  };
}

export const readProgress = async (viewer: Viewer, slug: string) =>
  findStudy(viewer, slug, { state: true, done: true });

async function readAll(viewer: Viewer, slug: string) {
  const it = await findStudy(viewer, slug, { ...withRows, slug: true, digest: true, state: true });
  const found = await findFindings(it);
  const letters = found && !findUntold(found) ? found.groups.map((_, group) => letterOf(group)) : [];
  return { found, rows: it.words, statements: found ? toStatements(found, it.words) : [], letters };
}

/** Every statement with what was said to it. Empty until the work is done. */
export async function listStatements(viewer: Viewer, { slug, order, ...page }: StatementsInput) {
  const { statements, letters } = await readAll(viewer, slug);
  const inOrder = sliceOrder<(typeof statements)[number]>(`statements of ${slug} by ${order}`, (it) =>
    orderKey(it, order),
  );
  return { ...inOrder.toSlice(statements, page), letters };
}

/** The statements, or the picture in numbers, as a file. */
export async function writeStudy(viewer: Viewer, { slug, part, language }: StudyExportInput & { language: Locale }) {
  const { found, rows, statements, letters } = await readAll(viewer, slug);
  const name = `${slug}-${part}.csv`;
  const write = <Row>(columns: readonly CsvColumn<Row>[], lines: readonly Row[]) => toCsv(columns, lines);
  if (part === "statements") return { name, text: write(toStatementColumns(letters, language), statements) };
  return { name, text: write(toMapColumns(), found ? toFindings(found, rows).marks : []) };
}
