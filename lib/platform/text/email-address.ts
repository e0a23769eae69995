import { z } from "zod";

const plain =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;

/**
 * The one form in which an address is kept and compared, or null for what is none: lower case, plain ASCII, no quoting,
 * comments, spaces or look-alike letters. Letters that only look the same belong to somebody else.
 */
export function canonicalEmail(given: string): string | null {
  const trimmed = given.trim();
  if (trimmed.length > 254 || /[^\x21-\x7e]/.test(trimmed)) return null;
  const lower = trimmed.toLowerCase();
  return plain.test(lower) && lower.indexOf("@") <= 64 ? lower : null;
}

export const email = z
  .string()
  .max(254)
  .refine((given) => canonicalEmail(given) !== null, "notAnAddress")
  .overwrite((given) => canonicalEmail(given) ?? given);

/** What stands of an address where somebody else may look: its first letter and its house. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
