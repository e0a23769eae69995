import "server-only";
import { randomBytes } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { db, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { toSessionCookie } from "@/lib/platform/session/cookie";
import { relyingParty, storeChallenge, takeChallenge } from "@/lib/platform/session/webauthn-challenge";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayManagePasskeys } from "./policy.passkeys";
import type { ReauthenticationInput } from "./schema.passkeys";

function requireSession(viewer: Viewer) {
  if (!mayManagePasskeys(viewer) || viewer.personId === null || viewer.sessionId === null)
    throw new Refusal("FORBIDDEN", "passkeysByPerson");
  return { personId: viewer.personId, sessionId: viewer.sessionId };
}

/** What one of this person's keys is to sign. */
export async function beginReauthentication(viewer: Viewer) {
  const { personId, sessionId } = requireSession(viewer);
  const passkeys = await db.passkey.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: { credentialId: true, transports: true },
  });
  if (passkeys.length === 0) throw new Refusal("CONFLICT", "noPasskey");
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: "required",
  });
  await storeChallenge(sessionId, "prove", options.challenge);
  return options;
}

type Key = { id: string; credentialId: string; publicKey: Uint8Array; counter: bigint; transports: string[] };

/** The passkey's new signature counter, or null when the assertion does not verify. */
async function verify(
  response: ReauthenticationInput["response"],
  challenge: string,
  key: Key,
): Promise<number | null> {
  const { id, origin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(key.publicKey),
        counter: Number(key.counter),
        transports: key.transports,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

async function refuse(viewer: Viewer, passkey: string): Promise<never> {
  await transact((tx) => record(tx, "passkey.refused", viewer, `person/${viewer.personId}`, { passkey }));
  throw new Refusal("FORBIDDEN", "passkeyNotVerified");
}

/**
 * Re-authentication by passkey (step-up): sets authenticatedAt and rotates the session token, so that a cookie stolen
 * earlier is worthless. `cookie` is the new Set-Cookie header.
 */
export async function reauthenticateByPasskey(viewer: Viewer, { response }: ReauthenticationInput) {
  const { personId, sessionId } = requireSession(viewer);
  const challenge = await takeChallenge(sessionId, "prove");
  if (challenge === null) throw new Refusal("CONFLICT", "ceremonyOver");
  const key = await db.passkey.findFirst({ where: { personId, credentialId: response.id } });
  if (!key) throw new Refusal("FORBIDDEN", "passkeyNotVerified");
  const counter = await verify(response, challenge, key);
  if (counter === null) return refuse(viewer, key.id);
  const token = randomBytes(32).toString("base64url");
  return transact(async (tx) => {
    const now = await readClock(tx);
    const counted = await tx.passkey.updateMany({
      where: { id: key.id, counter: key.counter },
      data: { counter, lastUsedAt: now },
    });
    if (counted.count === 0) throw new Refusal("CONFLICT", "ceremonyOver");
    const { expiresAt } = await tx.session.update({
      where: { id: sessionId },
      data: { authenticatedAt: now, lastSeenAt: now, tokenHash: sha256(token) },
      select: { expiresAt: true },
    });
    await record(tx, "passkey.used", viewer, `person/${personId}`, { passkey: key.id, session: sessionId });
    return { provedAt: now.toISOString(), cookie: toSessionCookie(token, expiresAt) };
  });
}
