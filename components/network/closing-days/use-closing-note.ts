import { useLocale, useTranslations } from "next-intl";
import type { Closing } from "@/lib/network/schema.closing-days";

const territories: readonly string[] = ["NT", "NU", "YT"];

/** Which words say where: the place itself where it is one, how many where they are several. */
function whereKey(provinces: Closing["provinces"]) {
  const [only, ...others] = provinces;
  if (only && others.length === 0) return only;
  if (provinces.every((code) => territories.includes(code))) return "territories";
  return provinces.some((code) => territories.includes(code)) ? "both" : "provinces";
}

/** What closes a day, in one line: "Family Day in 5 provinces; Louis Riel Day in Manitoba". Empty where nothing does. */
export function useClosingNote() {
  const t = useTranslations("closingDays.note");
  const locale = useLocale();
  const writeOne = ({ kind, name, provinces }: Closing) =>
    kind === "provincial" && provinces.length > 0
      ? t(whereKey(provinces), { name: name[locale], count: provinces.length })
      : name[locale];
  return (closings: readonly Closing[]): string =>
    closings.map(writeOne).reduce((first, rest) => (first ? t("and", { first, rest }) : rest), "");
}
