"use client";

import { useSearchParams } from "next/navigation";
import { Link } from "@/components/ui/link";
import { usePathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

const names = { en: "English", fr: "Français" };

/** The same page, filters and place on it in the other language, named in that language. */
export function LanguageLink({ locale }: { locale: Locale }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const other = locale === "en" ? "fr" : "en";
  return (
    <Link
      href={query ? `${path}?${query}` : path}
      locale={other}
      lang={other}
      hrefLang={other}
      scroll={false}
      className="lang"
    >
      {names[other]}
    </Link>
  );
}
