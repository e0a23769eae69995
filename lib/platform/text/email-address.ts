import { z } from "zod";

const plain =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;

/** What a domain is read in besides plain letters: those of French. Any other letter may be a look-alike. */
const accented = /^[a-z0-9.\-à-öø-ÿœ]+$/;

/** A domain as mail writes it: `exémple.ca` and `xn--exmple-cva.ca` are one. Null where its letters may be look-alikes. */
export function canonicalDomain(given: string): string | null {
  if (/^[\x21-\x7e]*$/.test(given)) return given.toLowerCase();
  const read = given.normalize("NFC").toLowerCase();
  return accented.test(read) && URL.canParse(`http://${read}`) ? new URL(`http://${read}`).hostname : null;
}

/**
 * The one form in which an address is kept and compared, or null for what is none: lower case, plain ASCII, no quoting,
 * comments, spaces or look-alike letters. Letters that only look the same belong to somebody else.
 */
export function canonicalEmail(given: string): string | null {
  const trimmed = given.trim();
  const at = trimmed.lastIndexOf("@");
  if (trimmed.length > 254 || /[^\x21-\x7e]/.test(trimmed.slice(0, at + 1))) return null;
  const domain = canonicalDomain(trimmed.slice(at + 1));
  const address = domain && trimmed.slice(0, at + 1).toLowerCase() + domain;
  return address && address.length <= 254 && plain.test(address) && address.indexOf("@") <= 64 ? address : null;
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
