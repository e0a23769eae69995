"use client";

import { useLocale } from "next-intl";
import { useHere } from "@/lib/platform/i18n/here";
import { inLanguage } from "@/lib/platform/i18n/inner-link";

/** Tells a form of the frame on which page it was sent. */
export function HereField() {
  return <input type="hidden" name="next" value={inLanguage(useHere(), useLocale())} />;
}
