import { getNow, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { toClockStyle } from "@/lib/platform/i18n/clock-style";
import type { Locale } from "@/lib/platform/i18n/routing";
import { EnglishCatalogue } from "./catalogue-en";
import { FrenchCatalogue } from "./catalogue-fr";

const catalogues = { en: EnglishCatalogue, fr: FrenchCatalogue };

/** Texts for what runs in the browser come as a program that it keeps, in one language; not again with every page. */
export async function ClientMessages({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Words = catalogues[locale];
  const hours = toClockStyle((await getTranslations("ui"))("hours"));
  return (
    <Words now={await getNow()} timeZone={await getTimeZone()} hours={hours}>
      {children}
    </Words>
  );
}
