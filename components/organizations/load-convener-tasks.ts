import { ORPCError } from "@orpc/server";
import { collectPages } from "@/components/positions/collect-pages";
import { api, getViewer } from "@/lib/api/server";

/** Applications that wait for this reader as the convener; null for everybody else. */
export async function loadApplications() {
  try {
    return await collectPages((page) => api.organizations.applications(page));
  } catch (error) {
    if (error instanceof ORPCError && (error.status === 403 || error.status === 401)) return null;
    throw error;
  }
}

/** What waits for those who convene, or are asked to. Asked for only where somebody could be concerned. */
export async function loadConvenerTasks() {
  const viewer = await getViewer();
  const [applications, { offers }] = await Promise.all([
    viewer.convenerFor.length > 0 ? loadApplications() : null,
    api.convening.get({}),
  ]);
  return { applications: applications ?? [], offers };
}
