import { ORPCError } from "@orpc/server";
import { readEvery } from "@/components/positions/read-every";
import { api, getViewer } from "@/lib/api/server";

/** Applications that wait for this reader as the convener; null for everybody else. */
export async function readApplications() {
  try {
    return await readEvery((place) => api.organizations.applications(place));
  } catch (error) {
    if (error instanceof ORPCError && (error.status === 403 || error.status === 401)) return null;
    throw error;
  }
}

/** What waits for those who convene, or are asked to. Asked for only where somebody could be concerned. */
export async function readConvenerDebts() {
  const viewer = await getViewer();
  const [applications, { offers }] = await Promise.all([
    viewer.convenerFor.length > 0 ? readApplications() : null,
    api.convening.get({}),
  ]);
  return { applications: applications ?? [], offers };
}
