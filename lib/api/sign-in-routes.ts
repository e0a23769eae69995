import "server-only";
import { type ExternalAuthentication, startSession } from "@/lib/accounts/write";
import { env } from "@/lib/platform/env";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { safeNext } from "@/lib/platform/session/safe-next";
import { takeLink } from "@/lib/platform/session/take-link";
import { sha256 } from "@/lib/platform/text/digest";
import { readBody } from "./body";
import { languageOf } from "./gateway";
import { answerProblem } from "./problem";

/**
 * The sign-in routes are forms, so they carry no header of ours; they must come from our own pages all the same. Our pages
 * send no referrer, and then a browser writes Origin: null; it says the same by Sec-Fetch-Site, which no page can forge.
 */
export async function refuseForeignForm(request: Request): Promise<Response | null> {
  const origin = request.headers.get("origin");
  if (origin === env().origin) return null;
  const unnamed = origin === null || origin === "null";
  if (unnamed && request.headers.get("sec-fetch-site") === "same-origin") return null;
  return answerProblem({ status: 403, reason: "foreignOrigin" }, languageOf(request.headers));
}

/** The fields of a form, or null for what is none. Counted like any body: a form field is a name, not a gigabyte. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return null;
  const body = await readBody(request);
  return body instanceof Uint8Array ? new URLSearchParams(new TextDecoder().decode(body)) : null;
}

/** Sends the browser on to one of our pages, as the answer to a form. */
export function answerWithPage(path: string, headers: Record<string, string> = {}): Response {
  const location = new URL(path, env().origin).href;
  return new Response(null, { status: 303, headers: { ...headers, location, "cache-control": "private, no-store" } });
}

/** Takes a link and shows where it led: the page that was asked for, signed in, or the one that says why not. */
export async function signIn(
  request: Request,
  token: string,
  next: string | null,
  proof?: ExternalAuthentication,
): Promise<Response> {
  const page = safeNext(next, `/${languageOf(request.headers)}`);
  const before = readCookie(request.headers, sessionCookieName());
  const cookie = await takeLink(token, (started) => startSession(started, before ? sha256(before) : null, proof));
  if (cookie) return answerWithPage(page, { "set-cookie": cookie });
  const language = /^\/fr\b/.test(page) ? "fr" : "en";
  return answerWithPage(`/${language}/sign-in/ended?${new URLSearchParams({ next: page })}`);
}
