import "server-only";
import { Prisma } from "../generated/prisma/client";
import { idleHours } from "../session/durations";
import { db } from "./client";

/** What nobody can use any more, by the database's clock. None of it is under the record; what is goes by an act of its noun. */
const leftovers = {
  SignInLink: Prisma.sql`"expiresAt" < now()`,
  Session: Prisma.sql`"expiresAt" < now() OR "lastSeenAt" < now() - make_interval(hours => ${idleHours}::int)`,
  Ceremony: Prisma.sql`"expiresAt" < now()`,
  EmailChange: Prisma.sql`"expiresAt" < now()`,
  SignInAttempt: Prisma.sql`"expiresAt" < now()`,
  KeptAnswer: Prisma.sql`"createdAt" < now() - interval '48 hours'`,
  // Jobs are given up after days: months later nobody would be mailed about it again.
  Notification: Prisma.sql`"at" < now() - interval '90 days'`,
  ImportProgress: Prisma.sql`"at" < now() - interval '1 day'`,
  RateWindow: Prisma.sql`"startsAt" < now() - interval '1 day'`,
};

/** Each statement has its time, and holds no lock for long. */
const batch = 5_000;

/** Removes of each of these tables what is over by its condition. Says how many rows went. */
export async function deleteWhatIsOver(tables: Record<string, Prisma.Sql>): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const [name, over] of Object.entries(tables)) {
    const table = Prisma.raw(`"${name}"`);
    let gone = 0;
    for (let removed = batch; removed === batch; gone += removed) {
      removed = await db.$executeRaw`
        DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${over} LIMIT ${batch}))`;
    }
    deleted[name] = gone;
  }
  return deleted;
}

export const deleteExpiredRows = () => deleteWhatIsOver(leftovers);
