import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { sharedTerms } from "./rules";
import type { Similar, SimilarProposition } from "./schema";

/** A title and its sentence, in each language, as one text. */
type TextInBoth = { en: string; fr: string };

export const joined = (title: string | null, statement: string | null) => [title, statement].filter(Boolean).join(" ");

const similarLimit = 5;
/** Two or three letters are near to everything. */
const enough = 8;

const askable = (text: string) => (text.length < enough ? "" : text);
const round = (likeness: number) => Math.round(likeness * 100) / 100;
const shared = (one: TextInBoth, other: TextInBoth) =>
  [...new Set([...sharedTerms(one.en, other.en), ...sharedTerms(one.fr, other.fr)])].slice(0, 30);

/** What says something near: propositions in force, and what others proposed that still waits. */
export async function findSimilar(viewer: Viewer, text: TextInBoth, except?: string): Promise<Similar> {
  const asked = { en: askable(text.en), fr: askable(text.fr) };
  if (!asked.en && !asked.fr) return { near: [], nearProposals: [] };
  const [near, nearProposals] = await Promise.all([
    findSimilarPropositions(asked),
    findSimilarProposals(viewer, asked, except),
  ]);
  return { near, nearProposals };
}

type Found = Pick<SimilarProposition, "slug" | "number" | "likeness"> & {
  titleEn: string;
  titleFr: string;
  statementEn: string;
  statementFr: string;
};

/**
 * Trigram similarity of the whole texts, or of a short text within a longer one (a title finds its sentence); uses the
 * GIN index.
 */
async function findSimilarPropositions(text: TextInBoth): Promise<SimilarProposition[]> {
  const { en, fr } = text;
  const found = await db.$queryRaw<Found[]>`
    SELECT q."slug", q."number", v."titleEn", v."titleFr", v."statementEn", v."statementFr",
      greatest(similarity(v."titleEn" || ' ' || v."statementEn", ${en}), similarity(v."titleFr" || ' ' || v."statementFr", ${fr}),
        word_similarity(${en}, v."titleEn" || ' ' || v."statementEn"), word_similarity(${fr}, v."titleFr" || ' ' || v."statementFr"))::float8
        AS "likeness"
    FROM "PropositionVersion" v JOIN "Proposition" q ON q."id" = v."propositionId" AND q."currentVersion" = v."number"
    WHERE (v."titleEn" || ' ' || v."statementEn") % ${en} OR (v."titleFr" || ' ' || v."statementFr") % ${fr}
      OR (v."titleEn" || ' ' || v."statementEn") %> ${en} OR (v."titleFr" || ' ' || v."statementFr") %> ${fr}
    ORDER BY "likeness" DESC, q."number" LIMIT ${similarLimit}`;
  return found.map((it) => ({
    slug: it.slug,
    number: it.number,
    title: { en: it.titleEn, fr: it.titleFr },
    statement: { en: it.statementEn, fr: it.statementFr },
    likeness: round(it.likeness),
    shared: shared(text, { en: joined(it.titleEn, it.statementEn), fr: joined(it.titleFr, it.statementFr) }),
  }));
}

/** Few wait at a time, so that no index is needed: the state's own finds them. */
async function findSimilarProposals(viewer: Viewer, text: TextInBoth, except: string | undefined) {
  const { en, fr } = text;
  const found = await db.$queryRaw<{ id: string; likeness: number }[]>`
    SELECT "id", "likeness" FROM (SELECT "id"::text AS "id",
        greatest(similarity(concat_ws(' ', "titleEn", "statementEn"), ${en}), similarity(concat_ws(' ', "titleFr", "statementFr"), ${fr}),
          word_similarity(${en}, concat_ws(' ', "titleEn", "statementEn")), word_similarity(${fr}, concat_ws(' ', "titleFr", "statementFr")))::float8
          AS "likeness" FROM "Proposal" WHERE "state" = 'proposed') AS found
    WHERE "likeness" >= 0.3 AND "id" <> ${except ?? ""} ORDER BY "likeness" DESC, "id" LIMIT ${similarLimit}`;
  if (found.length === 0) return [];
  const rows = await db.proposal.findMany({
    where: { AND: [readableBy(viewer), { id: { in: found.map(({ id }) => id) } }] },
    select: { ...textSelect, id: true, organization: { select: organizationNameSelect } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, likeness }) => {
    const row = byId.get(id);
    if (!row) return [];
    const theirs = { en: joined(row.titleEn, row.statementEn), fr: joined(row.titleFr, row.statementFr) };
    return {
      id,
      organization: toOrganizationName(row.organization),
      title: { en: row.titleEn, fr: row.titleFr },
      statement: { en: row.statementEn, fr: row.statementFr },
      likeness: round(likeness),
      shared: shared(text, theirs),
    };
  });
}

const textSelect = { titleEn: true, titleFr: true, statementEn: true, statementFr: true } as const;
