import { getLocale } from "next-intl/server";
import { getViewer } from "@/lib/api/server";
import { redirectTo } from "@/lib/platform/i18n/redirect";

/** A page that is somebody's own: a visitor signs in first, and comes back. */
export async function requireAccount(path: string) {
  if ((await getViewer()).personId !== null) return;
  const locale = await getLocale();
  redirectTo({ href: { pathname: "/sign-in", query: { next: `/${locale}${path}` } }, locale });
}
