import "server-only";
import { type Tx, transactWhole } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import type { Viewer } from "@/lib/viewer/schema";
import type { Problem } from "./problem";

type IdempotentRequest = {
  accountId: string;
  sight: string;
  key: string;
  route: string;
  /** The query as it was sent, with its question mark; empty where there is none. */
  query: string;
  body: Uint8Array;
};
type StoredResponse = { bodyDigest: string; status: number; headers: Record<string, string>; body: string };

const replayed = ["content-type", "etag", "location"];
const readable = /^[\x21-\x7e]{1,200}$/;

/** What is wrong with the key of this request, or null. Programs must send one with every POST. */
export function findKeyObstacle(request: Request, byToken: boolean): Problem | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return byToken && request.method === "POST" ? { status: 400, reason: "keyMissing" } : null;
  return readable.test(key) ? null : { status: 400, reason: "keyMalformed" };
}

/**
 * Digest of the caller's roles and of what their token was made for: a stored answer is not replayed after the roles
 * change, and a token that may only read is not told what a token that commits was told.
 */
export function viewerScopeOf({ administrator, guest, representations, convenerFor, token }: Viewer): string {
  const within = representations.map((it) => `${it.organizationId} ${it.status}`).sort();
  const roles = [administrator, guest, within, [...convenerFor].sort()];
  return sha256(JSON.stringify(token ? [...roles, token.scope] : roles));
}

/** Refused work leaves nothing behind, its key included. */
class RolledBack extends Error {
  constructor(readonly response: Response) {
    super("undone");
  }
}

/**
 * Does the work once for a key. The answer is kept in the transaction of its effect: after a crash either both are
 * there or neither. A second call waits for the first, then gets the same answer.
 */
export async function once(request: IdempotentRequest, work: () => Promise<Response>): Promise<Response | Problem> {
  // No letter of base64 is a question mark: no body reads like another body with a query.
  const asked = `${Buffer.from(request.body).toString("base64")}${request.query}`;
  const bodyDigest = `${sha256(asked)} ${request.sight}`;
  try {
    return await transactWhole(async (tx) => {
      const earlier = await claim(tx, request, bodyDigest);
      if (earlier) return repeat(earlier, bodyDigest);
      const response = await work();
      if (!response.ok) throw new RolledBack(response);
      const body = await response.text();
      const headers = Object.fromEntries(replayed.flatMap((name) => pairOf(response.headers, name)));
      await tx.$executeRaw`UPDATE "KeptAnswer" SET "status" = ${response.status}, "headers" = ${JSON.stringify(headers)}::jsonb,
        "body" = ${body} WHERE "accountId" = ${request.accountId}::uuid AND "key" = ${request.key} AND "route" = ${request.route}`;
      return new Response(response.status === 204 ? null : body, {
        status: response.status,
        headers: response.headers,
      });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.response;
    throw error;
  }
}

const pairOf = (headers: Headers, name: string): [string, string][] => {
  const value = headers.get(name);
  return value === null ? [] : [[name, value]];
};

/** Inserts the key, or returns the response stored for the request that has it. */
async function claim(
  tx: Tx,
  { accountId, key, route }: IdempotentRequest,
  bodyDigest: string,
): Promise<StoredResponse | null> {
  const taken =
    await tx.$executeRaw`INSERT INTO "KeptAnswer" ("accountId", "key", "route", "bodyDigest", "status", "headers", "body")
    VALUES (${accountId}::uuid, ${key}, ${route}, ${bodyDigest}, 0, '{}', '') ON CONFLICT DO NOTHING`;
  if (taken === 1) return null;
  const rows = await tx.$queryRaw<StoredResponse[]>`SELECT "bodyDigest", "status", "headers", "body" FROM "KeptAnswer"
    WHERE "accountId" = ${accountId}::uuid AND "key" = ${key} AND "route" = ${route}`;
  return rows[0] ?? null;
}

function repeat(kept: StoredResponse, bodyDigest: string): Response | Problem {
  const [body, sight] = bodyDigest.split(" ");
  if (!kept.bodyDigest.startsWith(`${body} `)) return { status: 422, reason: "keyUsedForOther" };
  if (!kept.bodyDigest.endsWith(` ${sight}`)) return { status: 403, reason: "sightChanged" };
  return new Response(kept.status === 204 ? null : kept.body, {
    status: kept.status,
    headers: { ...kept.headers, "idempotent-replay": "true" },
  });
}
