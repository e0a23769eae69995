import { getNow, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { hoursOf } from "@/lib/platform/i18n/hours";
import type { Locale } from "@/lib/platform/i18n/routing";
import { EnglishWords } from "./words-en";
import { FrenchWords } from "./words-fr";

const wordsIn = { en: EnglishWords, fr: FrenchWords };

/** Texts for what runs in the browser come as a program that it keeps, in one language; not again with every page. */
export async function ClientMessages({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Words = wordsIn[locale];
  const hours = hoursOf((await getTranslations("ui"))("hours"));
  return (
    <Words now={await getNow()} timeZone={await getTimeZone()} hours={hours}>
      {children}
    </Words>
  );
}
