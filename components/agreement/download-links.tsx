import { useLocale, useTranslations } from "next-intl";
import type { AgreementQuery } from "./agreement-query";

const files = {
  grid: "/api/v1/agreement/export",
  categories: "/api/v1/agreement/lists/export",
  ladder: "/api/v1/agreement/ladder/export",
};

type CsvDownloadProps = { choice: AgreementQuery; of?: keyof typeof files };

const toQuery = ({ theme, on }: AgreementQuery, more: Record<string, string> = {}) =>
  new URLSearchParams({ ...more, ...(theme && { theme }), ...(on && { asOf: on }) });

/** The whole of it as a file, whatever page of organizations is on screen. */
export function CsvDownload({ choice, of = "grid" }: CsvDownloadProps) {
  const t = useTranslations("agreement.grid");
  return <a href={`${files[of]}?${toQuery(choice, { format: "csv", language: useLocale() })}`}>{t("csv")}</a>;
}

/** The same stances for tools that read what Polis exports. */
export function PolisDownload({ choice }: { choice: AgreementQuery }) {
  const t = useTranslations("agreement.grid");
  return <a href={`/api/v1/agreement/polis?${toQuery(choice)}`}>{t("polis")}</a>;
}
