import { getNow, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/platform/i18n/routing";

const wordsIn = {
  en: async () => (await import("./words-en")).EnglishWords,
  fr: async () => (await import("./words-fr")).FrenchWords,
};

/** Texts for what runs in the browser come as a program that it keeps, in one language; not again with every page. */
export async function ClientMessages({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Words = await wordsIn[locale]();
  return (
    <Words now={await getNow()} timeZone={await getTimeZone()}>
      {children}
    </Words>
  );
}
