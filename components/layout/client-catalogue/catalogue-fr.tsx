"use client";

import { NextIntlClientProvider } from "next-intl";
import { withClockStyle } from "@/lib/platform/i18n/clock-style";
import { setNetworkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { keepGivenZones } from "@/lib/platform/time/known-zones";
import search from "@/locales/fr/search.json";
import ui from "@/locales/fr/ui.json";
import type { BrowserMessages, CatalogueProps } from "./client-catalogue";

export const messages: BrowserMessages = { search, ui };

export function FrenchCatalogue({ hours, zone, zones, ...props }: CatalogueProps) {
  setNetworkTimeZone(zone);
  keepGivenZones(zones);
  return <NextIntlClientProvider {...props} locale="fr" timeZone="UTC" messages={withClockStyle(messages, hours)} />;
}
