import { useLocale, useTranslations } from "next-intl";
import { Download } from "@/components/ui/icons";
import { writeAddress } from "@/lib/platform/address";

type CsvLinkProps = { list: string; choices?: Record<string, string | undefined> };

/** The rows of this page as a file, in the reader's language. */
export function CsvLink({ list, choices = {} }: CsvLinkProps) {
  const t = useTranslations("report.csv");
  const href = writeAddress(`/api/v1/${list}/export`, { language: useLocale(), ...choices });
  return (
    <a href={href} download className="inline-flex min-h-(--control-small) items-center gap-1.5">
      <Download />
      {t("link")}
    </a>
  );
}
