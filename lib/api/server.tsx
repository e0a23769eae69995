import "server-only";
import { createRouterClient } from "@orpc/server";
import { getLocale } from "next-intl/server";
import { readPageViewer } from "@/lib/viewer/read.page";
import { toPageError } from "./errors";
import { router } from "./router";

export const getViewer = readPageViewer;

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
        throw toPageError(error);
      }),
  ],
});
