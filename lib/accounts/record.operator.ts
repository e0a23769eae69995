import "server-only";
import { Refusal } from "@/lib/platform/http/refusal";
import { canonicalEmail } from "@/lib/platform/text/email-address";

/** The actor of what is done at the command line, where nobody is signed in. */
export const operator = { personId: null, token: null };
/** Marks the record of such an act. */
export const byHand = { commandLine: true } as const;

/** The canonical form under which a person is stored; an address that cannot be one belongs to nobody. */
export function requireAddress(given: string): string {
  const email = canonicalEmail(given);
  if (!email) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return email;
}
