import { useTranslations } from "next-intl";
import type { Messages } from "@/lib/platform/i18n/messages";

/** Codes of the report and the network in words; one that has no words yet is shown as it is. */
export function useCodeLabel() {
  const t = useTranslations("codes");
  return (group: keyof Messages["codes"], code: string) => {
    const key = `${group}.${code}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : code;
  };
}
