import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { findViewerBySession } from "@/lib/platform/session/find-viewer";
import type { Viewer } from "@/lib/platform/viewer";

/** The product's own session check: everything that rights are decided on, read afresh. Null for nobody. */
export async function findSignedIn(request: Request): Promise<Viewer | null> {
  const cookie = readCookie(request.headers, sessionCookieName());
  const viewer = cookie ? await findViewerBySession(cookie) : null;
  return viewer?.personId ? viewer : null;
}

export const refused = () => new Response(null, { status: 401 });
