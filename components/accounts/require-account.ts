import { getLocale } from "next-intl/server";
import { getViewer } from "@/lib/api/server";
import { redirectTo } from "@/lib/platform/i18n/redirect";
import { signInHref } from "@/lib/platform/i18n/sign-in-href";
import { readHere } from "@/lib/platform/session/here";

/** A page that is somebody's own: a visitor signs in first, and comes back to it as it was asked for. */
export async function requireAccount() {
  if ((await getViewer()).personId !== null) return;
  const locale = await getLocale();
  const here = ((await readHere()) ?? "/").replace(/^\/(?:en|fr)(?=$|[/?])/, "") || "/";
  redirectTo({ href: signInHref(locale, here), locale });
}
