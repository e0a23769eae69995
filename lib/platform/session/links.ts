import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { db } from "../db";
import { env } from "../env";
import { linkMinutes } from "./times";

/** A link's token as next-auth looks for it. */
const hashLinkToken = (token: string) => createHash("sha256").update(`${token}${env().secret}`).digest("hex");

/** Makes a sign-in link's token. Only its hash is kept; the token itself goes into the mail and nowhere else. */
export async function createLinkToken(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = Date.now();
  await db.signInLink.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  const expiresAt = new Date(now + linkMinutes * 60_000);
  await db.signInLink.create({ data: { tokenHash: hashLinkToken(token), email, expiresAt } });
  return token;
}

/** Whom a link would sign in, without using it up; null when it is used, expired or never was. */
export async function findLink(token: string): Promise<{ email: string } | null> {
  const link = await db.signInLink.findUnique({ where: { tokenHash: hashLinkToken(token) } });
  return link && link.expiresAt.getTime() > Date.now() ? { email: link.email } : null;
}
