import { keepHead } from "@/lib/activity/jobs";
import { record } from "@/lib/network/activity";
import { transact } from "@/lib/platform/db/client";
import type { Rebuilt } from "./rebuild";

const nobody = { personId: null, token: null };

/**
 * A database that came back goes on from here. Sessions that were ended since the backup would live again, so all of
 * them end. The record says what happened, and what was noted outside about its lost end binds no more.
 */
export async function finishRestore({ opening, digest, sealedWith }: Rebuilt) {
  await transact(async (tx) => {
    await tx.session.deleteMany({});
    await tx.signInLink.deleteMany({});
    await tx.signInAttempt.deleteMany({});
    const sealed = sealedWith !== null;
    await record(tx, "backup.restored", nobody, "network", { takenAt: opening.takenAt, digest, sealed });
  });
  await keepHead("restored");
}
