/**
 * What may be kept from a reader on the rows of one theme: nothing; something by those whose cells are blank; or something
 * anywhere, where organizations that this reader is not told of keep something, or nobody has looked yet.
 */
export type Concealment = "nothing" | "blanks" | "anything";

/** By theme; "unknown" until the nightly batch has looked. */
export type Concealed = ReadonlyMap<string, Concealment> | "unknown";

export const concealmentIn = (concealed: Concealed, theme: string): Concealment =>
  concealed === "unknown" ? "anything" : (concealed.get(theme) ?? "nothing");

/**
 * Whether a row says "some not shown". A row on which every member is seen to have answered hides nothing. On the others of
 * its theme a blank may be either, whichever proposition it is that somebody keeps to themselves.
 */
export const isSomeHidden = (concealment: Concealment, blanks: number) =>
  concealment === "anything" || (concealment === "blanks" && blanks > 0);

/** With fewer blanks on a row nothing can be promised: the others are known not to be meant. */
export const fewestBlanks = 3;

/** The marks of a theme end together with a quarter, so that none ends on account of what one organization did. */
export function quarterOf(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return `${year}-Q${Math.ceil((month ?? 1) / 3)}`;
}
