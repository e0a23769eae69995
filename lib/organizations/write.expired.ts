import "server-only";
import { transact } from "@/lib/platform/db/client";
import { record } from "./activity";

/** So many at a time, so that no lock is held for long. */
const batch = 1_000;

/**
 * Removes what nobody confirmed or accepted in time: applications after a fortnight, as what was typed about people does not
 * stay; invitations a month after they ended, to see until then that nobody came. Says how many rows of each table went.
 */
export async function deleteExpiredRequests() {
  const deleted = { Application: 0, Invitation: 0 };
  for (let more = true; more; ) {
    const { applications, invitations } = await deleteSome();
    deleted.Application += applications;
    deleted.Invitation += invitations;
    more = applications === batch || invitations === batch;
  }
  return deleted;
}

const deleteSome = () =>
  transact(async (tx) => {
    const applications = await tx.$executeRaw`
      DELETE FROM "Application" WHERE "id" IN (SELECT "id" FROM "Application"
        WHERE "confirmedAt" IS NULL AND "createdAt" < now() - interval '14 days' LIMIT ${batch})`;
    const invitations = await tx.$executeRaw`
      DELETE FROM "Invitation" WHERE "id" IN (SELECT "id" FROM "Invitation"
        WHERE "expiresAt" < now() - interval '30 days' LIMIT ${batch})`;
    const counts = { applications, invitations };
    if (applications + invitations > 0)
      await record(tx, "requests.expired", { personId: null, token: null }, "network", counts);
    return counts;
  });
