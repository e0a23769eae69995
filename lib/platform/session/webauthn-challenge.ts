import "server-only";
import { db } from "../db/client";
import { env } from "../env";
import type { WebauthnChallengeKind } from "../generated/prisma/enums";
import { ceremonyMinutes } from "./durations";

/** To whom a passkey belongs: the name in the address people type. A key made for another never answers here. */
export const relyingParty = () => ({ id: new URL(env().origin).hostname, origin: env().origin });

/** Keeps what a passkey is asked to sign, for this session alone; what was asked before is no longer. */
export async function storeChallenge(sessionId: string, kind: WebauthnChallengeKind, challenge: string) {
  await db.$executeRaw`INSERT INTO "Ceremony" ("sessionId", "kind", "challenge", "expiresAt")
    VALUES (${sessionId}::uuid, ${kind}::"CeremonyKind", ${challenge}, now() + make_interval(mins => ${ceremonyMinutes}::int))
    ON CONFLICT ("sessionId", "kind") DO UPDATE SET "challenge" = EXCLUDED."challenge", "expiresAt" = EXCLUDED."expiresAt"`;
}

/** Takes what was asked, once: whatever the answer turns out to be worth, it is not asked again. */
export async function takeChallenge(sessionId: string, kind: WebauthnChallengeKind): Promise<string | null> {
  const taken = await db.$queryRaw<{ challenge: string; open: boolean }[]>`
    DELETE FROM "Ceremony" WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ${kind}::"CeremonyKind"
    RETURNING "challenge", "expiresAt" > now() AS "open"`;
  return taken[0]?.open ? taken[0].challenge : null;
}
