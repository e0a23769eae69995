import "server-only";
import { createRouterClient } from "@orpc/server";
import { getLocale } from "next-intl/server";
import { isDemonstration, isIllustrative, readNetwork } from "@/lib/network/read.settings";
import { readPageViewer } from "@/lib/viewer/read.page";
import { isBadCursor, toPageError } from "./errors";
import { router } from "./router";

export const getViewer = readPageViewer;

/** What every page may know of the network it is shown in. */
export { isDemonstration, isIllustrative, readNetwork };

/** The router, called by pages in the same process: the same procedures, without the network. */
export const api = createRouterClient(router, {
  context: async () => ({
    viewer: await getViewer(),
    language: (await getLocale()) as "en" | "fr",
    address: "page",
    ifMatch: null,
    ifNoneMatch: false,
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
