"use client";

import { NextIntlClientProvider } from "next-intl";
import { setNetworkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { withClockStyle } from "@/lib/platform/i18n/clock-style";
import search from "@/lib/platform/i18n/messages/fr/search.json";
import ui from "@/lib/platform/i18n/messages/fr/ui.json";
import type { BrowserMessages, CatalogueProps } from "./client-catalogue";

export const messages: BrowserMessages = { shell: { search }, ui };

export function FrenchCatalogue({ hours, ...props }: CatalogueProps) {
  setNetworkTimeZone(props.timeZone);
  return <NextIntlClientProvider {...props} locale="fr" messages={withClockStyle(messages, hours)} />;
}
