import "server-only";
import { env } from "../env";
import { findCookie, nameSessionCookie } from "./credentials.mjs";

const secure = () => env().origin.startsWith("https:");

export const sessionCookieName = () => nameSessionCookie(secure());

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

/** Gives a browser its session's token, as long as the session can last. */
export const toSessionCookie = (token: string, expires: Date) =>
  `${sessionCookieName()}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

/** Takes the cookie back. A `__Host-` cookie listens only to one that says Secure as well. */
export const toExpiredSessionCookie = () =>
  `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

/** The value of a cookie; of none where it comes twice with different values. */
export const readCookie = (headers: Headers, name: string): string | null => findCookie(headers.get("cookie"), name);
