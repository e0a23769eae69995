import "server-only";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import type { Context } from "@/lib/viewer/api.procedure";
import type { Problem } from "./problem";
import { largeUploads } from "./procedure-options";

/** How many of each kind are read on this node: what they hold in memory is bounded by it. */
const reading = new Map<string, number>();

const perHour = () => ({ name: "large-file", most: env().rates.exports, minutes: 60 });

/**
 * Why this caller may not upload a large file now, or null; then one of the places on this node is theirs until
 * endLargeUpload.
 */
export async function beginLargeUpload(name: string, { viewer }: Context): Promise<Problem | null> {
  const upload = Object.hasOwn(largeUploads, name) ? largeUploads[name] : undefined;
  if (!upload) return null;
  if (viewer.personId === null) return { status: 401, reason: "signInFirst" };
  if (!upload.may(viewer)) return { status: 403, reason: upload.reason };
  const taken = reading.get(name) ?? 0;
  if (taken >= upload.atOnce) return { status: 503, reason: "largeFileAtWork", facts: { retryAfter: 5 } };
  reading.set(name, taken + 1);
  if (!upload.counted) return null;
  const isLeft = await consumeQuota(perHour(), viewer.personId).catch((error: unknown) => {
    endLargeUpload(name);
    throw error;
  });
  if (isLeft) return null;
  endLargeUpload(name);
  return { status: 429, reason: "tooManyFiles", facts: { retryAfter: 3600 } };
}

export function endLargeUpload(name: string): void {
  reading.set(name, Math.max(0, (reading.get(name) ?? 0) - 1));
}

export const isLargeUpload = (name: string) => Object.hasOwn(largeUploads, name);
