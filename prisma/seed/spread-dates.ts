import { createHash } from "node:crypto";

const day = 86_400_000;
const spread = 455;

/** Hours of work in Canada, so that no fictional signatory signs at night. */
const firstHour = 14;
const hours = 7;

/** The same moment for the same words, however often it is asked, so that a demonstration can be told again. */
const numberFrom = (...words: string[]) =>
  Number.parseInt(createHash("sha256").update(words.join("\0")).digest("hex").slice(0, 8), 16);

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * day);

function inWorkingHours(at: Date, chance: number): Date {
  const moved = new Date(at);
  moved.setUTCHours(firstHour + (chance % hours), chance % 60, chance % 59, 0);
  return moved;
}

export type PositionDates = { drafted: Date; submitted: Date; signedOff: Date };

/** Spreads a position’s dates over the fifteen months before `now`, the same for every load. */
export function spreadDates(
  now: Date,
  organization: string,
  theme: string,
  proposition: string,
  typicalDays: number,
): PositionDates {
  const sitting = numberFrom(organization, theme);
  const ago = 15 + (sitting % (spread - 15 - typicalDays));
  const signedOff = inWorkingHours(daysBefore(now, ago), sitting);
  const chance = numberFrom(organization, proposition);
  return {
    drafted: inWorkingHours(daysBefore(signedOff, typicalDays), chance),
    submitted: inWorkingHours(daysBefore(signedOff, Math.ceil(typicalDays / 2)), chance + 1),
    signedOff,
  };
}
