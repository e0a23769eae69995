import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/prisma/client";

export type Tx = Prisma.TransactionClient;

function connect() {
  const adapter = new PrismaPg({
    connectionString: env().databaseUrl,
    max: 10,
    application_name: "concerted",
    options: "-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000",
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 8_000 } });
}

// One pool per process: a development server that reloads modules keeps the first one.
const kept = globalThis as typeof globalThis & { concertedDb?: PrismaClient };

/** The database, opened at the first use, so that a build needs none. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    kept.concertedDb ??= connect();
    const value = Reflect.get(kept.concertedDb, property, kept.concertedDb);
    return typeof value === "function" ? value.bind(kept.concertedDb) : value;
  },
});

const collisions = new Set(["40001", "40P01", "23505"]);

/** The SQLSTATE or Prisma code of an error, wherever the driver put it. */
function collided(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2002" || error.code === "P2034") return true;
  return [...collisions].some((state) => JSON.stringify(error.meta ?? {}).includes(`"${state}"`));
}

const tries = 8;

/** Runs the work in one READ COMMITTED transaction, and again when it collided with another's. */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted });
    } catch (error) {
      if (attempt === tries || !collided(error)) throw error;
    }
  }
}
