import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";

/** How long the way to an issuer and back may take, its own questions included. */
export const oidcAttemptMinutes = 10;

/** Begins a way to an issuer. The secret is for the browser alone; here its digest says where it may come back from. */
export async function beginOidcAttempt(providerId: string, next: string | null): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await db.$executeRaw`INSERT INTO "SignInAttempt" ("secretHash", "providerId", "next", "expiresAt")
    VALUES (${sha256(secret)}, ${providerId}::uuid, ${next}, now() + make_interval(mins => ${oidcAttemptMinutes}::int))`;
  return secret;
}

/** Takes a way that came back, once, at the place of the provider it went to. */
export async function consumeOidcAttempt(providerId: string, secret: string): Promise<{ next: string | null } | null> {
  const taken = await db.$queryRaw<{ next: string | null; fits: boolean }[]>`
    DELETE FROM "SignInAttempt" WHERE "secretHash" = ${sha256(secret)}
    RETURNING "next", "expiresAt" > now() AND "providerId" = ${providerId}::uuid AS "fits"`;
  return taken[0]?.fits ? { next: taken[0].next } : null;
}
