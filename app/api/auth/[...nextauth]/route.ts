import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { languageOf } from "@/lib/api/door";
import { answerProblem } from "@/lib/api/problem";
import { refuseForeignForm } from "@/lib/api/sign-in-door";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { endSession } from "@/lib/platform/session/end-session";
import { authOptions } from "@/lib/platform/session/options";

type Params = { params: Promise<{ nextauth: string[] }> };

/**
 * Of next-auth's routes one is open: POST to the e-mail callback, which takes a link once. It takes links by GET too,
 * where a mail scanner would use them up, so GET is refused here and a page with a button stands before it.
 */
export async function POST(request: NextRequest, context: Params) {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/email") {
    return answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));
  }
  const refused = await refuseForeignForm(request);
  if (refused) return refused;
  const response: Response = await NextAuth(request, context as never, authOptions());
  const before = readCookie(request.headers, sessionCookieName());
  // A sign-in starts a new session: the old one of this browser ends, so that a token seen before is worth nothing.
  if (before && response.headers.getSetCookie().some((it) => it.startsWith(`${sessionCookieName()}=`)))
    await endSession(before);
  const headers = new Headers(response.headers);
  headers.set("cache-control", "private, no-store");
  return new Response(null, { status: 303, headers });
}

export const GET = (request: NextRequest) =>
  answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));
