import { languageOf } from "@/lib/api/door";
import { answerProblem } from "@/lib/api/problem";
import { refuseForeignForm, safeNext } from "@/lib/api/sign-in-door";
import { db } from "@/lib/platform/db";
import { canonicalEmail } from "@/lib/platform/email";
import { env } from "@/lib/platform/env";
import { isDemonstration } from "@/lib/platform/network";
import { createLinkToken } from "@/lib/platform/session/options";

/** One click for demonstration people: makes the link that a mail would carry, and sends the browser to take it. */
export async function POST(request: Request) {
  const language = languageOf(request.headers);
  if (!(await isDemonstration())) return answerProblem({ status: 404, reason: "noSuchPlace" }, language);
  const refused = await refuseForeignForm(request);
  if (refused) return refused;
  const form = await request.formData().catch(() => null);
  const email = canonicalEmail(String(form?.get("email") ?? ""));
  const known = email?.endsWith("@demo.example") && (await db.person.count({ where: { email } })) === 1;
  if (!email || !known) return answerProblem({ status: 404, reason: "noSuchPlace" }, language);
  const target = new URL("/api/auth/callback/email", env().origin);
  target.searchParams.set("token", await createLinkToken(email));
  target.searchParams.set("callbackUrl", safeNext(String(form?.get("next") ?? "")));
  return new Response(null, { status: 307, headers: { location: target.href, "cache-control": "private, no-store" } });
}
