import type { DemonstrationRole, TokenScope, TokenState } from "./schema";

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;

/**
 * When a token ends. One that commits lives an hour, because it stands for a fresh sign-in; in a demonstration, where
 * nothing is at stake, a day.
 */
export function tokenExpiryOf(scope: TokenScope, days: number, demonstration: boolean, now: Date): Date {
  const life = scope === "commit" ? (demonstration ? day : hour) : days * day;
  return new Date(now.getTime() + life);
}

type Ending = { expiresAt: Date; revokedAt: Date | null };

export function tokenStateOf({ expiresAt, revokedAt }: Ending, now: Date): TokenState {
  if (revokedAt) return "revoked";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "live";
}

/** Powers that a token of this scope can exercise, however many its person holds. */
export function powersWithin<P extends string>(powers: readonly P[], scope: TokenScope | null): P[] {
  if (scope === null || scope === "commit") return [...powers];
  return scope === "draft" ? powers.filter((it) => it === "draft") : [];
}

/** The language to write to somebody in: the one they chose, else that of the page they asked from. */
export function languageFor(chosen: string, page: string): "en" | "fr" {
  const known = [chosen, page].find((it) => it === "en" || it === "fr");
  return known === "fr" ? "fr" : "en";
}

const demonstrationDomain = "@demo.example";

export const isDemonstrationAddress = (email: string) => email.endsWith(demonstrationDomain);

const roleByFirstWord = new Map<string, DemonstrationRole>([
  ["rep", "representative"],
  ["signatory", "signatory"],
  ["convener", "convener"],
  ["rapporteur", "rapporteur"],
  ["guest", "guest"],
  ["admin", "administrator"],
]);

/** The part that a demonstration address plays, by its first word; null for any other address. */
export function demonstrationRoleOf(email: string): DemonstrationRole | null {
  if (!isDemonstrationAddress(email)) return null;
  return roleByFirstWord.get(email.slice(0, -demonstrationDomain.length).split(".")[0] ?? "") ?? null;
}

/** A job that waited this long finds nobody waiting for it: a link that comes the next day looks like a trick. */
export const isAwaited = (requestedAt: Date, now: Date) => now.getTime() - requestedAt.getTime() < 4 * hour;
