import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Said } from "./rules";

export type Question = { theme?: string | undefined };

/** All that a grid is made of, as far as its reader may read it. */
export type Look = {
  network: { tooFewBelow: number; kind: string };
  propositions: {
    id: string;
    slug: string;
    number: number;
    /** The words in force, which a stance has to have been given for. */
    version: number;
    theme: { slug: string };
    words: { titleEn: string; titleFr: string } | undefined;
  }[];
  organizations: Prisma.OrganizationGetPayload<{ select: typeof listed }>[];
  given: (Said & { organizationId: string; propositionId: string; version: number })[];
  /** The propositions on which some stances are not shown, or where nobody knows yet. */
  hidden: ReadonlySet<string>;
};

/** What a column of the grid needs of its organization. */
export const listed = {
  id: true,
  slug: true,
  code: true,
  nameEn: true,
  nameFr: true,
  shortEn: true,
  shortFr: true,
} satisfies Prisma.OrganizationSelect;

type Words = {
  propositionVersion: number;
  stance: Said["stance"];
  reservationEn: string | null;
  reservationFr: string | null;
};

export const toGiven = (it: Words, at: { organizationId: string; propositionId: string }) => ({
  ...at,
  version: it.propositionVersion,
  stance: it.stance,
  reservation: { en: it.reservationEn, fr: it.reservationFr },
});
