import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import type { GrantContext } from "./policy.people";
import { inForce, organizationNameSelect } from "./read";

/** An organization that this viewer belongs to; for whoever does not, what only its own people read is not there. */
export async function findOwnOrganization(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.organization.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: { ...organizationNameSelect, id: true, status: true },
  });
  if (!found || !belongsTo(viewer, found.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return found;
}

const stillBelongs = (organizationId: string) => ({ representations: { some: { organizationId, endedAt: null } } });

/** Whether anybody who belongs to it signs for it now. */
export async function hasSignatory(tx: Tx, organizationId: string, now: Date): Promise<boolean> {
  const signing = { organizationId, powers: { has: "sign_off" as const }, ...inForce(now) };
  const where = { ...signing, person: stillBelongs(organizationId), organization: { status: "member" as const } };
  return (await tx.mandate.findFirst({ where, select: { id: true } })) !== null;
}

/** How it stands as far as giving out mandates goes: see `grantsAs`. */
export async function readGrantContext(tx: Tx, organizationId: string): Promise<GrantContext> {
  const [{ contactId: named }, first, signed, people] = await Promise.all([
    tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { contactId: true } }),
    tx.representation.findFirst({
      where: { organizationId },
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      select: { personId: true, endedAt: true },
    }),
    tx.mandate.findFirst({ where: { organizationId, powers: { has: "sign_off" } }, select: { id: true } }),
    tx.representation.count({ where: { organizationId } }),
  ]);
  const earliest = first && first.endedAt === null ? first.personId : null;
  // Where none was named, whoever came first.
  const contactId = named ?? earliest;
  return { organizationId, contactId, everSigned: signed !== null, ofOne: people === 1 };
}
