import { ORPCError } from "@orpc/server";
import { collectPages } from "@/lib/api/collect-pages";
import { api } from "@/lib/api/server";

/** Applications that wait for this reader as the convener; null for everybody else. */
export async function loadApplications() {
  try {
    return await collectPages((page) => api.organizations.applications(page));
  } catch (error) {
    if (error instanceof ORPCError && (error.status === 403 || error.status === 401)) return null;
    throw error;
  }
}
