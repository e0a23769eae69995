import { useRouter as usePlainRouter, usePathname as useWholePathname } from "next/navigation";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { inLanguage } from "./inner-link";

/** Where the reader is, without the language that every address begins with. */
export const usePathname = () => useWholePathname().replace(/^\/(?:en|fr)(?=\/|$)/, "") || "/";

/** Next's router, told of places without a language. next-intl's own would bring Next's link to every page, where none is. */
export function useRouter() {
  const router = usePlainRouter();
  const locale = useLocale();
  return useMemo(
    () => ({
      refresh: router.refresh,
      push: (href: string, options?: { scroll?: boolean }) => router.push(inLanguage(href, locale), options),
      replace: (href: string, options?: { scroll?: boolean }) => router.replace(inLanguage(href, locale), options),
    }),
    [router, locale],
  );
}
