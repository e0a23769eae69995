import { useLocale, useTranslations } from "next-intl";
import { Download } from "@/components/ui/icons";
import { toUrlWithParams } from "@/lib/platform/http/query-params";

type CsvLinkProps = { list: string; choices?: Record<string, string | undefined> };

/** The rows of this page as a file, in the reader's language. */
export function CsvLink({ list, choices = {} }: CsvLinkProps) {
  return <FileLink href={toUrlWithParams(`/api/v1/${list}/export`, { language: useLocale(), ...choices })} />;
}

/** A whole list as a file, with the fields of its contract, for programs and for people who count. */
export function ListFile({ list, choices = {} }: CsvLinkProps) {
  return <FileLink href={toUrlWithParams(`/api/v1/${list}`, { ...choices, format: "csv" })} />;
}

/** A file to keep; named where it is not the rows of this page. */
export function FileLink({ href, label }: { href: string; label?: string }) {
  const t = useTranslations("ui");
  return (
    <a href={href} download className="no-print inline-flex min-h-(--control-small) items-center gap-1.5">
      <Download />
      {label ?? t("csvLink")}
    </a>
  );
}
