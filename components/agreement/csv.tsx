import { useLocale, useTranslations } from "next-intl";
import type { Choice } from "./choice";

const files = {
  grid: "/api/v1/agreement/export",
  lists: "/api/v1/agreement/lists/export",
  ladder: "/api/v1/agreement/ladder/export",
};

type CsvProps = { choice: Choice; of?: keyof typeof files };

const toQuery = ({ theme, on }: Choice, more: Record<string, string> = {}) =>
  new URLSearchParams({ ...more, ...(theme && { theme }), ...(on && { asOf: on }) });

/** The whole of it as a file, whatever page of organizations is on screen. */
export function Csv({ choice, of = "grid" }: CsvProps) {
  const t = useTranslations("agreement");
  return <a href={`${files[of]}?${toQuery(choice, { format: "csv", language: useLocale() })}`}>{t("csv")}</a>;
}

/** The same stances for tools that read what Polis exports. */
export function PolisFile({ choice }: { choice: Choice }) {
  const t = useTranslations("agreement");
  return <a href={`/api/v1/agreement/polis?${toQuery(choice)}`}>{t("polis")}</a>;
}
