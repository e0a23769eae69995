import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { db } from "../db/client";
import { env } from "../env";
import { log } from "../log";
import { sessionCookieName, sessionCookieOptions } from "./cookie";
import { linkMinutes, sessionDays } from "./durations";
import { makeAdapter, type StartSession } from "./next-auth-adapter";

/** next-auth keeps sessions and takes links; links are requested from our own endpoint, which reveals to nobody who has an account. */
export function authOptions(startSession: StartSession): NextAuthOptions {
  process.env.NEXTAUTH_URL = env().origin;
  return {
    secret: env().secret,
    adapter: makeAdapter(startSession),
    session: {
      strategy: "database",
      maxAge: sessionDays * 24 * 60 * 60,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in" },
    providers: [
      {
        id: "email",
        type: "email",
        name: "Email",
        server: "",
        from: "",
        maxAge: linkMinutes * 60,
        options: {},
        sendVerificationRequest: () => Promise.reject(new Error("links are requested from our own endpoint")),
      },
    ],
    callbacks: {
      redirect: ({ baseUrl }) => baseUrl,
      // A link for an address that left in the meantime opens nothing.
      signIn: async ({ user }) =>
        user.email ? (await db.person.count({ where: { email: user.email } })) === 1 : false,
    },
    logger: {
      error: (code) => log.error({ code }, "sign-in"),
      warn: (code) => log.debug({ code }, "sign-in"),
      debug: () => undefined,
    },
  };
}
