import "server-only";
import type { Actor } from "@/lib/activity/record";
import type { Tx } from "@/lib/platform/db/client";
import type { RecoveryOutcome } from "@/lib/platform/generated/prisma/enums";
import { record } from "./activity";

type Ending = { outcome: RecoveryOutcome; at: Date; mandateId?: string };

/** Ends a recovery, once: restored, objected to, taken back, or gone with what it rested on. */
export async function endRecovery(
  tx: Tx,
  actor: Actor,
  { id, organizationId }: { id: string; organizationId: string },
  { outcome, at, mandateId }: Ending,
) {
  const ended = { outcome, endedAt: at, endedById: actor.personId, ...(mandateId && { mandateId }) };
  await tx.signatoryRecovery.update({ where: { id }, data: ended });
  await record(tx, "recovery.ended", actor, `organization/${organizationId}`, { recovery: id, outcome });
}
