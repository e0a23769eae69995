import { cookies } from "next/headers";
import { refuseForeignForm } from "@/lib/api/sign-in-door";
import { env } from "@/lib/platform/env";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { endSession } from "@/lib/platform/session/end-session";

export async function POST(request: Request) {
  const refused = await refuseForeignForm(request);
  if (refused) return refused;
  const cookie = readCookie(request.headers, sessionCookieName());
  if (cookie) await endSession(cookie);
  (await cookies()).delete(sessionCookieName());
  const form = await request.formData().catch(() => null);
  const language = form?.get("language") === "fr" ? "fr" : "en";
  return new Response(null, {
    status: 303,
    headers: {
      location: `${env().origin}/${language}`,
      "clear-site-data": '"cache"',
      "cache-control": "private, no-store",
    },
  });
}
