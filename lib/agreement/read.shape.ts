import "server-only";
import type { OrganizationName } from "@/lib/organizations/schema";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { StanceRow } from "@/lib/positions/read";
import type { Member, Reservation } from "./rules";
import type { Concealed } from "./rules.concealed";

export type GridQuestion = {
  theme?: string | undefined;
  asOf?: string | undefined;
  /** Only where they are shown: a grid shows stances, and the words of thousands would be read for nothing. */
  reservations?: boolean | undefined;
};

/** Grid data, limited to what the viewer may read. */
export type GridData = {
  network: { tooFewBelow: number; kind: string; concealedAt: Date | null };
  propositions: {
    id: string;
    slug: string;
    number: number;
    /** The version in force: only stances given on it count. */
    version: number;
    theme: { slug: string };
    wording: { titleEn: string; titleFr: string } | undefined;
  }[];
  organizations: Prisma.OrganizationGetPayload<{ select: typeof memberSelect }>[];
  /** `organizationIndexes` point into the organizations above. */
  stanceRows: StanceRow[];
  reservations: Prisma.PositionRevisionGetPayload<{ select: typeof reservationSelect }>[];
  /** What may be kept from the viewer, by theme. */
  concealed: Concealed;
};

/** What a column of the grid needs of its organization. */
export const memberSelect = {
  id: true,
  slug: true,
  code: true,
  nameEn: true,
  nameFr: true,
  shortEn: true,
  shortFr: true,
} satisfies Prisma.OrganizationSelect;

/** What is read of a reservation: its words, and where it is held. */
export const reservationSelect = {
  positionId: true,
  number: true,
  propositionVersion: true,
  reservationEn: true,
  reservationFr: true,
  position: { select: { organizationId: true, propositionId: true } },
} satisfies Prisma.PositionRevisionSelect;

export const withReservation = { stance: "support_with_reservation" } as const;

/** By proposition, and within it by who holds it. */
export function toReservations(
  rows: GridData["reservations"],
  joined: ReadonlyMap<string, readonly OrganizationName[]>,
) {
  const found = new Map<string, Map<string, Reservation>>();
  for (const { positionId, position, reservationEn: en, reservationFr: fr } of rows) {
    const here = found.get(position.propositionId) ?? new Map<string, Reservation>();
    const reservation = { en, fr, joinedBy: joined.get(positionId) ?? [] };
    found.set(position.propositionId, here.set(position.organizationId, reservation));
  }
  return found;
}

/** By name in the reader's language, as the database puts organizations in order too. */
export const inNameOrder = (language: Locale) =>
  sliceOrder<Member>(`members ${language}`, ({ name, slug }) => [name[language], slug], compareIn(language));

/** The columns of the grid, by the short names that stand over them. */
export const inGridOrder = (language: Locale) =>
  sliceOrder<Member>(`agreement ${language}`, ({ short, slug }) => [short[language], slug], compareIn(language));
