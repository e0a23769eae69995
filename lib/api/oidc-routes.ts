import "server-only";
import { findProviderWithSecret } from "@/lib/accounts/read.providers";
import { verifiedAddress } from "@/lib/accounts/rules.providers";
import { beginOidcAttempt, consumeOidcAttempt, oidcAttemptMinutes } from "@/lib/accounts/write.oidc-attempts";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { readCookie } from "@/lib/platform/session/cookie";
import { freshMinutes } from "@/lib/platform/session/durations";
import { readVerifiedIdentity, toAuthorization } from "@/lib/platform/session/oidc-client";
import { safeNext } from "@/lib/platform/session/safe-next";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { canonicalEmail } from "@/lib/platform/text/email-address";
import { languageOf } from "./gateway";
import { answerProblem } from "./problem";
import { answerWithPage, signIn } from "./sign-in-routes";

type Why = "refused" | "interrupted" | "unreachable";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const secure = () => env().origin.startsWith("https:");
const cookieName = () => (secure() ? "__Host-concerted-way" : "concerted-way");
const cookie = (secret: string, seconds: number) =>
  `${cookieName()}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;

const languageIn = (page: string | null, headers: Headers) =>
  page ? (/^\/fr\b/.test(page) ? "fr" : "en") : languageOf(headers);

function redirectToRefusal(request: Request, why: Why, next: string | null): Response {
  const params = new URLSearchParams({ why, ...(next ? { next } : {}) });
  return answerWithPage(`/${languageIn(next, request.headers)}/sign-in/refused?${params}`, {
    "set-cookie": cookie("", 0),
  });
}

/** Sends a browser to its organization's issuer. It has to come from our own page, or to be typed. */
export async function startOidc(request: Request, id: string): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none")
    return answerProblem({ status: 403, reason: "foreignOrigin" }, languageOf(request.headers));
  const params = new URL(request.url).searchParams;
  const given = params.get("next");
  const next = given ? safeNext(given, "") || null : null;
  const provider = uuid.test(id) ? await findProviderWithSecret(id) : null;
  if (!provider) return answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));
  try {
    const secret = await beginOidcAttempt(id, next);
    const location = await toAuthorization(provider, secret, canonicalEmail(params.get("email") ?? ""));
    const headers = {
      location,
      "set-cookie": cookie(secret, oidcAttemptMinutes * 60),
      "cache-control": "private, no-store",
    };
    return new Response(null, { status: 303, headers });
  } catch (error) {
    log.warn({ code: (error as { code?: string }).code ?? "unfit" }, "issuer not reached");
    return redirectToRefusal(request, "unreachable", next);
  }
}

/**
 * Takes back whoever comes from an issuer: by the browser that left for it, once, with an address that is confirmed there,
 * of one of its domains, and known here. Whatever does not fit gets the same page. Nobody is created.
 */
export async function finishOidc(request: Request, id: string): Promise<Response> {
  const secret = readCookie(request.headers, cookieName());
  const attempt = secret && uuid.test(id) ? await consumeOidcAttempt(id, secret) : null;
  const provider = attempt?.fits ? await findProviderWithSecret(id) : null;
  if (!secret || !attempt || !provider) return redirectToRefusal(request, "interrupted", attempt?.next ?? null);
  const { next } = attempt;
  const vouched = await readVerifiedIdentity(provider, secret, new URL(request.url).searchParams).catch(
    (error: unknown) => {
      // Which check failed is in the kind of the error; its words may hold what the issuer said of a person.
      log.info({ kind: error instanceof Error ? error.name : "unknown" }, "not vouched for");
      return null;
    },
  );
  const given = typeof vouched?.email === "string" ? canonicalEmail(vouched.email) : null;
  const email = vouched && verifiedAddress({ email: given, emailVerified: vouched.emailVerified }, provider.domains);
  if (!email || (await db.person.count({ where: { email } })) !== 1) return redirectToRefusal(request, "refused", next);
  const proof = { by: "organization", at: vouched.provedAt ?? new Date(Date.now() - freshMinutes * 60_000) } as const;
  const answer = await signIn(request, await createLinkToken(email), next, proof);
  answer.headers.append("set-cookie", cookie("", 0));
  return answer;
}
