import "server-only";
import { createRouterClient } from "@orpc/server";
import { getLocale } from "next-intl/server";
import { isDemonstration, isIllustrative, readNetwork } from "@/lib/network/read.settings";
import { readPageViewer } from "@/lib/viewer/read.page";
import { toPageError } from "./errors";
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
    ({ next }) =>
      next().catch((error: unknown) => {
        throw toPageError(error);
      }),
  ],
});
