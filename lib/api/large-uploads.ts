import "server-only";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import type { Context } from "@/lib/viewer/api.procedure";
import type { Problem } from "./problem";
import { largeUploads } from "./procedure-options";

let reading = false;

const perHour = () => ({ name: "large-file", most: env().rates.exports, minutes: 60 });

/**
 * Why this caller may not upload a large file now, or null; then the one upload slot of this node is theirs until
 * endLargeUpload.
 */
export async function beginLargeUpload(name: string, { viewer }: Context): Promise<Problem | null> {
  const upload = Object.hasOwn(largeUploads, name) ? largeUploads[name] : undefined;
  if (!upload) return null;
  if (viewer.personId === null) return { status: 401, reason: "signInFirst" };
  if (!upload.may(viewer)) return { status: 403, reason: upload.reason };
  if (reading) return { status: 503, reason: "largeFileAtWork", facts: { retryAfter: 5 } };
  reading = true;
  if (await consumeQuota(perHour(), viewer.personId).catch(endLargeUpload)) return null;
  reading = false;
  return { status: 429, reason: "tooManyFiles", facts: { retryAfter: 3600 } };
}

export function endLargeUpload(error?: unknown): void {
  reading = false;
  if (error !== undefined) throw error;
}

export const isLargeUpload = (name: string) => Object.hasOwn(largeUploads, name);
