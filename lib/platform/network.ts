import "server-only";
import { db } from "./db";
import { env } from "./env";

/** The network this database serves: its names and thresholds. */
export async function readNetwork() {
  return db.network.findUniqueOrThrow({ where: { id: 1 } });
}

/** Demonstration mode: the database carries the marker and the server listens on a loopback address. */
export async function isDemonstration(): Promise<boolean> {
  if (!env().listensOnLoopback) return false;
  return (await readNetwork()).kind === "demonstration";
}
