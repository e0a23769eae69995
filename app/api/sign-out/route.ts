import { optionsOf } from "@/lib/api/options";
import { answerWithPage, readForm, refuseForeignForm } from "@/lib/api/sign-in-routes";
import { pageAfterSignOut } from "@/lib/platform/session/after-sign-out";
import { readCookie, sessionCookieName, toExpiredSessionCookie } from "@/lib/platform/session/cookie";
import { endSession } from "@/lib/platform/session/end-session";

/** Ends this browser's session, and makes it forget the pages it kept, so that its back button shows none of them. */
export async function POST(request: Request) {
  const foreign = await refuseForeignForm(request);
  if (foreign) return foreign;
  const cookie = readCookie(request.headers, sessionCookieName());
  if (cookie) await endSession(cookie);
  const form = await readForm(request);
  const language = form?.get("language") === "fr" ? "fr" : "en";
  const page = pageAfterSignOut(language, form?.get("next") ?? null);
  return answerWithPage(page, { "set-cookie": toExpiredSessionCookie(), "clear-site-data": '"cache"' });
}

export const OPTIONS = optionsOf("POST");
