import "server-only";
import { env } from "@/lib/platform/env";
import { languageOf } from "./door";
import { answerProblem } from "./problem";

/**
 * The sign-in routes are forms, so they carry no header of ours; they must come from our own pages all the same. A
 * browser says so by Origin (or, for older ones, by Sec-Fetch-Site).
 */
export async function refuseForeignForm(request: Request): Promise<Response | null> {
  const origin = request.headers.get("origin");
  if (origin === env().origin) return null;
  return answerProblem({ status: 403, reason: "foreignOrigin" }, languageOf(request.headers));
}

/** A path on this site to go to after signing in; anything else becomes the front page. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return "/";
  const url = URL.canParse(next, env().origin) ? new URL(next, env().origin) : null;
  return url && url.origin === env().origin ? url.pathname + url.search + url.hash : "/";
}
