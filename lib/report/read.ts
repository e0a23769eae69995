import "server-only";
import { db } from "@/lib/platform/db/client";
import { type Page, sliceOrder } from "@/lib/platform/db/keyset";
import { toCsv } from "@/lib/platform/files/csv";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { actorColumns, errataColumns, isContradicted, recommendationColumns, timelineColumns } from "./rules";
import type { ActorFilters, ErrataFilters, Erratum, Recommendation, RecommendationFilters } from "./schema";
import { actorKinds, type ReportActor, type TimelineEvent, type TimelineFilters } from "./schema";

// The report is short and never grows, so each list is read whole: search then minds neither accents nor capitals.

/** What a row is in order by, beside what is told of it. */
type Sorted<T> = T & { sort: number };

const recommendationsInOrder = sliceOrder<Sorted<Recommendation>>("recommendations", ({ sort, ref }) => [sort, ref]);
const errataInOrder = sliceOrder<Sorted<Erratum>>("errata", ({ sort, id }) => [sort, id]);
const timelineInOrder = sliceOrder<Sorted<TimelineEvent>>("timeline", ({ date, sort, slug }) => [date, sort, slug]);
const actorsInOrder = sliceOrder<Sorted<ReportActor>>("actors", ({ kind, sort, name }) => [
  actorKinds.indexOf(kind),
  sort,
  name.en,
]);

async function readRecommendations({
  regimeArea,
  kind,
  addressee,
  q,
}: RecommendationFilters): Promise<Sorted<Recommendation>[]> {
  const rows = await db.recommendation.findMany({
    where: {
      ...(regimeArea ? { regimeArea } : {}),
      ...(kind ? { kind } : {}),
      ...(addressee ? { addressees: { has: addressee } } : {}),
    },
    orderBy: [{ sort: "asc" }, { ref: "asc" }],
  });
  return rows
    .filter((it) => matchesAllWords(q, [it.ref, it.titleEn, it.titleFr, it.textEn, it.textFr]))
    .map((it) => ({
      sort: it.sort,
      ref: it.ref,
      slug: it.slug,
      kind: it.kind as Recommendation["kind"],
      addressees: it.addressees as Recommendation["addressees"],
      regimeArea: it.regimeArea,
      title: { en: it.titleEn, fr: it.titleFr },
      text: { en: it.textEn, fr: it.textFr },
      section: { en: it.section, fr: it.sectionFr },
      locator: it.locator,
      standing: it.standing,
      cadence: it.cadence as Recommendation["cadence"],
    }));
}

type ErratumRow = Prisma.ErratumGetPayload<object>;

const toErratum = (it: ErratumRow): Erratum => ({
  id: it.id,
  section: { en: it.section, fr: it.sectionFr },
  asPrinted: it.asPrinted,
  problem: { en: it.problemEn, fr: it.problemFr },
  correction: { en: it.correctionEn, fr: it.correctionFr },
  confidence: it.confidence as Erratum["confidence"],
  confidenceNote: it.confidenceNoteEn
    ? { en: it.confidenceNoteEn, fr: it.confidenceNoteFr ?? it.confidenceNoteEn }
    : null,
  knownFrom: { en: it.sourceEn, fr: it.sourceFr },
  displayRule: it.displayRule as Erratum["displayRule"],
});

async function readErrata({ confidence, q }: ErrataFilters): Promise<Sorted<Erratum>[]> {
  const rows = await db.erratum.findMany({
    where: confidence ? { confidence } : {},
    orderBy: [{ sort: "asc" }, { id: "asc" }],
  });
  return rows
    .filter((it) =>
      matchesAllWords(q, [
        it.id,
        it.section,
        it.asPrinted,
        it.problemEn,
        it.problemFr,
        it.correctionEn,
        it.correctionFr,
      ]),
    )
    .map((it) => ({ ...toErratum(it), sort: it.sort }));
}

async function readTimeline({ inSource, q }: TimelineFilters): Promise<Sorted<TimelineEvent>[]> {
  const rows = await db.timelineEvent.findMany({
    where: inSource ? { inSource: inSource === "true" } : {},
    orderBy: [{ date: "asc" }, { sort: "asc" }, { slug: "asc" }],
    include: { erratum: true },
  });
  return rows
    .filter((it) =>
      matchesAllWords(q, [
        it.date,
        it.symbol,
        it.printedDate,
        it.titleEn,
        it.titleFr,
        it.descriptionEn,
        it.descriptionFr,
      ]),
    )
    .map((it) => ({
      sort: it.sort,
      slug: it.slug,
      date: it.date,
      dateEnd: it.dateEnd,
      precision: it.precision as TimelineEvent["precision"],
      dateSource: it.dateSource as TimelineEvent["dateSource"],
      title: { en: it.titleEn, fr: it.titleFr },
      description: { en: it.descriptionEn, fr: it.descriptionFr },
      symbol: it.symbol,
      asPrinted: it.printedDate,
      corrected: isContradicted(it.date, it.printedDate),
      inSource: it.inSource,
      section: it.section ? { en: it.section, fr: it.sectionFr ?? it.section } : null,
      erratum: it.erratum && toErratum(it.erratum),
    }));
}

async function readActors({ kind, q }: ActorFilters): Promise<Sorted<ReportActor>[]> {
  const rows = await db.reportActor.findMany({
    where: kind ? { kind } : {},
    orderBy: [{ sort: "asc" }, { name: "asc" }],
  });
  const found = rows
    .filter((it) => matchesAllWords(q, [it.name, it.nameFr, it.affiliationEn, it.affiliationFr, it.roleEn, it.roleFr]))
    .map((it) => ({
      sort: it.sort,
      kind: it.kind as ReportActor["kind"],
      name: { en: it.name, fr: it.nameFr ?? it.name },
      affiliation: { en: it.affiliationEn, fr: it.affiliationFr },
      role: { en: it.roleEn, fr: it.roleFr },
      locator: it.locator,
    }));
  return actorsInOrder.sort(found);
}

export const listRecommendations = async (input: RecommendationFilters & Page) =>
  recommendationsInOrder.toSlice(await readRecommendations(input), input);
export const listErrata = async (input: ErrataFilters & Page) => errataInOrder.toSlice(await readErrata(input), input);
export const listTimeline = async (input: TimelineFilters & Page) =>
  timelineInOrder.toSlice(await readTimeline(input), input);
export const listActors = async (input: ActorFilters & Page) => actorsInOrder.toSlice(await readActors(input), input);

const localizationIn = async (language: Locale) => ({ t: await translatorIn(language), language });

export const writeRecommendations = async (filters: RecommendationFilters, language: Locale) =>
  toCsv(recommendationColumns(await localizationIn(language)), await readRecommendations(filters));
export const writeErrata = async (filters: ErrataFilters, language: Locale) =>
  toCsv(errataColumns(await localizationIn(language)), await readErrata(filters));
export const writeTimeline = async (filters: TimelineFilters, language: Locale) =>
  toCsv(timelineColumns(await localizationIn(language)), await readTimeline(filters));
export const writeActors = async (filters: ActorFilters, language: Locale) =>
  toCsv(actorColumns(await localizationIn(language)), await readActors(filters));
