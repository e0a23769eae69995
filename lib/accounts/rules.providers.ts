const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** A mail domain, in plain letters. */
export const isDomain = (given: string) => domain.test(given);

/** An issuer by its address: nothing hidden in it, nothing after it. Whether it may be asked depends on where we run. */
export function isIssuer(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, username, password, search, hash } = new URL(given);
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash && !/[?#\s]/.test(given);
}

/** What stands after the last @ of an address in canonical form. */
export const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1);

type Claim = { email: string | null; emailVerified: boolean };

/** The address that an issuer vouches for, or null: confirmed over there, and of one of its own domains. */
export function verifiedAddress({ email, emailVerified }: Claim, domains: readonly string[]): string | null {
  return email !== null && emailVerified && domains.includes(domainOf(email)) ? email : null;
}
