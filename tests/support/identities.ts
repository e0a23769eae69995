import { randomBytes, randomUUID } from "node:crypto";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest, handleRpc } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import type { TokenScope } from "@/lib/platform/generated/prisma/enums";
import { sha256 } from "@/lib/platform/text/digest";

export const origin = "http://localhost:3000";

/** Everybody calls from a line of their own, unless a test says otherwise: what it measures is then not haste. */
export const line = () => ({ "x-concerted-address": randomUUID() });

/** As the server in front says it of whoever calls from this very machine: a demonstration shows itself to nobody else. */
export const direct = { "x-concerted-direct": "1" };

/** What a request of our own pages says of itself. */
export const ours = { origin, "x-concerted": "1", "content-type": "application/json" };

/** The header by which a caller is known: a cookie, a token, or nothing for a visitor. */
export type Caller = Record<string, string>;

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** A browser in which this person signed in a moment ago. */
export async function browserOf({ id: personId }: { id: string }): Promise<Caller> {
  const cookie = randomBytes(32).toString("base64url");
  await db.session.create({ data: { personId, tokenHash: sha256(cookie), expiresAt: inAnHour() } });
  return { cookie: `concerted-session=${cookie}` };
}

/** A program that holds a token of this person. */
export async function programOf({ id: personId }: { id: string }, scope: TokenScope): Promise<Caller> {
  const secret = randomBytes(32).toString("base64url");
  const fields = { personId, name: "Program", scope, expiresAt: inAnHour(), lastUsedAt: new Date() };
  await db.accessToken.create({ data: { ...fields, tokenHash: sha256(secret) } });
  return { authorization: `Bearer ${secret}` };
}

type Call = { as?: Caller; body?: unknown; headers?: Record<string, string> };

const toInit = (method: string, { as = {}, body, headers = {} }: Call): RequestInit => ({
  method,
  headers: { ...line(), ...ours, ...as, ...headers },
  ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
});

/** A call as REST takes it. */
export const rest = (method: string, path: string, call: Call = {}) =>
  handleRequest(new Request(`${origin}/api/v1${path}`, toInit(method, call)), handleRest);

/** The same call as our own screens make it. */
export const rpc = (name: string, input: unknown, call: Call = {}) =>
  handleRequest(
    new Request(`${origin}/api/rpc/${name.replaceAll(".", "/")}`, toInit("POST", { ...call, body: { json: input } })),
    handleRpc,
  );
