import { ORPCError } from "@orpc/server";
import { notFound } from "next/navigation";

/** What is absent, hidden, or named in a way nothing is named: one and the same page. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof ORPCError && (error.status === 404 || error.status === 400)) notFound();
    throw error;
  }
}
