import type { Tx } from "@/lib/platform/db/client";
import { buildOrganization } from "./build-organization";
import { describeOrganization } from "./describe-organization";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";
import { upsertRows } from "./sync-table";

/** Older than anything they have said. */
const founded = 560;

/** The fictional organizations as their file has them, listed to everybody. */
export async function putOrganizations(tx: Tx, rows: Demonstration["organizations"], now: Date): Promise<number> {
  const organizations = rows.map((row) =>
    buildOrganization({ ...describeOrganization(row), listing: "public", createdAt: daysBefore(now, founded) }),
  );
  // What becomes of an organization in the network is decided there, not in the file.
  const { added, changed } = await upsertRows(tx, "Organization", "slug", organizations, [
    "status",
    "listing",
    "createdAt",
  ]);
  await startTerm(tx, rows, now);
  return added + changed;
}

const scope = {
  scopeEn:
    "Draft common messages, hold three briefings a year and the meetings with the department, and admit who asks to join.",
  scopeFr:
    "Rédiger les messages communs, tenir trois séances d’information par année et les rencontres avec le ministère, et admettre qui demande à se joindre au réseau.",
};

/** The convener's term. Who exercises it by name comes with the people. */
async function startTerm(tx: Tx, rows: Demonstration["organizations"], now: Date) {
  const slugs = rows.filter((row) => row.role === "convener").map((row) => row.slug);
  const without = await tx.organization.findMany({ where: { slug: { in: slugs }, convenerTerms: { none: {} } } });
  await tx.convenerTerm.createMany({
    data: without.map(({ id }) => ({ organizationId: id, since: daysBefore(now, founded), ...scope })),
  });
}
