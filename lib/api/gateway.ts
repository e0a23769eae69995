import "server-only";
import { isDatabaseUnavailable } from "@/lib/platform/db/database-unavailable";
import { env } from "@/lib/platform/env";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { chooseLanguage } from "@/lib/platform/i18n/accept-language.mjs";
import { log, toLoggable } from "@/lib/platform/log";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { findBearer } from "@/lib/platform/session/credentials.mjs";
import type { Context } from "@/lib/viewer/api.procedure";
import { findViewerBySession, findViewerByToken } from "@/lib/viewer/read";
import { visitor } from "@/lib/viewer/schema";
import { findBodyObstacle, findFormObstacle, findQueryObstacle, isForm, readBody } from "./body";
import { findListFile } from "./csv-export";
import { type Endpoint, findEndpoint, refusesAnything } from "./endpoints";
import { findKeyObstacle, once, viewerScopeOf } from "./idempotency";
import { beginLargeUpload, endLargeUpload, isLargeUpload } from "./large-uploads";
import { answerProblem, answerRpcProblem, type Problem } from "./problem";
import { notIdempotent, rateLimitedExports, uploadLimits } from "./procedure-options";
import { readSeen, type Seen } from "./version-tags";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export const languageOf = (headers: Headers) => chooseLanguage(headers.get("accept-language"));

/** The address a request came from, as our own server wrote it down; callers cannot write this header. */
export const addressOf = (headers: Headers) => headers.get("x-concerted-address") ?? "unknown";

/** Whether it came from this machine itself; written by our own server as well, see bin/server/web/reached-directly.mjs. */
export const isDirect = (headers: Headers) => headers.get("x-concerted-direct") === "1";

/** HEAD is a GET whose answer is cut off by the server, after the same checks and the same count. */
const plain = (request: Request) =>
  request.method === "HEAD"
    ? new Request(request.url, { method: "GET", headers: request.headers, signal: request.signal })
    : request;

/** Why a request does not even reach the router, or null. Cookie calls must come from our own pages; tokens need not. */
function findRequestObstacle(request: Request): Problem | null {
  const { headers, method } = request;
  const byToken = headers.has("authorization");
  if (!unsafe.has(method)) {
    const site = headers.get("sec-fetch-site");
    const foreign = site !== null && site !== "same-origin" && site !== "none";
    return foreign && !byToken ? { status: 403, reason: "foreignOrigin" } : null;
  }
  if (!byToken && headers.get("origin") !== env().origin) return { status: 403, reason: "foreignOrigin" };
  if (!byToken && headers.get("x-concerted") !== "1") return { status: 403, reason: "notFromOurPages" };
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const empty =
    headers.get("content-length") === "0" || (!headers.has("content-length") && !headers.has("transfer-encoding"));
  const form = type === "multipart/form-data" && Object.hasOwn(uploadLimits, findEndpoint(request)?.name ?? "");
  if (type !== "application/json" && !form && !(type === "" && empty)) return { status: 415, reason: "jsonOnly" };
  // What is packed would be counted packed; nothing here unpacks it.
  if (headers.has("content-encoding")) return { status: 415, reason: "jsonOnly" };
  return null;
}

/** Who calls, and in which language. Null when a token is given that opens nothing. */
async function toContext(headers: Headers): Promise<Context | null> {
  const authorization = headers.get("authorization");
  const bearer = findBearer(authorization);
  const cookie = readCookie(headers, sessionCookieName());
  const viewer =
    authorization !== null
      ? await (bearer ? findViewerByToken(bearer) : null)
      : cookie
        ? await findViewerBySession(cookie)
        : visitor;
  if (!viewer) return null;
  return {
    viewer,
    language: languageOf(headers),
    address: addressOf(headers),
    ifMatch: null,
    ifNoneMatch: false,
    direct: isDirect(headers),
  };
}

const exportsPerHour = () => ({ name: "export", most: env().rates.exports, minutes: 60 });

/** Rate limit of this caller for expensive exports. In general the server in front counts, pages and programs alike. */
async function findExportLimit(
  endpoint: Endpoint | null,
  { viewer, address }: Context,
  file: boolean,
): Promise<Problem | null> {
  if (!endpoint || !(file || rateLimitedExports.includes(endpoint.name))) return null;
  const who = viewer.personId ?? clientKey(address);
  return (await consumeQuota(exportsPerHour(), who))
    ? null
    : { status: 429, reason: "tooManyExports", facts: { retryAfter: 3600 } };
}

type Handle = (request: Request, context: Context) => Promise<Response | null>;

const notFound: Problem = { status: 404, reason: "noSuchPlace" };
const isProblem = (it: object | null): it is Problem => it !== null && "reason" in it;

async function handleChecked(request: Request, handle: Handle): Promise<Response | Problem> {
  const obstacle = findRequestObstacle(request) ?? findQueryObstacle(request.url);
  if (obstacle) return obstacle;
  const context = await toContext(request.headers);
  if (!context) return { status: 401, reason: "unknownToken" };
  const place = findEndpoint(request);
  const limit = await findExportLimit(place, context, findListFile(request) !== null);
  if (limit) return limit;
  if (!unsafe.has(request.method)) return (await handle(request, context)) ?? notFound;
  // Who may is asked before the body is read: the router itself refuses, by the same rule, what comes without one.
  if (!place || (await refusesAnything(place, context.viewer)))
    return (await handle(withoutBody(request), context)) ?? notFound;

  const form = isForm(request.headers);
  const large = form && place && isLargeUpload(place.name) ? place.name : null;
  if (!large) return handleWithBody(request, context, place, handle);
  const turnedAway = await beginLargeUpload(large, context);
  if (turnedAway) return turnedAway;
  return handleWithBody(request, context, place, handle).finally(() => endLargeUpload(large));
}

function withoutBody({ url, method, headers: all }: Request): Request {
  const headers = new Headers(all);
  for (const name of ["content-type", "content-length", "transfer-encoding"]) headers.delete(name);
  return new Request(url, { method, headers });
}

/** Milliseconds that what is known of a caller may be old. */
const freshCallerMs = 500;

async function handleWithBody(
  request: Request,
  context: Context,
  place: Endpoint | null,
  handle: Handle,
): Promise<Response | Problem> {
  const began = performance.now();
  const body = await readBody(request, isForm(request.headers) ? uploadLimits[place?.name ?? ""] : undefined);
  if (!(body instanceof Uint8Array)) return body;
  // While a body arrives slowly, a session may end and a mandate be revoked.
  const caller = performance.now() - began < freshCallerMs ? context : await toContext(request.headers);
  if (!caller) return { status: 401, reason: "unknownToken" };
  const seen = readSeen(request.headers);
  if (isProblem(seen)) return seen;
  const seenPlace = request.url.includes("/api/v1/") ? place : null;
  const wrong = isForm(request.headers)
    ? await findFormObstacle(body, request.headers)
    : findBodyObstacle(body, seenPlace);
  if (wrong) return wrong;
  return anyVersion(seen, (said) => act(request, body, { ...caller, ...said }, place, handle));
}

type RequestFacts = Pick<Context, "ifMatch" | "ifNoneMatch">;

/**
 * Tries each version that the caller names, since a list means any one of them: what was refused for its version has left
 * nothing behind. Tags that are no version of ours fit nothing.
 */
async function anyVersion(
  { versions, nothingYet }: Seen,
  attempt: (said: RequestFacts) => Promise<Response | Problem>,
) {
  const [first = -1, ...others] = versions ?? [null];
  let answer = await attempt({ ifMatch: first, ifNoneMatch: nothingYet });
  for (const ifMatch of others) {
    if (answer.status !== 412) break;
    answer = await attempt({ ifMatch, ifNoneMatch: nothingYet });
  }
  return answer;
}

async function act(
  request: Request,
  body: Uint8Array<ArrayBuffer>,
  context: Context,
  place: Endpoint | null,
  handle: Handle,
): Promise<Response | Problem> {
  const { method, headers, signal, url } = request;
  const work = async () =>
    await handle(new Request(url, { method, headers, signal, ...(body.length > 0 ? { body } : {}) }), context);
  if (place?.method !== "POST" || !context.viewer.personId || notIdempotent.includes(place.name))
    return (await work()) ?? notFound;

  const keyObstacle = findKeyObstacle(request, context.viewer.token !== null);
  if (keyObstacle) return keyObstacle;
  const key = headers.get("idempotency-key");
  if (key === null) return (await work()) ?? notFound;
  const { pathname, search: query } = new URL(url);
  const [route, sight] = [`${method} ${pathname}`, viewerScopeOf(context.viewer)];
  const idempotent = { accountId: context.viewer.personId, sight, key, route, query, body };
  return once(idempotent, async () => (await work()) ?? answerProblem(notFound, context.language));
}

/** Errors outside the router, for one when the database cannot be asked who calls. */
function toProblem(error: unknown): Problem {
  if (isDatabaseUnavailable(error)) return { status: 503, reason: "busy", facts: { retryAfter: 2 } };
  log.error({ err: toLoggable(error) }, "unforeseen error at the gateway");
  return { status: 500, reason: "internal" };
}

/**
 * Every RPC and REST request is checked here (origin, type, size, rate, idempotency key), then handed to the router.
 */
export async function handleRequest(request: Request, handle: Handle): Promise<Response> {
  const language = languageOf(request.headers);
  const refuse = request.url.includes("/api/rpc/") ? answerRpcProblem : answerProblem;
  const answer = await handleChecked(plain(request), handle).catch((error: unknown) => toProblem(error));
  if (!isProblem(answer)) return answer;
  const wait = answer.facts?.retryAfter;
  return refuse(answer, language, wait === undefined ? {} : { "retry-after": String(wait) });
}
