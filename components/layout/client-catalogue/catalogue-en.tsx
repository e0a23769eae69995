"use client";

import { NextIntlClientProvider } from "next-intl";
import { withClockStyle } from "@/lib/platform/i18n/clock-style";
import { setNetworkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { keepGivenZones } from "@/lib/platform/time/known-zones";
import search from "@/locales/en/search.json";
import ui from "@/locales/en/ui.json";
import type { BrowserMessages, CatalogueProps } from "./client-catalogue";

export const messages: BrowserMessages = { search, ui };

export function EnglishCatalogue({ hours, zone, zones, ...props }: CatalogueProps) {
  setNetworkTimeZone(zone);
  keepGivenZones(zones);
  return <NextIntlClientProvider {...props} locale="en" timeZone="UTC" messages={withClockStyle(messages, hours)} />;
}
