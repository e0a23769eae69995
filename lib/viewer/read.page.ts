import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { readCookie, sessionCookieName } from "../platform/session/cookie";
import { findViewerBySession } from "./read";
import { visitor } from "./schema";

/** Who is looking at this page; asked once per request. */
export const readPageViewer = cache(async () => {
  const cookie = readCookie(await headers(), sessionCookieName());
  return cookie ? findViewerBySession(cookie) : visitor;
});
