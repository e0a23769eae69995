import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** What a debt or an event names a proposition by. */
export const about = {
  id: true,
  slug: true,
  number: true,
  themeId: true,
  currentVersion: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

export type About = Prisma.PropositionGetPayload<{ select: typeof about }>;

export const toAbout = (row: About) => ({
  proposition: {
    slug: row.slug,
    number: row.number,
    theme: row.theme.slug,
    version: row.currentVersion,
    title: { en: row.versions[0]?.titleEn ?? "", fr: row.versions[0]?.titleFr ?? "" },
  },
});
