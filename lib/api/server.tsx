import "server-only";
import { createRouterClient } from "@orpc/server";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import * as settings from "@/lib/network/read.settings";
import { readPageViewer } from "@/lib/viewer/read.page";
import { isBadCursor, toPageError } from "./errors";
import { addressOf, isDirect } from "./gateway";
import { router } from "./router";

export const getViewer = readPageViewer;

/** What every page may know of the network it is shown in. */
export const { isIllustrative, readNetwork } = settings;

/** Whether this page may offer what a demonstration does: the mode is on, and the page was asked for on this machine itself. */
export const isDemonstration = async () => isDirect(await headers()) && (await settings.isDemonstration());

/** The router, called by pages in the same process: the same procedures, without the network. */
export const api = createRouterClient(router, {
  context: async () => ({
    viewer: await getViewer(),
    language: (await getLocale()) as "en" | "fr",
    address: addressOf(await headers()),
    ifMatch: null,
    ifNoneMatch: false,
    direct: isDirect(await headers()),
  }),
  interceptors: [
    (options) =>
      options
        .next()
        .catch((error: unknown) => {
          // An address that was kept: its cursor is of another order, of another language's for one. Its list begins again.
          if (!isBadCursor(error)) throw error;
          const { cursor: _, ...input } = options.input as { cursor?: string };
          return options.next({ ...options, input });
        })
        .catch((error: unknown) => {
          throw toPageError(error);
        }),
  ],
});
