import "server-only";
import { env } from "@/lib/platform/env";
import { countDear } from "@/lib/platform/limits";
import type { Context } from "@/lib/platform/procedure";
import { largeDoors } from "./exceptions";
import type { Problem } from "./problem";

let reading = false;

const perHour = () => ({ name: "large-file", most: env().rates.exports, minutes: 60 });

/** Why this caller may not hand a large file in now, or null: then the way is theirs until they leave it. */
export async function enterLargeDoor(name: string, { viewer }: Context): Promise<Problem | null> {
  const door = Object.hasOwn(largeDoors, name) ? largeDoors[name] : undefined;
  if (!door) return null;
  if (viewer.personId === null) return { status: 401, reason: "signInFirst" };
  if (!door.may(viewer)) return { status: 403, reason: door.reason };
  if (reading) return { status: 503, reason: "largeFileAtWork", facts: { retryAfter: 5 } };
  reading = true;
  if (await countDear(perHour(), viewer.personId).catch(leaveLargeDoor)) return null;
  reading = false;
  return { status: 429, reason: "tooManyFiles", facts: { retryAfter: 3600 } };
}

export function leaveLargeDoor(error?: unknown): void {
  reading = false;
  if (error !== undefined) throw error;
}

export const isLargeDoor = (name: string) => Object.hasOwn(largeDoors, name);
