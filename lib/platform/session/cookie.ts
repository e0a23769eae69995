import "server-only";
import { env } from "../env";

const secure = () => env().origin.startsWith("https:");

/** The cookie that holds a session's token. Under https no subdomain can plant it. */
export const sessionCookieName = () => (secure() ? "__Host-concerted-session" : "concerted-session");

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

/** Takes the cookie back. A `__Host-` cookie listens only to one that says Secure as well. */
export const forgetSessionCookie = () =>
  `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

export function readCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
