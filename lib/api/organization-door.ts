import "server-only";
import { findProvider } from "@/lib/people/read.providers";
import { vouchedAddress } from "@/lib/people/rules.providers";
import { attemptMinutes, beginAttempt, takeAttempt } from "@/lib/people/write.attempts";
import { db } from "@/lib/platform/db";
import { canonicalEmail } from "@/lib/platform/email";
import { env } from "@/lib/platform/env";
import { countRequest } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import { readCookie } from "@/lib/platform/session/cookie";
import { readVouched, toAuthorization } from "@/lib/platform/session/issuer";
import { createLinkToken } from "@/lib/platform/session/links";
import { safeNext } from "@/lib/platform/session/safe-next";
import { freshMinutes } from "@/lib/platform/session/times";
import { visitor } from "@/lib/platform/viewer";
import { addressOf, languageOf } from "./door";
import { answerProblem } from "./problem";
import { answerWithPage, signIn } from "./sign-in-door";

type Why = "refused" | "interrupted" | "unreachable";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const secure = () => env().origin.startsWith("https:");
const cookieName = () => (secure() ? "__Host-concerted-way" : "concerted-way");
const cookie = (secret: string, seconds: number) =>
  `${cookieName()}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

const languageIn = (page: string | null, headers: Headers) =>
  page ? (/^\/fr\b/.test(page) ? "fr" : "en") : languageOf(headers);

function turnBack(request: Request, why: Why, next: string | null): Response {
  const words = new URLSearchParams({ why, ...(next ? { next } : {}) });
  return answerWithPage(`/${languageIn(next, request.headers)}/sign-in/refused?${words}`, {
    "set-cookie": cookie("", 0),
  });
}

/** Counted like any stranger's request: these two stand beside the router's door. */
async function refuseHaste({ headers }: Request): Promise<Response | null> {
  const wait = countRequest(visitor, addressOf(headers), Date.now());
  if (wait === null) return null;
  return answerProblem({ status: 429, reason: "tooOften" }, languageOf(headers), { "retry-after": String(wait) });
}

/** Sends a browser to its organization's issuer. It has to come from our own page, or to be typed. */
export async function leaveForOrganization(request: Request, id: string): Promise<Response> {
  const hasty = await refuseHaste(request);
  if (hasty) return hasty;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none")
    return answerProblem({ status: 403, reason: "foreignOrigin" }, languageOf(request.headers));
  const asked = new URL(request.url).searchParams;
  const given = asked.get("next");
  const next = given ? safeNext(given, "") || null : null;
  const provider = uuid.test(id) ? await findProvider(id) : null;
  if (!provider) return answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));
  try {
    const secret = await beginAttempt(id, next);
    const location = await toAuthorization(provider, secret, canonicalEmail(asked.get("email") ?? ""));
    const headers = {
      location,
      "set-cookie": cookie(secret, attemptMinutes * 60),
      "cache-control": "private, no-store",
    };
    return new Response(null, { status: 303, headers });
  } catch (error) {
    log.warn({ code: (error as { code?: string }).code ?? "unfit" }, "issuer not reached");
    return turnBack(request, "unreachable", next);
  }
}

/**
 * Takes back whoever comes from an issuer: by the browser that left for it, once, with an address that is confirmed there,
 * of one of its domains, and known here. Whatever does not fit gets the same page. Nobody is created.
 */
export async function returnFromOrganization(request: Request, id: string): Promise<Response> {
  const hasty = await refuseHaste(request);
  if (hasty) return hasty;
  const secret = readCookie(request.headers, cookieName());
  const attempt = secret && uuid.test(id) ? await takeAttempt(id, secret) : null;
  const provider = attempt && (await findProvider(id));
  if (!secret || !attempt || !provider) return turnBack(request, "interrupted", null);
  const { next } = attempt;
  const vouched = await readVouched(provider, secret, new URL(request.url).searchParams).catch((error: unknown) => {
    // Which check failed is in the kind of the error; its words may hold what the issuer said of a person.
    log.info({ kind: error instanceof Error ? error.name : "unknown" }, "not vouched for");
    return null;
  });
  const given = typeof vouched?.email === "string" ? canonicalEmail(vouched.email) : null;
  const email = vouched && vouchedAddress({ email: given, emailVerified: vouched.emailVerified }, provider.domains);
  if (!email || (await db.person.count({ where: { email } })) !== 1) return turnBack(request, "refused", next);
  const proof = { by: "organization", at: vouched.provedAt ?? new Date(Date.now() - freshMinutes * 60_000) } as const;
  const answer = await signIn(request, await createLinkToken(email), next, proof);
  answer.headers.append("set-cookie", cookie("", 0));
  return answer;
}
