"use client";

import { NextIntlClientProvider } from "next-intl";
import access from "@/lib/platform/i18n/messages/en/access.json";
import imports from "@/lib/platform/i18n/messages/en/imports.json";
import people from "@/lib/platform/i18n/messages/en/people.json";
import positions from "@/lib/platform/i18n/messages/en/positions.json";
import search from "@/lib/platform/i18n/messages/en/search.json";
import stances from "@/lib/platform/i18n/messages/en/stances.json";
import ui from "@/lib/platform/i18n/messages/en/ui.json";
import type { BrowserMessages, WordsProps } from "./words";

export const messages: BrowserMessages = { access, imports, people, positions, shell: { search }, stances, ui };

export function EnglishWords(props: WordsProps) {
  return <NextIntlClientProvider {...props} locale="en" messages={messages} />;
}
