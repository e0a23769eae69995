import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";

/** Minutes an OIDC sign-in may take, from our redirect to the callback. */
export const oidcAttemptMinutes = 10;

/**
 * Starts an OIDC sign-in. The secret goes into the browser's cookie; the database keeps its hash, to check that the
 * callback came to the same browser.
 */
export async function beginOidcAttempt(providerId: string, next: string | null): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await db.$executeRaw`INSERT INTO "SignInAttempt" ("secretHash", "providerId", "next", "expiresAt")
    VALUES (${sha256(secret)}, ${providerId}::uuid, ${next}, now() + make_interval(mins => ${oidcAttemptMinutes}::int))`;
  return secret;
}

/**
 * Consumes an OIDC sign-in, once; `fits` only in time and at the callback of the provider it was started for. `next` comes
 * back in any case, so that whoever starts again ends there.
 */
export async function consumeOidcAttempt(
  providerId: string,
  secret: string,
): Promise<{ next: string | null; fits: boolean } | null> {
  const taken = await db.$queryRaw<{ next: string | null; fits: boolean }[]>`
    DELETE FROM "SignInAttempt" WHERE "secretHash" = ${sha256(secret)}
    RETURNING "next", "expiresAt" > now() AND "providerId" = ${providerId}::uuid AS "fits"`;
  return taken[0] ?? null;
}
