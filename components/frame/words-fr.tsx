"use client";

import { NextIntlClientProvider } from "next-intl";
import { keepCoalitionZone } from "@/lib/platform/i18n/coalition-zone";
import { withHours } from "@/lib/platform/i18n/hours";
import search from "@/lib/platform/i18n/messages/fr/search.json";
import ui from "@/lib/platform/i18n/messages/fr/ui.json";
import type { BrowserMessages, WordsProps } from "./words";

export const messages: BrowserMessages = { shell: { search }, ui };

export function FrenchWords({ hours, ...props }: WordsProps) {
  keepCoalitionZone(props.timeZone);
  return <NextIntlClientProvider {...props} locale="fr" messages={withHours(messages, hours)} />;
}
