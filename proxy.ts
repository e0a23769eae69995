import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/platform/i18n/routing";

/** An address without a language is sent on to the reader's. What else a page needs first is done by bin/server/web. */
export default createMiddleware(routing);

export const config = {
  matcher: ["/((?!api(?:/|$)|_next/|\\.well-known/|favicon\\.svg$|icon-180\\.png$|(?:en|fr)(?:/|$)).*)"],
};
