import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { addressedBy, organizationNameSelect } from "./read.select";

/** The viewer's own organization; 404 for anybody else, so that its private pages do not reveal that it exists. */
export async function findOwnOrganization(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.organization.findFirst({
    where: { AND: [readableBy(viewer), addressedBy(slug)] },
    select: { ...organizationNameSelect, id: true, status: true, signOffKind: true },
  });
  if (!found || !belongsTo(viewer, found.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return found;
}
