import { useLocale, useTranslations } from "next-intl";
import { toUrlWithParams } from "@/lib/platform/http/query-params";

type PositionFilesProps = { choices: Record<"organization" | "theme" | "stance", string | undefined> };

/** The same rows as files, in the reader's language. */
export function PositionFiles({ choices }: PositionFilesProps) {
  const t = useTranslations("positions.import");
  const language = useLocale();
  const hrefOf = (format: "csv" | "xlsx") =>
    toUrlWithParams("/api/v1/positions/export", { ...choices, language, format });
  return (
    <span className="no-print flex items-baseline gap-x-2.5">
      <span>{t("export")}</span>
      <a href={hrefOf("csv")} download>
        {t("exportCsv")}
      </a>
      <a href={hrefOf("xlsx")} download>
        {t("exportXlsx")}
      </a>
    </span>
  );
}
