import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { db } from "../db/client";
import { env } from "../env";
import { linkMinutes } from "./durations";

/** A link's token as next-auth looks for it. */
const hashLinkToken = (token: string) => createHash("sha256").update(`${token}${env().secret}`).digest("hex");

/**
 * Makes a sign-in link's token. Only its hash is kept; the token itself goes into the mail and nowhere else. It ends by the
 * database's clock: the worker that makes it and the node that takes it may differ about the hour.
 */
export async function createLinkToken(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.$executeRaw`DELETE FROM "SignInLink" WHERE "expiresAt" < now()`;
  await db.$executeRaw`INSERT INTO "SignInLink" ("tokenHash", "email", "expiresAt")
    VALUES (${hashLinkToken(token)}, ${email}, now() + make_interval(mins => ${linkMinutes}::int))`;
  return token;
}

/** Whom a link would sign in, without using it up; null when it is used, expired or never was. */
export async function findSignInLink(token: string): Promise<{ email: string } | null> {
  const links = await db.$queryRaw<{ email: string }[]>`
    SELECT "email" FROM "SignInLink" WHERE "tokenHash" = ${hashLinkToken(token)} AND "expiresAt" > now()`;
  return links[0] ?? null;
}
