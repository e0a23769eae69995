import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { record } from "./activity";
import { findGivers } from "./read.signers";
import type { MandateRequest, MandateRequestInput } from "./schema";

/**
 * Asks those who can give this person a mandate for one. It is kept and mailed once: asking again while it is open says the
 * same, and a mandate answers it.
 */
export async function requestMandate(viewer: Viewer, { slug }: MandateRequestInput): Promise<MandateRequest> {
  return transact(async (tx) => {
    const { id: organizationId, status } = await findOwnOrganization(tx, viewer, slug);
    const { personId } = viewer;
    if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
    if (status !== "member") throw new Refusal("CONFLICT", "notAMember");
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
    await lockRights(tx, viewer);
    const mandates = viewer.mandates.filter((it) => it.organizationId === organizationId);
    if (mandates.some(({ powers }) => powers.some((it) => it === "draft" || it === "sign_off")))
      throw new Refusal("CONFLICT", "mandateExists");
    const { now } = await readToday(tx);
    const { givers } = await findGivers(tx, organizationId, { personId, now });
    if (givers.length === 0) throw new Refusal("CONFLICT", "nobodyToAsk");
    const asked = givers.map(({ name }) => name);
    const place = { personId_organizationId: { personId, organizationId } };
    const open = await tx.mandateRequest.findUnique({ where: place });
    if (open) return { at: open.at.toISOString(), asked };
    await tx.mandateRequest.create({ data: { personId, organizationId, at: now } });
    await record(tx, "mandate.requested", viewer, `organization/${organizationId}`, { person: personId });
    return { at: now.toISOString(), asked };
  });
}
