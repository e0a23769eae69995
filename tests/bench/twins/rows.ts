import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** The rows that the product's answers are made of, as one asks Prisma for them. */
export const positionRow = {
  id: true,
  version: true,
  standing: true,
  standingSince: true,
  reviewBy: true,
  draft: true,
  draftState: true,
  organization: { select: { slug: true, code: true, nameEn: true, nameFr: true, shortEn: true, shortFr: true } },
  proposition: {
    select: {
      slug: true,
      number: true,
      currentVersion: true,
      theme: { select: { slug: true } },
      versions: { orderBy: { number: "desc" }, take: 1 },
    },
  },
  standingRevision: true,
  draftRevision: true,
  steps: { where: { kind: "signed_off" }, orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.PositionSelect;

export const propositionRow = {
  slug: true,
  number: true,
  regimeArea: true,
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
