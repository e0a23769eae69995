import "server-only";
import { env } from "@/lib/platform/env";
import type { Context } from "@/lib/platform/procedure";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { findViewerBySession, findViewerByToken } from "@/lib/platform/session/find-viewer";
import { visitor } from "@/lib/platform/viewer";
import { answerProblem, type Problem } from "./problem";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const largestBody = 1_000_000;

export const languageOf = (headers: Headers): "en" | "fr" =>
  /^\s*fr\b/i.test(headers.get("accept-language") ?? "") ? "fr" : "en";

/** Why a request does not even reach the router, or null. Cookie calls must come from our own pages; tokens need not. */
export function findObstacleAtDoor(request: Request): Problem | null {
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
  const mayBeEmpty = headers.get("content-length") === "0" || (type === "" && !headers.has("transfer-encoding"));
  if (type !== "application/json" && !(type === "" && mayBeEmpty)) return { status: 415, reason: "jsonOnly" };
  return null;
}

/** Reads the whole body, counting as it goes: what is cut short or too long never reaches a handler. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | Problem> {
  const declared = Number(request.headers.get("content-length") ?? "0");
  if (declared > largestBody) return { status: 413, reason: "tooLarge" };
  const parts: Uint8Array[] = [];
  let received = 0;
  if (request.body) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      received += part.byteLength;
      if (received > largestBody) return { status: 413, reason: "tooLarge" };
      parts.push(part);
    }
  }
  if (request.headers.has("content-length") && received !== declared) return { status: 400, reason: "cutShort" };
  const whole = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

const versionIn = (header: string | null) => {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? "");
  return match ? Number(match[1]) : null;
};

/** Who calls, in which language, and what they say they saw. Null when a token is given that opens nothing. */
export async function toContext(headers: Headers): Promise<Context | null> {
  const authorization = headers.get("authorization");
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization ?? "")?.[1];
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
    ifMatch: versionIn(headers.get("if-match")),
    ifNoneMatch: headers.get("if-none-match")?.trim() === "*",
  };
}

type Handle = (request: Request, context: Context) => Promise<Response | null>;

/** The one door: whatever comes by RPC or REST is checked here, then handed to the router. */
export async function enter(request: Request, handle: Handle): Promise<Response> {
  const language = languageOf(request.headers);
  const obstacle = findObstacleAtDoor(request);
  if (obstacle) return answerProblem(obstacle, language);
  const context = await toContext(request.headers);
  if (!context) return answerProblem({ status: 401, reason: "unknownToken" }, language);
  let inner = request;
  if (unsafe.has(request.method)) {
    const body = await readBody(request);
    if (!(body instanceof Uint8Array)) return answerProblem(body, language);
    inner = new Request(request.url, {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      ...(body.byteLength > 0 ? { body } : {}),
    });
  }
  return (await handle(inner, context)) ?? answerProblem({ status: 404, reason: "noSuchPlace" }, language);
}
