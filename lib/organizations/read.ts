import "server-only";
import type { Viewer } from "@/lib/platform/viewer";
import type { Organization, OrganizationDetail, OrganizationsInput } from "./schema";

export async function listOrganizations(_: Viewer, __: OrganizationsInput) {
  return { items: [] as Organization[], nextCursor: null, total: 0 };
}

export async function getOrganization(_: Viewer, slug: string): Promise<OrganizationDetail> {
  throw new Error(slug);
}
