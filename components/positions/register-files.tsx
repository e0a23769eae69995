import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type RegisterFilesProps = { organization: string; theme?: string | undefined };

/** The same rows as files, and the way in for a file. */
export function RegisterFiles({ organization, theme }: RegisterFilesProps) {
  const t = useTranslations("imports");
  const pack = useTranslations("pack");
  const locale = useLocale();
  const query = new URLSearchParams({ organization, ...(theme && { theme }), language: locale });
  return (
    <span className="no-print flex flex-wrap gap-x-4">
      <span>
        {t("export")} <a href={`/api/v1/positions/export?${query}&format=csv`}>{t("exportCsv")}</a>,{" "}
        <a href={`/api/v1/positions/export?${query}&format=xlsx`}>{t("exportXlsx")}</a>
      </span>
      <Link href={`/organizations/${organization}/board-pack`}>{pack("link")}</Link>
      <Link href={`/positions/import?organization=${organization}`}>{t("link")}</Link>
    </span>
  );
}
