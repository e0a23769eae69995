import type {
  HourStyle,
  OrganizationStatus,
  Power,
  SignOffKind,
  TokenScope,
} from "@/lib/platform/generated/prisma/enums";

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
  /** The sign-off rule that this request was let in with: see `lockRights`. */
  signOffKind: SignOffKind;
};

/** Who is asking, read fresh from the database at every request. */
export type Viewer = {
  personId: string | null;
  name: string | null;
  email: string | null;
  language: string;
  /** Their own clock; a visitor has none and reads the network's. */
  timeZone: string | null;
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
  timeZone: null,
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
