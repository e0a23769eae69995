"use client";

import { NextIntlClientProvider } from "next-intl";
import access from "@/lib/platform/i18n/messages/fr/access.json";
import imports from "@/lib/platform/i18n/messages/fr/imports.json";
import people from "@/lib/platform/i18n/messages/fr/people.json";
import positions from "@/lib/platform/i18n/messages/fr/positions.json";
import search from "@/lib/platform/i18n/messages/fr/search.json";
import stances from "@/lib/platform/i18n/messages/fr/stances.json";
import ui from "@/lib/platform/i18n/messages/fr/ui.json";
import type { BrowserMessages, WordsProps } from "./words";

export const messages: BrowserMessages = { access, imports, people, positions, shell: { search }, stances, ui };

export function FrenchWords(props: WordsProps) {
  return <NextIntlClientProvider {...props} locale="fr" messages={messages} />;
}
