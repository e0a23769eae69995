import "server-only";
import type { OrganizationName } from "@/lib/organizations/schema";
import type { Viewer } from "@/lib/platform/viewer";
import { findBeside, type PastDay } from "@/lib/positions/read";
import type { Look } from "./read.shape";

/** Who joined these reservations, by position, as far as the viewer may read it; in these very words alone. */
export async function findJoined(
  viewer: Viewer,
  reservations: Look["reservations"],
  past: PastDay | null,
): Promise<Map<string, OrganizationName[]>> {
  const heads = reservations.map(({ positionId, ...standing }) => ({ id: positionId, standing }));
  const beside = await findBeside(viewer, heads, past);
  return new Map(
    [...beside].map(([id, { joins }]) => [
      id,
      joins.filter(({ earlierText }) => !earlierText).map(({ organization }) => organization),
    ]),
  );
}
