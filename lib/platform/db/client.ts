import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolClient } from "pg";
import { env } from "../env";
import { Prisma, PrismaClient } from "../generated/prisma/client";
import { namePreparedStatements } from "./prepared-statement-names";
import { requireUtc } from "./require-utc";

export type Tx = Prisma.TransactionClient;

function connect() {
  const line = {
    connectionString: env().databaseUrl,
    max: 10,
    // The server's own limits say nothing when it is the line to it that is silent: then we stop waiting ourselves.
    connectionTimeoutMillis: 5_000,
    query_timeout: 6_000,
    // A connection that rests keeps the plans of its statements: the first who comes after a pause does not pay for them anew.
    idleTimeoutMillis: 120_000,
    keepAlive: true,
    application_name: "concerted",
    verify: (client: PoolClient, done: (error?: Error) => void) => {
      requireUtc(client).then(() => done(), done);
    },
    options:
      "-c timezone=UTC -c datestyle=ISO -c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000" +
      // Said once a connection, not once a transaction.
      " -c default_transaction_isolation=read\\ committed",
  };
  const adapter = new PrismaPg(line, { statementNameGenerator: namePreparedStatements() });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 8_000 } });
}

// One pool per process: a development server that reloads modules keeps the first one.
const kept = globalThis as typeof globalThis & { concertedDb?: PrismaClient };

function client(): PrismaClient {
  kept.concertedDb ??= connect();
  return kept.concertedDb;
}

/** A transaction that a whole request runs in. `collision` tells its owner that the work has to be run again. */
type Ambient = { tx: Tx; collision: unknown };
const ambient = new AsyncLocalStorage<Ambient>();

/** The database, opened at the first use, so that a build needs none. Inside `transactWhole` it is that transaction. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    const target = ambient.getStore()?.tx ?? client();
    const value = Reflect.get(target, property, target);
    return typeof value === "function" ? value.bind(target) : value;
  },
});

/** Could not be put in order, waited for one another, the same key twice, the same time twice. */
const states = ["40001", "40P01", "23505", "23P01"];

/** Raw queries report a collision by SQLSTATE inside the driver's error, model queries by Prisma's own codes. */
function collided(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2002" || error.code === "P2034") return true;
  const meta = JSON.stringify(error.meta ?? {});
  return states.some((state) => meta.includes(`"${state}"`));
}

const tries = 8;

async function runAgainOnCollision<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client().$transaction(work);
    } catch (error) {
      if (attempt === tries || !collided(error)) throw error;
    }
  }
}

/** Runs the work in one READ COMMITTED transaction, and again when it collided with another's. */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = ambient.getStore();
  if (!outer) return runAgainOnCollision(work);
  try {
    return await work(outer.tx);
  } catch (error) {
    if (collided(error)) outer.collision = error;
    throw error;
  }
}

/** Runs outside the surrounding transaction: progress is visible at once and survives a rollback. */
export const outsideTransaction = <T>(work: () => Promise<T>): Promise<T> => ambient.exit(work);

/** Runs a whole request in one transaction, reads included, so that its answer can be kept with its effect. */
export function transactWhole<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return runAgainOnCollision(async (tx) => {
    const store: Ambient = { tx, collision: null };
    const result = await ambient.run(store, () => work(tx));
    if (store.collision) throw store.collision;
    return result;
  });
}
