import "server-only";
import type { OrganizationName } from "@/lib/organizations/schema";
import { type AsOf, findAnnotations } from "@/lib/positions/read";
import type { Viewer } from "@/lib/viewer/schema";
import type { GridData } from "./read.shape";

/** Who joined these reservations, by position, as far as the viewer may read it; in these very words alone. */
export async function findJoined(
  viewer: Viewer,
  reservations: GridData["reservations"],
  past: AsOf | null,
): Promise<Map<string, OrganizationName[]>> {
  const heads = reservations.map(({ positionId, ...standing }) => ({ id: positionId, standing }));
  const beside = await findAnnotations(viewer, heads, past);
  return new Map(
    [...beside].map(([id, { joins }]) => [
      id,
      joins.filter(({ earlierText }) => !earlierText).map(({ organization }) => organization),
    ]),
  );
}
