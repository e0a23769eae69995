import type { HourStyle, OrganizationStatus, Power, TokenScope } from "./generated/prisma/enums";

/** A mandate in force at the moment of the request. */
export type Mandate = {
  id: string;
  organizationId: string;
  powers: Power[];
  /** Null means every theme. */
  themeIds: string[] | null;
  authorizedBy: string;
  instrument: string;
  instrumentDate: string;
  /** Given by this person to themselves, as only an organization of one may. */
  selfAuthorized: boolean;
};

export type Representation = {
  organizationId: string;
  slug: string;
  code: string;
  nameEn: string;
  nameFr: string;
  status: OrganizationStatus;
};

/** Who is asking, read fresh from the database at every request. */
export type Viewer = {
  personId: string | null;
  name: string | null;
  email: string | null;
  language: string;
  timeZone: string;
  /** How an hour is said to them. */
  hours: HourStyle;
  administrator: boolean;
  guest: boolean;
  representations: Representation[];
  mandates: Mandate[];
  /** The organizations whose convener's term this person exercises now. */
  convenerFor: string[];
  sessionId: string | null;
  authenticatedAt: Date | null;
  token: { id: string; scope: TokenScope } | null;
};

export const visitor: Viewer = {
  personId: null,
  name: null,
  email: null,
  language: "en",
  timeZone: "America/Toronto",
  hours: "h24",
  administrator: false,
  guest: false,
  representations: [],
  mandates: [],
  convenerFor: [],
  sessionId: null,
  authenticatedAt: null,
  token: null,
};

const inside = new Set<Representation["status"]>(["member", "observer"]);

/** The organizations whose own content this person reads: until admission, and after suspension, none. */
export const organizationsOf = (viewer: Viewer) =>
  viewer.representations.filter((it) => inside.has(it.status)).map((it) => it.organizationId);

export const belongsTo = (viewer: Viewer, organizationId: string) => organizationsOf(viewer).includes(organizationId);

export const inNetwork = (viewer: Viewer) => organizationsOf(viewer).length > 0;

export const isConvener = (viewer: Viewer) => viewer.convenerFor.length > 0;

/** The mandate under which this person may use a power for an organization on a theme, if there is one. */
export function findMandate(viewer: Viewer, organizationId: string, power: Power, themeId: string): Mandate | null {
  if (!viewer.representations.some((it) => it.organizationId === organizationId && it.status === "member")) return null;
  return (
    viewer.mandates.find(
      (it) =>
        it.organizationId === organizationId &&
        it.powers.includes(power) &&
        (it.themeIds === null || it.themeIds.includes(themeId)),
    ) ?? null
  );
}
