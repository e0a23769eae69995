import type { Power } from "@/lib/platform/generated/prisma/enums";
import type { Mandate, Representation, Viewer } from "./schema";

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
