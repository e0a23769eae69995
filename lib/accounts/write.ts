import "server-only";
import { randomBytes } from "node:crypto";
import { isDemonstration, readNetwork } from "@/lib/network/read.settings";
import { type Tx, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import type { StartedSession } from "@/lib/platform/session/next-auth-adapter";
import { safeNext } from "@/lib/platform/session/safe-next";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { signInLinkAttempts } from "./constants";
import { mayRevoke, tokenObstacle, tokensReadableBy } from "./policy";
import { tokenSelect, toToken } from "./read";
import { tokenExpiryOf } from "./rules";
import type { LinkInput, TokenInput, TokenScope } from "./schema";

/** Asks for a link. Whoever it is for, this leaves a job and answers; who has an account is looked up later, unseen. */
export async function requestLink(address: string, { email, language, next }: LinkInput) {
  const { signInPerAddress: most } = env().rates;
  if (!(await consumeQuota({ name: "sign-in link", most, minutes: 15 }, clientKey(address))))
    throw new Refusal("TOO_MANY_REQUESTS", "tooManyLinks", { retryAfter: 900 });
  await transact((tx) =>
    enqueue(
      tx,
      "send_sign_in_link",
      { email, language, next: next ? safeNext(next, `/${language}`) : null },
      { attempts: signInLinkAttempts },
    ),
  );
  return { accepted: true as const };
}

/** That somebody proved who they are elsewhere, and when: earlier than now, where their organization remembered them. */
export type ExternalAuthentication = { by: "organization"; at: Date };

/** Starts a session. The one this browser had before ends in the same moment, so a cookie seen earlier is worth nothing. */
export async function startSession(
  { tokenHash, personId, expiresAt }: StartedSession,
  before: string | null,
  proof?: ExternalAuthentication,
) {
  await transact(async (tx) => {
    if (before) await tx.session.deleteMany({ where: { tokenHash: before } });
    const now = await readClock(tx);
    const authenticatedAt = proof && proof.at < now ? proof.at : now;
    const started = await tx.session.create({
      data: { tokenHash, personId, expiresAt, authenticatedAt, lastSeenAt: now, createdAt: now },
      select: { id: true },
    });
    await record(tx, "person.signedIn", { personId, token: null }, `person/${personId}`, {
      session: started.id,
      ...(proof ? { by: proof.by } : {}),
    });
  });
}

type NewToken = { personId: string; name: string; scope: TokenScope; createdAt: Date; expiresAt: Date };

/** The secret is 256 random bits under a name that scanners for leaked keys can find; the database keeps its hash. */
async function insertToken(tx: Tx, token: NewToken) {
  const secret = `cncd_${randomBytes(32).toString("base64url")}`;
  const row = await tx.accessToken.create({
    data: { ...token, tokenHash: sha256(secret) },
    select: tokenSelect,
  });
  return { secret, row };
}

export async function createToken(viewer: Viewer, { name, scope, days }: TokenInput) {
  const demonstration = await isDemonstration();
  return transact(async (tx) => {
    const now = await readClock(tx);
    const obstacle = tokenObstacle(viewer, scope, now);
    if (obstacle || viewer.personId === null) throw new Refusal("FORBIDDEN", obstacle ?? "onlyInSession");
    const expiresAt = tokenExpiryOf(scope, days, demonstration, now);
    const { secret, row } = await insertToken(tx, {
      personId: viewer.personId,
      name,
      scope,
      createdAt: now,
      expiresAt,
    });
    await record(tx, "token.created", viewer, `token/${row.id}`, { scope, expiresAt: expiresAt.toISOString() });
    return { ...toToken(row, now), token: secret };
  });
}

/** Ends a token at once, everywhere: the next request that shows it is refused. Twice is the same as once. */
export async function revokeToken(viewer: Viewer, id: string) {
  return transact(async (tx) => {
    const found = await tx.accessToken.findFirst({
      where: { AND: [tokensReadableBy(viewer), { id }] },
      select: { id: true, personId: true },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchToken");
    if (!mayRevoke(viewer, found)) throw new Refusal("FORBIDDEN", "onlyInSession");
    const now = await readClock(tx);
    const ended = await tx.accessToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (ended.count > 0) await record(tx, "token.revoked", viewer, `token/${id}`);
    return toToken(await tx.accessToken.findUniqueOrThrow({ where: { id }, select: tokenSelect }), now);
  });
}

/** For the operator at the command line, who needs no session; the record says that nobody signed in for it. */
export async function issueToken({ email, name, scope }: { email: string; name: string; scope: TokenScope }) {
  const demonstration = (await readNetwork()).kind === "demonstration";
  if (scope === "commit" && !demonstration) throw new Refusal("FORBIDDEN", "commitOnlyInSession");
  return transact(async (tx) => {
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (!person) throw new Refusal("NOT_FOUND", "noSuchPerson");
    const now = await readClock(tx);
    const expiresAt = tokenExpiryOf(scope, 30, demonstration, now);
    const { secret, row } = await insertToken(tx, { personId: person.id, name, scope, createdAt: now, expiresAt });
    const facts = { scope, expiresAt: expiresAt.toISOString(), person: person.id, commandLine: true };
    await record(tx, "token.created", { personId: null, token: null }, `token/${row.id}`, facts);
    return secret;
  });
}
