import "server-only";
import { redirect } from "next/navigation";
import { inLanguage } from "./inner-link";

type Leading = { href: string | { pathname: string; query: Record<string, string> }; locale: string };

/** Leads on to a place that is named without its language. next-intl's own would bring Next's link to the browser. */
export function redirectTo({ href, locale }: Leading): never {
  const path = typeof href === "string" ? href : `${href.pathname}?${new URLSearchParams(href.query)}`;
  redirect(inLanguage(path, locale));
}
