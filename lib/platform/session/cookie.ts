import "server-only";
import { env } from "../env";

const secure = () => env().origin.startsWith("https:");

/** The cookie that holds a session's token. Under https no subdomain can plant it. */
export const sessionCookieName = () => (secure() ? "__Host-concerted-session" : "concerted-session");

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

export function readCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decodeURIComponent(part.slice(at + 1).trim());
  }
  return null;
}
