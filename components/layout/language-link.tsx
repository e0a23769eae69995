"use client";

import { Link } from "@/components/ui/link";
import { useHere } from "@/lib/platform/i18n/here";
import type { Locale } from "@/lib/platform/i18n/routing";
import { hereIn } from "@/lib/platform/i18n/sign-in-href";

const names = { en: "English", fr: "Français" };

/** The same page, filters and place on it in the other language, named in that language. */
export function LanguageLink({ locale }: { locale: Locale }) {
  const here = useHere();
  const other = locale === "en" ? "fr" : "en";
  return (
    <Link href={hereIn(other, here)} locale={other} lang={other} hrefLang={other} scroll={false} className="lang">
      {names[other]}
    </Link>
  );
}
