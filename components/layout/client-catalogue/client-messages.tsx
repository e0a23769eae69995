import { getNow, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getViewer, readNetwork } from "@/lib/api/server";
import { toClockStyle } from "@/lib/platform/i18n/clock-style";
import type { Locale } from "@/lib/platform/i18n/routing";
import { giveZones } from "@/lib/platform/time/give-zones";
import { EnglishCatalogue } from "./catalogue-en";
import { FrenchCatalogue } from "./catalogue-fr";

const catalogues = { en: EnglishCatalogue, fr: FrenchCatalogue };

/** Texts for what runs in the browser come as a program that it keeps, in one language; not again with every page. */
export async function ClientMessages({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Words = catalogues[locale];
  const hours = toClockStyle((await getTranslations("ui"))("hours"));
  const [{ timeZone: zone }, reader] = await Promise.all([readNetwork(), getViewer()]);
  const zones = giveZones([zone, reader.timeZone ?? zone]);
  return (
    <Words now={await getNow()} zone={zone} zones={zones} hours={hours}>
      {children}
    </Words>
  );
}
