import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, findMandateOver, inNetwork, isConvener, organizationsOf } from "@/lib/viewer/rules";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import type { TalkingPointStatus } from "./constants";

type Readable = { openedVersion: number | null; proposedById: string; leads: readonly { organizationId: string }[] };

/** What a mandate is checked against: an organization, and the themes of a text, all of which it has to cover. */
export type TextScope = { organizationId: string; themeIds: readonly string[] };

/** Whose text it is: of those who hold the pen, and of whoever proposed it. They read what was written before it was opened. */
export const isAtHome = (viewer: Viewer, point: Omit<Readable, "openedVersion">) =>
  [point.proposedById, ...point.leads.map((it) => it.organizationId)].some((id) => belongsTo(viewer, id));

/** A draft stays at home; everything else is for the network. Visitors and guests see what was released, elsewhere. */
export const mayRead = (viewer: Viewer, point: Readable) =>
  isAtHome(viewer, point) || (inNetwork(viewer) && point.openedVersion !== null);

/** `mayRead`, said to the database. */
export const readableBy = (viewer: Viewer): Prisma.TalkingPointWhereInput => ({
  OR: [
    { proposedById: { in: organizationsOf(viewer) } },
    { leads: { some: { organizationId: { in: organizationsOf(viewer) } } } },
    ...(inNetwork(viewer) ? [{ openedVersion: { not: null } }] : []),
  ],
});

/** The first version that this viewer reads: what was written before it was opened is no part of what was shown. */
export const readableFrom = (viewer: Viewer, point: Readable): number =>
  isAtHome(viewer, point) ? 1 : (point.openedVersion ?? Number.MAX_SAFE_INTEGER);

/** What a version changed is read by whoever reads the one before it: the first that was opened changed nothing for the network. */
export const mayReadChange = (viewer: Viewer, point: Readable, number: number) =>
  number === 1 || isAtHome(viewer, point) || number > readableFrom(viewer, point);

/** Who writes for the organization: texts, and whether two languages say the same. */
export const mayWrite = (viewer: Viewer, { organizationId, themeIds }: TextScope) =>
  findMandateOver(viewer, organizationId, "draft", themeIds) !== null;

/** The mandate under which this person answers a text for the organization; with its name outside the network takes more. */
export function findEndorser(
  viewer: Viewer,
  { organizationId, themeIds }: TextScope,
  publicly = false,
): Mandate | null {
  const mandate = findMandateOver(viewer, organizationId, "endorse", themeIds);
  return mandate && publicly ? findMandateOver(viewer, organizationId, "sign_publicly", themeIds) : mandate;
}

export const mayEndorse = (viewer: Viewer, scope: TextScope, publicly = false) =>
  findEndorser(viewer, scope, publicly) !== null;

type Led = TextScope & { leads: readonly { organizationId: string }[] };

const isLead = ({ organizationId, leads }: Led) => leads.some((it) => it.organizationId === organizationId);

/** Who holds the pen: a lead's people who write. */
export const mayEdit = (viewer: Viewer, text: Led) => isLead(text) && mayWrite(viewer, text);

type Change = { from: TalkingPointStatus; to: TalkingPointStatus };

/**
 * A lead's people open a draft. "Usable" is the convener's word; a caution and the end are said by the convener, or by a
 * signatory of a lead.
 */
export function mayChangeStatus(viewer: Viewer, text: Led, { from, to }: Change): boolean {
  if (from === "draft") return mayEdit(viewer, text);
  if (to !== "usable" && isLead(text) && mayEndorse(viewer, text)) return true;
  return isConvener(viewer) && viewer.convenerFor.includes(text.organizationId);
}

/** A draft of an amendment is for its own organization; what was opened is read by whoever reads the text. */
export const amendmentsReadableBy = (viewer: Viewer): Prisma.AmendmentWhereInput => ({
  OR: [{ state: { not: "draft" } }, { organizationId: { in: organizationsOf(viewer) } }],
});

/** Who amends a text for an organization, and answers what its lead proposes to do with that. */
export const mayAmend = (viewer: Viewer, { organizationId, themeIds }: TextScope) =>
  findMandateOver(viewer, organizationId, "draft", themeIds) !== null;

/** Who proposes what becomes of amendments, and makes a version of what is accepted: whoever holds the pen. */
export const mayHandle = (viewer: Viewer, text: Led) => isLead(text) && mayWrite(viewer, text);

/** A lead's signatory opens a round, and says what follows after a stop. */
export const mayOpenRound = (viewer: Viewer, text: Led) => isLead(text) && mayEndorse(viewer, text);

/** The people of an organization read its own marks. */
export const mayReadMarks = (viewer: Viewer, { organizationId }: Pick<TextScope, "organizationId">) =>
  belongsTo(viewer, organizationId);

/** The convener's persons read the marks of all. Nobody else reads any but their own. */
export const mayReadAllMarks = (viewer: Viewer) => isConvener(viewer);

/** Whose objection it was is for its own people and the convener's, and for whoever reads the point where it says so. */
export const mayReadObjector = (viewer: Viewer, objection: { organizationId: string; named: boolean }) =>
  objection.named || belongsTo(viewer, objection.organizationId) || isConvener(viewer);
