import "server-only";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Dilemma, Surroundings } from "./schema";

/** What it takes to point at a proposition. */
export const named = {
  slug: true,
  number: true,
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

export const shownDilemma = {
  slug: true,
  titleEn: true,
  titleFr: true,
  stateEn: true,
  stateFr: true,
  locator: true,
  propositions: {
    orderBy: { proposition: { number: "asc" } },
    select: { proposition: { select: named } },
  },
} satisfies Prisma.DilemmaSelect;

export const toName = ({
  slug,
  number,
  versions: [words],
}: Prisma.PropositionGetPayload<{ select: typeof named }>) => ({
  slug,
  number,
  title: { en: words?.titleEn ?? "", fr: words?.titleFr ?? "" },
});

export const toDilemma = (row: Prisma.DilemmaGetPayload<{ select: typeof shownDilemma }>): Dilemma => ({
  slug: row.slug,
  title: { en: row.titleEn, fr: row.titleFr },
  state: { en: row.stateEn, fr: row.stateFr },
  locator: row.locator,
  propositions: row.propositions.map(({ proposition }) => toName(proposition)),
});

export async function getSurroundings(slug: string): Promise<Surroundings> {
  const here = await db.proposition.findUnique({
    where: { slug },
    select: {
      number: true,
      exclusiveSet: true,
      theme: { select: { slug: true, titleEn: true, titleFr: true } },
      dilemmas: { orderBy: { dilemma: { sort: "asc" } }, select: { dilemma: { select: shownDilemma } } },
    },
  });
  if (!here) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const { number, exclusiveSet, theme, dilemmas } = here;
  const [before, after, excludes] = await Promise.all([
    db.proposition.findFirst({ where: { number: { lt: number } }, orderBy: { number: "desc" }, select: named }),
    db.proposition.findFirst({ where: { number: { gt: number } }, orderBy: { number: "asc" }, select: named }),
    exclusiveSet
      ? db.proposition.findMany({
          where: { exclusiveSet, slug: { not: slug } },
          orderBy: { number: "asc" },
          select: named,
        })
      : [],
  ]);
  return {
    theme: { slug: theme.slug, title: { en: theme.titleEn, fr: theme.titleFr } },
    before: before && toName(before),
    after: after && toName(after),
    excludes: excludes.map(toName),
    dilemmas: dilemmas.map(({ dilemma }) => toDilemma(dilemma)),
  };
}
