import { useTranslations } from "next-intl";
import { visibilities } from "@/lib/positions/constants";
import type { Visibility } from "@/lib/positions/schema";

/** Visibility options of an annotation. Public needs the power to sign publicly. */
export function useVisibilityOptions(organization: string, mayMakePublic: boolean) {
  const t = useTranslations("positions.visibility");
  const may = (it: Visibility) => it !== "public" || mayMakePublic;
  return visibilities
    .filter(may)
    .map((value) => ({ value, label: t(`name.${value}`, { organization }), hint: t(`meaning.${value}`) }));
}
