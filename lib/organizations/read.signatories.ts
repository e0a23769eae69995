import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { contactOf, signaturesNeeded } from "./rules";
import type { OrganizationStatus, SignOffKind } from "./schema";

const signing = (organizationId: string, now: Date): Prisma.MandateWhereInput => ({
  organizationId,
  powers: { has: "sign_off" },
  person: { representations: { some: { organizationId, endedAt: null } } },
  ...inForce(now),
});

/** Who belongs to it and holds a mandate to sign off for it now, by other mandates than those that are about to end. */
export async function findSignatoryIds(tx: Tx, organizationId: string, now: Date, ending?: Prisma.MandateWhereInput) {
  const where = { AND: [signing(organizationId, now), ...(ending ? [{ NOT: ending }] : [])] };
  const rows = await tx.mandate.findMany({ where, distinct: ["personId"], select: { personId: true } });
  return rows.map((it) => it.personId);
}

/** Who the contact is, and whether anybody signs: what inviting and leaving fall back on. */
export type Signing = { signed: boolean; contactId: string | null };

export async function readSigning(
  tx: Tx,
  { id, status }: { id: string; status: OrganizationStatus },
  now: Date,
): Promise<Signing> {
  const [signatories, named, people] = await Promise.all([
    findSignatoryIds(tx, id, now),
    tx.organization.findUnique({ where: { id }, select: { contactId: true } }),
    tx.representation.findMany({
      where: { organizationId: id },
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      select: { personId: true, endedAt: true },
    }),
  ]);
  // A mandate of before commits no observer: nobody signs for one.
  const signed = signatories.length > 0 && status !== "observer";
  return { signed, contactId: contactOf(named?.contactId ?? null, people) };
}

type Ending = { mandates: Prisma.MandateWhereInput; insists: boolean; now: Date };

/**
 * Ending the mandate of the last signatory, or of one of the last two where two sign, asks for a successor first: nobody
 * could then commit the organization. It is no bar: whoever insists goes, and `insists` says that they were told.
 */
export async function requireSuccessor(
  tx: Tx,
  { id, signOffKind }: { id: string; signOffKind: SignOffKind },
  { mandates, insists, now }: Ending,
) {
  if (insists) return;
  const [before, after] = [await findSignatoryIds(tx, id, now), await findSignatoryIds(tx, id, now, mandates)];
  const needed = signaturesNeeded(signOffKind);
  if (after.length < before.length && after.length < needed)
    throw new Refusal("CONFLICT", "lastSignatory", { needed, left: after.length });
}
