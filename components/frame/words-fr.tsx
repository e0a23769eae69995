"use client";

import { NextIntlClientProvider } from "next-intl";
import search from "@/lib/platform/i18n/messages/fr/search.json";
import ui from "@/lib/platform/i18n/messages/fr/ui.json";
import type { BrowserMessages, WordsProps } from "./words";

export const messages: BrowserMessages = { shell: { search }, ui };

export function FrenchWords(props: WordsProps) {
  return <NextIntlClientProvider {...props} locale="fr" messages={messages} />;
}
