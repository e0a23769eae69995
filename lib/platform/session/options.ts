import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { adapter } from "./adapter";
import { sessionCookieName, sessionCookieOptions } from "./cookie";

const sevenDays = 7 * 24 * 60 * 60;
const linkMinutes = 15;

/** A link's token as next-auth looks for it. */
const hashLinkToken = (token: string) => createHash("sha256").update(`${token}${env().secret}`).digest("hex");

/** Makes a sign-in link's token. Only its hash is kept; the token itself goes into the mail and nowhere else. */
export async function createLinkToken(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000);
  await db.signInLink.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await db.signInLink.create({ data: { tokenHash: hashLinkToken(token), email, expiresAt } });
  return token;
}

/** next-auth keeps sessions and takes links; asking for a link is our own door, which tells nobody who has an account. */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL = env().origin;
  return {
    secret: env().secret,
    adapter,
    session: {
      strategy: "database",
      maxAge: sevenDays,
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
        sendVerificationRequest: () => Promise.reject(new Error("links are asked for at our own door")),
      },
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : new URL(baseUrl);
        return target.origin === baseUrl ? target.href : baseUrl;
      },
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
