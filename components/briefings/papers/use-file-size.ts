import { useTranslations } from "next-intl";

/** How large a file is, as people say it: 1.4 MB, 230 kB. */
export function useFileSize() {
  const t = useTranslations("papers.page");
  return (bytes: number) =>
    bytes >= 1_000_000
      ? t("megabytes", { count: bytes / 1_000_000 })
      : t("kilobytes", { count: Math.max(1, Math.round(bytes / 1_000)) });
}
