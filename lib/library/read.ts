import "server-only";
import { db } from "@/lib/platform/db/client";
import { type Page, sliceOrder } from "@/lib/platform/db/keyset";
import { toCsv } from "@/lib/platform/files/csv";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { glossaryColumns, libraryColumns, sortTerms } from "./rules";
import type { GlossaryFilters, GlossaryTerm, LibraryFilters, LibraryItem } from "./schema";

type Sorted = LibraryItem & { sort: number };
const inOrder = sliceOrder<Sorted>("library", ({ sort, slug }) => [sort, slug]);

async function readLibrary({ kind, inSource, q }: LibraryFilters): Promise<Sorted[]> {
  const rows = await db.libraryItem.findMany({
    where: { ...(kind ? { kind } : {}), ...(inSource ? { inSource: inSource === "true" } : {}) },
    orderBy: [{ sort: "asc" }, { slug: "asc" }],
    include: { erratum: true },
  });
  return rows
    .filter((it) =>
      matchesAllWords(q, [
        it.titleEn,
        it.titleFr,
        it.author,
        it.authorFr,
        it.date,
        it.symbol,
        it.summaryEn,
        it.summaryFr,
      ]),
    )
    .map((it) => ({
      sort: it.sort,
      slug: it.slug,
      title: { en: it.titleEn, fr: it.titleFr },
      author: { en: it.author, fr: it.authorFr ?? it.author },
      date: it.date,
      symbol: it.symbol,
      kind: it.kind as LibraryItem["kind"],
      inSource: it.inSource,
      reference: { en: it.referenceEn, fr: it.referenceFr },
      summary: { en: it.summaryEn, fr: it.summaryFr },
      url: it.url,
      erratum: it.erratum && {
        id: it.erratum.id,
        problem: { en: it.erratum.problemEn, fr: it.erratum.problemFr },
        correction: { en: it.erratum.correctionEn, fr: it.erratum.correctionFr },
      },
    }));
}

async function readGlossary({ q }: GlossaryFilters, language: Locale): Promise<GlossaryTerm[]> {
  const rows = await db.glossaryTerm.findMany();
  const terms = rows
    .filter((it) => matchesAllWords(q, [it.en, it.fr, it.abbrEn, it.abbrFr, it.noteEn, it.noteFr]))
    .map((it) => ({
      en: it.en,
      fr: it.fr,
      abbreviation: { en: it.abbrEn, fr: it.abbrFr },
      note: it.noteEn ? { en: it.noteEn, fr: it.noteFr ?? it.noteEn } : null,
    }));
  return sortTerms(terms, language);
}

export const listLibrary = async (input: LibraryFilters & Page) => inOrder.toSlice(await readLibrary(input), input);

const inLanguage = (language: Locale) =>
  sliceOrder<GlossaryTerm>(`glossary ${language}`, (it) => [it[language], it.en, it.fr], compareIn(language));

/** In the order of the caller's language, as a dictionary is. */
export const listGlossary = async (input: GlossaryFilters & Page, language: Locale) =>
  inLanguage(language).toSlice(await readGlossary(input, language), input);

export async function writeLibrary(filters: LibraryFilters, language: Locale) {
  return toCsv(libraryColumns({ t: await translatorIn(language), language }), await readLibrary(filters));
}

export async function writeGlossary(filters: GlossaryFilters, language: Locale) {
  return toCsv(glossaryColumns({ t: await translatorIn(language), language }), await readGlossary(filters, language));
}
