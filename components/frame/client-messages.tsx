import { getNow, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/platform/i18n/routing";
import { EnglishWords } from "./words-en";
import { FrenchWords } from "./words-fr";

const wordsIn = { en: EnglishWords, fr: FrenchWords };

/** Texts for what runs in the browser come as a program that it keeps, in one language; not again with every page. */
export async function ClientMessages({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Words = wordsIn[locale];
  return (
    <Words now={await getNow()} timeZone={await getTimeZone()}>
      {children}
    </Words>
  );
}
