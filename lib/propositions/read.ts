import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, keyset, type Page, sliceOrder } from "@/lib/platform/db/keyset";
import { toCsv } from "@/lib/platform/files/csv";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { dilemmaSelect, toDilemma } from "./read.context";
import { dilemmaColumns } from "./rules";
import type { Dilemma, DilemmaFilters, Proposition, PropositionsInput, Wording } from "./schema";

const themesInOrder = keyset<Prisma.ThemeWhereInput, Prisma.ThemeOrderByWithRelationInput>(
  "themes",
  asc("sort"),
  asc("slug"),
);

export async function listThemes(page: Page) {
  const [themes, total] = await Promise.all([
    db.theme.findMany({
      ...themesInOrder.page({}, page),
      select: {
        slug: true,
        sort: true,
        titleEn: true,
        titleFr: true,
        regimeArea: true,
        _count: { select: { propositions: true } },
      },
    }),
    db.theme.count(),
  ]);
  return themesInOrder.toPage(themes, page, total, (it) => ({
    slug: it.slug,
    title: { en: it.titleEn, fr: it.titleFr },
    regimeArea: it.regimeArea,
    propositions: it._count.propositions,
  }));
}

const propositionSelect = {
  slug: true,
  number: true,
  regimeArea: true,
  currentVersion: true,
  exclusiveSet: true,
  sourceStance: true,
  sourceVoice: true,
  sourceNoteEn: true,
  sourceNoteFr: true,
  section: true,
  sectionFr: true,
  locator: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.PropositionSelect;

type Row = Prisma.PropositionGetPayload<{ select: typeof propositionSelect }>;

function toProposition(row: Row, sets: Map<string, string[]>): Proposition {
  const words = row.versions[0];
  if (!words) throw new Error(`proposition ${row.slug} has no words`);
  return {
    slug: row.slug,
    number: row.number,
    theme: row.theme.slug,
    regimeArea: row.regimeArea,
    version: words.number,
    digest: words.digest,
    title: { en: words.titleEn, fr: words.titleFr },
    statement: { en: words.statementEn, fr: words.statementFr },
    source: row.sourceStance
      ? {
          stance: row.sourceStance,
          voice: row.sourceVoice ?? "",
          note: { en: row.sourceNoteEn ?? "", fr: row.sourceNoteFr ?? "" },
          section: { en: row.section ?? "", fr: row.sectionFr ?? row.section ?? "" },
          locator: row.locator ?? "",
        }
      : null,
    excludes: (row.exclusiveSet ? (sets.get(row.exclusiveSet) ?? []) : []).filter((slug) => slug !== row.slug),
  };
}

async function readExclusiveSets() {
  const rows = await db.proposition.findMany({
    where: { exclusiveSet: { not: null } },
    orderBy: { number: "asc" },
    select: { slug: true, exclusiveSet: true },
  });
  const sets = new Map<string, string[]>();
  for (const { slug, exclusiveSet } of rows) {
    if (exclusiveSet) sets.set(exclusiveSet, [...(sets.get(exclusiveSet) ?? []), slug]);
  }
  return sets;
}

const byNumber = keyset<Prisma.PropositionWhereInput, Prisma.PropositionOrderByWithRelationInput>(
  "propositions",
  asc("number"),
);
const foundByNumber = sliceOrder<Proposition>("propositions found", ({ number }) => [number]);

export async function listPropositions({ theme, q, ...page }: PropositionsInput) {
  const where: Prisma.PropositionWhereInput = theme ? { theme: { slug: theme } } : {};
  if (q) {
    // There are few, so a search reads them all: it then minds neither accents nor capitals.
    const [rows, sets] = await Promise.all([
      db.proposition.findMany({ where, orderBy: byNumber.orderBy, select: propositionSelect }),
      readExclusiveSets(),
    ]);
    const all = rows.map((row) => toProposition(row, sets));
    const texts = ({ title, statement }: Proposition) => [title.en, title.fr, statement.en, statement.fr];
    return foundByNumber.toSlice(
      all.filter((it) => matchesAllWords(q, texts(it))),
      page,
    );
  }
  const [rows, total, sets] = await Promise.all([
    db.proposition.findMany({ ...byNumber.page(where, page), select: propositionSelect }),
    db.proposition.count({ where }),
    readExclusiveSets(),
  ]);
  return byNumber.toPage(rows, page, total, (row) => toProposition(row, sets));
}

export async function getProposition(slug: string) {
  const row = await db.proposition.findUnique({
    where: { slug },
    select: { ...propositionSelect, versions: { orderBy: { number: "desc" } } },
  });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchProposition");
  // Few are in a set.
  const sets = row.exclusiveSet ? await readExclusiveSets() : new Map<string, string[]>();
  return { ...toProposition(row, sets), versions: row.versions.map(toWording) };
}

const toWording = (row: Row["versions"][number]): Wording => ({
  number: row.number,
  title: { en: row.titleEn, fr: row.titleFr },
  statement: { en: row.statementEn, fr: row.statementFr },
  digest: row.digest,
  since: row.createdAt.toISOString(),
});

type Sorted = Dilemma & { sort: number };
const dilemmasInOrder = sliceOrder<Sorted>("dilemmas", ({ sort, slug }) => [sort, slug]);

async function readDilemmas({ q }: DilemmaFilters): Promise<Sorted[]> {
  const rows = await db.dilemma.findMany({
    orderBy: [{ sort: "asc" }, { slug: "asc" }],
    select: { ...dilemmaSelect, sort: true },
  });
  const all = rows.map((row) => ({ ...toDilemma(row), sort: row.sort }));
  return all.filter((it) =>
    matchesAllWords(
      q,
      [it.title, it.state, ...it.propositions.map((p) => p.title)].flatMap((pair) => [pair.en, pair.fr]),
    ),
  );
}

export const listDilemmas = async (input: DilemmaFilters & Page) =>
  dilemmasInOrder.toSlice(await readDilemmas(input), input);

export async function writeDilemmas(filters: DilemmaFilters, language: Locale) {
  return toCsv(dilemmaColumns({ t: await translatorIn(language), language }), await readDilemmas(filters));
}
