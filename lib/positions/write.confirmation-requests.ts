import "server-only";
import { findOwnOrganization } from "@/lib/organizations/read.own-organization";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { findConfirming } from "./read.confirmation-requests";
import type { ConfirmationRequest, ConfirmationRequestInput } from "./schema.confirmation-requests";

/**
 * Hands what is due for review, and what this person may not confirm, to those who may. Each position is asked for once for its
 * review date, and a signatory is mailed once for all of them; asking again tells with whom they are.
 */
export async function requestConfirmations(
  viewer: Viewer,
  { organization: slug }: ConfirmationRequestInput,
): Promise<ConfirmationRequest> {
  return transact(async (tx) => {
    const { id: organizationId } = await findOwnOrganization(tx, viewer, slug);
    const { personId } = viewer;
    if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
    // Two who ask at once ask one after the other. The organization itself is not locked whole: acts on its positions lock the
    // position first and then share the organization, and the rows below point to positions: they would wait for one another.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(726176, hashtext(${organizationId}))::text`;
    await lockRights(tx, viewer);
    const { now, today } = await readToday(tx);
    const found = await findConfirming(tx, viewer, [organizationId], { now, today });
    const handed = found.filter((it) => !it.mayConfirm);
    if (handed.length === 0) throw new Refusal("CONFLICT", "nothingToHandOver");
    const fresh = handed.flatMap(({ position, confirmer }) =>
      confirmer && !confirmer.asked
        ? [{ positionId: position.id, reviewBy: position.reviewBy, signatoryId: confirmer.personId }]
        : [],
    );
    if (fresh.length > 0)
      await tx.confirmationRequest.createMany({
        data: fresh.map((it) => ({ ...it, requestedById: personId, at: now })),
      });
    for (const signatory of new Set(fresh.map((it) => it.signatoryId))) {
      const positions = fresh.filter((it) => it.signatoryId === signatory).length;
      const facts = { signatory, positions };
      await record(tx, "position.confirmationRequested", viewer, `organization/${organizationId}`, facts);
    }
    return notify(handed);
  });
}

function notify(handed: Awaited<ReturnType<typeof findConfirming>>): ConfirmationRequest {
  const pending = new Map<string, { signatory: string | null; positions: number }>();
  for (const { confirmer } of handed) {
    if (!confirmer) continue;
    const so = pending.get(confirmer.personId);
    pending.set(confirmer.personId, { signatory: confirmer.name, positions: (so?.positions ?? 0) + 1 });
  }
  return { pending: [...pending.values()], withoutSignatory: handed.filter((it) => !it.confirmer).length };
}
