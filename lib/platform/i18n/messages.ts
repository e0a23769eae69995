import type { en } from "@/locales/en";
import type { Locale } from "./routing";

/** The shape of every text on screen, taken from the English ones; French must have the same keys. */
export type Messages = typeof en;

export async function messagesIn(locale: Locale): Promise<Messages> {
  return locale === "fr" ? (await import("@/locales/fr")).fr : (await import("@/locales/en")).en;
}
