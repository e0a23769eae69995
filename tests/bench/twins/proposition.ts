import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

const named = { slug: true, number: true, versions: { orderBy: { number: "desc" }, take: 1 } } as const;

export const readProposition = (slug: string) =>
  db.proposition.findUniqueOrThrow({
    ...unasked,
    where: { slug },
    select: {
      ...named,
      sourceStance: true,
      sourceVoice: true,
      sourceNoteEn: true,
      section: true,
      locator: true,
      theme: { select: { slug: true, titleEn: true } },
      dilemmas: {
        select: {
          dilemma: {
            select: {
              slug: true,
              titleEn: true,
              stateEn: true,
              propositions: { select: { proposition: { select: named } } },
            },
          },
        },
      },
      positions: {
        where: { standing: { not: null } },
        orderBy: { organization: { nameEn: "asc" } },
        select: {
          standingSince: true,
          reviewBy: true,
          standingRevision: true,
          organization: { select: { slug: true, nameEn: true } },
        },
      },
    },
  });

export type Held = Awaited<ReturnType<typeof readProposition>>["positions"][number];

export const readMembers = () =>
  db.organization.findMany({
    ...unasked,
    where: { status: "member" },
    orderBy: { nameEn: "asc" },
    select: { slug: true, nameEn: true },
  });

export type Member = Awaited<ReturnType<typeof readMembers>>[number];

/** The one before and the one after. */
export async function readNeighbours(slug: string) {
  const { number } = await db.proposition.findUniqueOrThrow({ ...unasked, where: { slug }, select: { number: true } });
  return db.proposition.findMany({
    ...unasked,
    where: { number: { in: [number - 1, number + 1] } },
    orderBy: { number: "asc" },
    select: named,
  });
}
