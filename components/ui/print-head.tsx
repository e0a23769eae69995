import { useTranslations } from "next-intl";
import { DigestChip } from "./code-chip";

type PrintHeadProps = { title: string; version?: string | undefined; digest?: string | undefined; date: string };

/** On paper alone: what this is, which version of it, its digest, and the day it was printed or is read as of. */
export function PrintHead({ title, version, digest, date }: PrintHeadProps) {
  const t = useTranslations("ui");
  return (
    <p className="print-only mb-2 border-b border-ink pb-1 text-small">
      <b>{title}</b>
      {version && `, ${version}`}, {date}
      {digest && (
        <>
          . {t("digest")} <DigestChip digest={digest} />
        </>
      )}
    </p>
  );
}
