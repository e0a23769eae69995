import "server-only";
import { createRouterClient } from "@orpc/server";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readCookie, sessionCookieName } from "@/lib/platform/session/cookie";
import { findViewerBySession } from "@/lib/platform/session/find-viewer";
import { visitor } from "@/lib/platform/viewer";
import { toQuietError } from "./errors";
import { router } from "./router";

/** Who is looking at this page; asked once per request. */
export const getViewer = cache(async () => {
  const cookie = readCookie(await headers(), sessionCookieName());
  return cookie ? findViewerBySession(cookie) : visitor;
});

/** The router, called by pages in the same process: the same doors, without the way over the network. */
export const api = createRouterClient(router, {
  context: async () => ({
    viewer: await getViewer(),
    language: (await getLocale()) as "en" | "fr",
    address: "page",
    ifMatch: null,
    ifNoneMatch: false,
  }),
  interceptors: [
    ({ next }) =>
      next().catch((error: unknown) => {
        throw toQuietError(error);
      }),
  ],
});
