import "server-only";
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { readNetwork } from "@/lib/network/read.settings";
import { db, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { relyingParty, storeChallenge, takeChallenge } from "@/lib/platform/session/webauthn-challenge";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { addingObstacle, mayManagePasskeys, passkeysReadableBy } from "./policy.passkeys";
import { passkeySelect, toPasskey } from "./read.passkeys";
import type { AddPasskeyInput } from "./schema.passkeys";

const maxPasskeys = 20;

async function requireFreshSession(viewer: Viewer) {
  const obstacle = addingObstacle(viewer, await readClock(db));
  if (obstacle || viewer.personId === null || viewer.sessionId === null)
    throw new Refusal("FORBIDDEN", obstacle ?? "passkeysByPerson");
  return { personId: viewer.personId, sessionId: viewer.sessionId };
}

/** What a new key is to be made with. The challenge stays here until it answers. */
export async function beginAdding(viewer: Viewer) {
  const { personId, sessionId } = await requireFreshSession(viewer);
  const [network, existing] = await Promise.all([
    readNetwork(),
    db.passkey.findMany({ where: { personId }, select: { credentialId: true, transports: true } }),
  ]);
  if (existing.length >= maxPasskeys) throw new Refusal("CONFLICT", "tooManyPasskeys");
  const options = await generateRegistrationOptions({
    rpName: viewer.language === "fr" ? network.nameFr : network.nameEn,
    rpID: relyingParty().id,
    userName: viewer.email ?? "",
    userDisplayName: viewer.name ?? "",
    userID: new TextEncoder().encode(personId),
    attestationType: "none",
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await storeChallenge(sessionId, "add", options.challenge);
  return options;
}

async function verifyRegistration(response: AddPasskeyInput["response"], challenge: string) {
  const { id, origin } = relyingParty();
  let verified: VerifiedRegistrationResponse;
  try {
    verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
  } catch {
    throw new Refusal("FORBIDDEN", "passkeyNotVerified");
  }
  if (!verified.verified) throw new Refusal("FORBIDDEN", "passkeyNotVerified");
  return verified.registrationInfo;
}

/** Keeps the public half of a new key. Asked by a person who proved who they are a moment ago. */
export async function addPasskey(viewer: Viewer, { name, response }: AddPasskeyInput) {
  const { personId, sessionId } = await requireFreshSession(viewer);
  const challenge = await takeChallenge(sessionId, "add");
  if (challenge === null) throw new Refusal("CONFLICT", "ceremonyOver");
  const { credential, credentialBackedUp } = await verifyRegistration(response, challenge);
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR UPDATE`;
    if ((await tx.passkey.count({ where: { personId } })) >= maxPasskeys)
      throw new Refusal("CONFLICT", "tooManyPasskeys");
    if ((await tx.passkey.count({ where: { credentialId: credential.id } })) > 0)
      throw new Refusal("CONFLICT", "passkeyKnown");
    const row = await tx.passkey.create({
      data: {
        personId,
        name,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: response.response.transports ?? [],
        synced: credentialBackedUp,
        createdAt: await readClock(tx),
      },
      select: passkeySelect,
    });
    await record(tx, "passkey.added", viewer, `person/${personId}`, { passkey: row.id });
    return toPasskey(row);
  });
}

export async function renamePasskey(viewer: Viewer, { id, name }: { id: string; name: string }) {
  if (!mayManagePasskeys(viewer)) throw new Refusal("FORBIDDEN", "passkeysByPerson");
  return transact(async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: { AND: [passkeysReadableBy(viewer), { id }] },
      data: { name },
    });
    if (count === 0) throw new Refusal("NOT_FOUND", "noSuchPasskey");
    await record(tx, "passkey.renamed", viewer, `person/${viewer.personId}`, { passkey: id });
    return toPasskey(await tx.passkey.findUniqueOrThrow({ where: { id }, select: passkeySelect }));
  });
}

/** A lost key is worth nothing from the next request on. */
export async function removePasskey(viewer: Viewer, id: string) {
  if (!mayManagePasskeys(viewer)) throw new Refusal("FORBIDDEN", "passkeysByPerson");
  return transact(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { AND: [passkeysReadableBy(viewer), { id }] } });
    if (count === 0) throw new Refusal("NOT_FOUND", "noSuchPasskey");
    await record(tx, "passkey.removed", viewer, `person/${viewer.personId}`, { passkey: id });
    return { removed: true as const };
  });
}
