import "server-only";
import { env } from "../env";

const secure = () => env().origin.startsWith("https:");

/** The cookie that holds a session's token. Under https no subdomain can plant it. */
export const sessionCookieName = () => (secure() ? "__Host-concerted-session" : "concerted-session");

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

/** Gives a browser its session's token, as long as the session can last. */
export const toSessionCookie = (token: string, expires: Date) =>
  `${sessionCookieName()}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

/** Takes the cookie back. A `__Host-` cookie listens only to one that says Secure as well. */
export const toExpiredSessionCookie = () =>
  `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

/**
 * The value of a cookie. One that comes twice with different values was planted beside ours by somebody who can write
 * cookies for this host: then it is nobody's, since no two readers need agree on which of them counts.
 */
export function readCookie(headers: Headers, name: string): string | null {
  let found: string | null = null;
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at <= 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    if (found !== null && found !== value) return null;
    found = value;
  }
  return found;
}
