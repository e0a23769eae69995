import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { requireSuccessor } from "../organizations/read.signatories";
import { mandatesReadableBy, mayRevokeMandate } from "./policy";
import { mandateSelect, scopeOf, toGrantedMandate } from "./read";
import { endMandate } from "./record.mandate";
import { takesTwo } from "./rules";
import type { MandateKey, RevokeInput } from "./schema";

/** The organization, locked, and the mandate, where this person may end it; otherwise why not. */
export async function prepareRevocation(tx: Tx, viewer: Viewer, { slug, id }: MandateKey) {
  const organization = await findOwnOrganization(tx, viewer, slug);
  await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
  const found = await tx.mandate.findFirst({
    where: { AND: [mandatesReadableBy(viewer), { organizationId: organization.id, id }] },
    select: mandateSelect,
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchMandate");
  if (!mayRevokeMandate(viewer, { ...found, scope: scopeOf(found) })) throw new Refusal("FORBIDDEN", "notASignatory");
  await lockRights(tx, viewer);
  const { now } = await readToday(tx);
  return { organization, found, now };
}

/** Ends a mandate from now on. What was done under it stays done, and keeps saying so. Twice is the same as once. */
export async function revokeMandate(viewer: Viewer, { slug, id, withoutSuccessor }: RevokeInput) {
  return transact(async (tx) => {
    const { organization, found, now } = await prepareRevocation(tx, viewer, { slug, id });
    const { id: organizationId } = organization;
    const own = found.personId === viewer.personId;
    if (!own && takesTwo(signOffKindFor(viewer, organizationId), found.powers))
      throw new Refusal("CONFLICT", "mandatesByTwo");
    await requireSuccessor(tx, organization, { mandates: { id }, insists: withoutSuccessor === true, now });
    await endMandate(tx, viewer, { id, organizationId, personId: found.personId, at: now });
    return toGrantedMandate(await tx.mandate.findUniqueOrThrow({ where: { id }, select: mandateSelect }), viewer, now);
  });
}
