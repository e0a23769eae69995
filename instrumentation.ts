import type { Instrumentation } from "next";
import { isDatabaseUnavailable } from "@/lib/platform/db/database-unavailable";

/** Runs once when the server starts: a wrong configuration stops it here, with the name of what is wrong. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireConfiguration } = await import("@/lib/platform/env");
  requireConfiguration();
  const { readNetwork } = await import("@/lib/network/read.settings");
  // The first page may ask which day it is before it has read anything. Without a database no page is drawn anyway.
  await readNetwork().catch(() => undefined);
}

/** The server in front of Next answers a page that failed. It is told here whether the reader may come back in a moment. */
export const onRequestError: Instrumentation.onRequestError = (error, { headers }) => {
  const id = headers["x-request-id"];
  const { concertedBusy } = globalThis as { concertedBusy?: Set<string> };
  if (typeof id === "string" && isDatabaseUnavailable(error)) concertedBusy?.add(id);
};
