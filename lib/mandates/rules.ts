import { commits, signaturesNeeded } from "../organizations/rules";
import type { powers, SignOffKind } from "../organizations/schema";

type Power = (typeof powers)[number];

/** What a mandate reaches: powers, on themes or on all (null). */
export type MandateScope = { powers: readonly Power[]; themeIds: readonly string[] | null };

const coversTheme = (scope: MandateScope, themeId: string | null) =>
  scope.themeIds === null || (themeId !== null && scope.themeIds.includes(themeId));

/**
 * Whether these mandates together reach as far: each power on each theme, and the power to sign off there. Nobody hands on
 * more than they hold, and every theme is more than each theme there happens to be.
 */
export function coversScope(scopes: readonly MandateScope[], { powers, themeIds }: MandateScope): boolean {
  const themes: readonly (string | null)[] = themeIds ?? [null];
  const needed: Power[] = [...powers, "sign_off"];
  return themes.every((theme) =>
    needed.every((power) => scopes.some((it) => it.powers.includes(power) && coversTheme(it, theme))),
  );
}

/** Where two sign, whoever may commit the organization is given that power, or loses it, by two as well. */
export const takesTwo = (kind: SignOffKind, granted: readonly Power[]) =>
  signaturesNeeded(kind) > 1 && commits(granted);

type Life = { validFrom: Date; expiresAt: Date | null; revokedAt: Date | null };

export function mandateStateOf({ expiresAt, revokedAt }: Life, now: Date): "in_force" | "expired" | "revoked" {
  if (revokedAt && !(expiresAt && expiresAt <= revokedAt)) return revokedAt <= now ? "revoked" : "in_force";
  return expiresAt && expiresAt <= now ? "expired" : "in_force";
}

type MandateDates = { today: string; instrumentDate: string; expiresOn?: string | undefined };

/** Why these dates make no mandate. Days compare as text. */
export function datesObstacle({
  today,
  instrumentDate,
  expiresOn,
}: MandateDates): "decidedInFuture" | "endsInPast" | null {
  if (instrumentDate > today) return "decidedInFuture";
  return expiresOn !== undefined && expiresOn < today ? "endsInPast" : null;
}
