import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Dilemma, PropositionContext } from "./schema";

/** What it takes to point at a proposition. */
export const propositionNameSelect = {
  slug: true,
  number: true,
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

export const dilemmaSelect = {
  slug: true,
  titleEn: true,
  titleFr: true,
  stateEn: true,
  stateFr: true,
  locator: true,
  propositions: {
    orderBy: { proposition: { number: "asc" } },
    select: { proposition: { select: propositionNameSelect } },
  },
} satisfies Prisma.DilemmaSelect;

export const toName = ({
  slug,
  number,
  versions: [wording],
}: Prisma.PropositionGetPayload<{ select: typeof propositionNameSelect }>) => ({
  slug,
  number,
  title: { en: wording?.titleEn ?? "", fr: wording?.titleFr ?? "" },
});

export const toDilemma = (row: Prisma.DilemmaGetPayload<{ select: typeof dilemmaSelect }>): Dilemma => ({
  slug: row.slug,
  title: { en: row.titleEn, fr: row.titleFr },
  state: { en: row.stateEn, fr: row.stateFr },
  locator: row.locator,
  propositions: row.propositions.map(({ proposition }) => toName(proposition)),
});

type Other = { slug: string; number: number; en: string; fr: string; adjacent: boolean; excludes: boolean };

const toOther = ({ slug, number, en, fr }: Other) => ({ slug, number, title: { en, fr } });

/** Its neighbours by number, and those of its exclusive set, in one statement. */
const listOthers = ({ number, exclusiveSet }: { number: number; exclusiveSet: string | null }) =>
  db.$queryRaw<Other[]>`
    WITH bounds AS (
      SELECT (SELECT max("number") FROM "Proposition" WHERE "number" < ${number}) AS "before",
        (SELECT min("number") FROM "Proposition" WHERE "number" > ${number}) AS "after")
    SELECT p."slug", p."number", v."titleEn" AS "en", v."titleFr" AS "fr",
      p."number" IN (bounds."before", bounds."after") AS "adjacent", p."exclusiveSet" IS NOT DISTINCT FROM s."set" AND s."set" IS NOT NULL AS "excludes"
    FROM "Proposition" p CROSS JOIN bounds CROSS JOIN (SELECT ${exclusiveSet}::text AS "set") s
    JOIN "PropositionVersion" v ON v."propositionId" = p."id" AND v."number" = p."currentVersion"
    WHERE p."number" <> ${number} AND (p."number" IN (bounds."before", bounds."after") OR p."exclusiveSet" = s."set")
    ORDER BY p."number"`;

export async function getPropositionContext(slug: string): Promise<PropositionContext> {
  const here = await db.proposition.findUnique({
    where: { slug },
    select: {
      number: true,
      exclusiveSet: true,
      theme: { select: { slug: true, titleEn: true, titleFr: true } },
      dilemmas: { orderBy: { dilemma: { sort: "asc" } }, select: { dilemma: { select: dilemmaSelect } } },
    },
  });
  if (!here) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const { number, theme, dilemmas } = here;
  const others = await listOthers(here);
  const before = others.find((it) => it.adjacent && it.number < number);
  const after = others.find((it) => it.adjacent && it.number > number);
  return {
    theme: { slug: theme.slug, title: { en: theme.titleEn, fr: theme.titleFr } },
    before: before ? toOther(before) : null,
    after: after ? toOther(after) : null,
    excludes: others.filter((it) => it.excludes).map(toOther),
    dilemmas: dilemmas.map(({ dilemma }) => toDilemma(dilemma)),
  };
}
