import { getLocale, getTranslations } from "next-intl/server";
import type { Option } from "@/components/ui/select";
import { canadianZones, listZones } from "./time-zones";

/** Time-zone options for a select, Canada's first. */
export async function listTimeZoneOptions(chosen: string): Promise<{ label: string; options: Option[] }[]> {
  const t = await getTranslations("accounts.profile");
  const near = canadianZones.map((value) => ({ value, label: t(`canada.${value}`) }));
  const far = listZones(chosen, await getLocale()).map(({ region, zones }) => {
    const key = `regions.${region}` as Parameters<typeof t>[0];
    return { label: t.has(key) ? t(key) : region, options: zones };
  });
  return [{ label: t("canadaTitle"), options: near }, ...far];
}
