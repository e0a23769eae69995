"use client";

import { NextIntlClientProvider } from "next-intl";
import { setNetworkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { withClockStyle } from "@/lib/platform/i18n/clock-style";
import search from "@/lib/platform/i18n/messages/en/search.json";
import ui from "@/lib/platform/i18n/messages/en/ui.json";
import type { BrowserMessages, CatalogueProps } from "./client-catalogue";

export const messages: BrowserMessages = { shell: { search }, ui };

export function EnglishCatalogue({ hours, ...props }: CatalogueProps) {
  setNetworkTimeZone(props.timeZone);
  return <NextIntlClientProvider {...props} locale="en" messages={withClockStyle(messages, hours)} />;
}
