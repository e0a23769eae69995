import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { visitor } from "../viewer";
import { readCookie, sessionCookieName } from "./cookie";
import { findViewerBySession } from "./find-viewer";

/** Who is looking at this page; asked once per request. */
export const readPageViewer = cache(async () => {
  const cookie = readCookie(await headers(), sessionCookieName());
  return cookie ? findViewerBySession(cookie) : visitor;
});
