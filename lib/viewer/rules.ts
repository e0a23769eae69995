import type { Power } from "@/lib/platform/generated/prisma/enums";
import type { Mandate, Representation, Viewer } from "./schema";

const inside = new Set<Representation["status"]>(["member", "observer"]);

/** The organizations whose own content this person reads: until admission, and after suspension, none. */
export const organizationsOf = (viewer: Viewer) =>
  viewer.representations.filter((it) => inside.has(it.status)).map((it) => it.organizationId);

export const belongsTo = (viewer: Viewer, organizationId: string) => organizationsOf(viewer).includes(organizationId);

export const inNetwork = (viewer: Viewer) => organizationsOf(viewer).length > 0;

/** The organization for which this person convenes now; one that they still belong to, since a term that runs on after a suspension gives no rights. */
export const findConvening = (viewer: Viewer): Representation | null =>
  viewer.representations.find(({ organizationId: id }) => viewer.convenerFor.includes(id) && belongsTo(viewer, id)) ??
  null;

export const isConvener = (viewer: Viewer) => findConvening(viewer) !== null;

/** The organizations that hold positions and that this person belongs to; observers and applicants hold none. */
export const membershipsOf = (viewer: Viewer): Representation[] =>
  viewer.representations.filter(({ status }) => status === "member");

export const isMemberOf = (viewer: Viewer, slug: string) => membershipsOf(viewer).some((it) => it.slug === slug);

/** The member organizations for which this person drafts, on at least one theme. */
export const draftingOrganizationsOf = (viewer: Viewer): Representation[] =>
  membershipsOf(viewer).filter(({ organizationId }) =>
    viewer.mandates.some(
      (it) => it.organizationId === organizationId && (it.powers.includes("draft") || it.powers.includes("sign_off")),
    ),
  );

/** The member organizations for which this person may neither draft nor sign, since nobody gave them a mandate yet. */
export const organizationsWithoutMandate = (viewer: Viewer): Representation[] =>
  membershipsOf(viewer).filter(
    ({ organizationId }) => !viewer.mandates.some((it) => it.organizationId === organizationId),
  );

/**
 * The sign-off rule that this request was let in with: an act counts its signatures by it, and `lockRights` holds it. The
 * strictest for who does not belong, which no act ever asks for.
 */
export const signOffKindFor = (viewer: Viewer, organizationId: string) =>
  viewer.representations.find((it) => it.organizationId === organizationId)?.signOffKind ?? "joint";

/** Whatever their status: to be named and linked to, not for rights. */
export const allOrganizationsOf = (viewer: Viewer): Representation[] => viewer.representations;

export const hasApplied = (viewer: Viewer) => viewer.representations.some(({ status }) => status === "applied");

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

/**
 * The same for a text on several themes: one mandate has to cover all of them. A text on none asks for a mandate over every
 * theme.
 */
export function findMandateOver(
  viewer: Viewer,
  organizationId: string,
  power: Power,
  themeIds: readonly string[],
): Mandate | null {
  if (!viewer.representations.some((it) => it.organizationId === organizationId && it.status === "member")) return null;
  const covers = ({ themeIds: own }: Mandate) =>
    own === null || (themeIds.length > 0 && themeIds.every((id) => own.includes(id)));
  return (
    viewer.mandates.find((it) => it.organizationId === organizationId && it.powers.includes(power) && covers(it)) ??
    null
  );
}

/** An administrator in their own session, never by a token. This alone gives no right to read or edit positions. */
export const mayAdminister = (viewer: Viewer) => viewer.administrator && viewer.token === null;
