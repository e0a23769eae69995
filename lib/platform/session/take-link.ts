import "server-only";
import NextAuth from "next-auth";
import { transactWhole } from "../db/client";
import { log, toLoggable } from "../log";
import { sessionCookieName } from "./cookie";
import type { StartSession } from "./next-auth-adapter";
import { authOptions } from "./next-auth-options";

/** As much of Node's answer as next-auth writes on: it sets cookies, and says where to go, which we decide ourselves. */
function listenForCookies() {
  const headers = new Map<string, string | string[]>();
  const answer = {
    status: () => answer,
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => undefined,
    json: () => undefined,
    send: () => undefined,
  };
  return { answer, cookies: () => [headers.get("set-cookie") ?? []].flat() };
}

/**
 * Takes a sign-in link: once, and by nobody after it expired. Answers the Set-Cookie of the session that it started, or
 * null. next-auth is handed the link and no header of the request, so no forwarded host can speak for us; of the cookies
 * it would set, its own two are left behind. A link is spent with the session it starts or not at all.
 */
export async function takeLink(token: string, startSession: StartSession): Promise<string | null> {
  const request = {
    method: "POST",
    headers: {},
    cookies: {},
    body: {},
    query: { nextauth: ["callback", "email"], token },
  };
  return transactWhole(async () => {
    let failure: unknown = null;
    const start: StartSession = (session) =>
      startSession(session).catch((error: unknown) => {
        failure = error;
        throw error;
      });
    const { answer, cookies } = listenForCookies();
    await NextAuth(request as never, answer as never, authOptions(start));
    // next-auth makes a page of every error; thrown on, this one gives the link back.
    if (failure) throw failure;
    return cookies().find((cookie) => cookie.startsWith(`${sessionCookieName()}=`)) ?? null;
  }).catch((error: unknown) => {
    log.error({ err: toLoggable(error) }, "a session could not be started");
    return null;
  });
}
