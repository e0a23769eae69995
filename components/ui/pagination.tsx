import { useTranslations } from "next-intl";
import { ButtonLink } from "./link";

type PaginationProps = {
  /** The rows on this page and in all; where they are not known, only the steps are shown. */
  from?: number | undefined;
  to?: number | undefined;
  total?: number | undefined;
  /** Null on the last page. */
  nextHref: string | null;
  /** Null on the first page. */
  firstHref: string | null;
  size: number;
};

/** Steps through a long list by cursor: onward, or back to the start. */
export function Pagination({ from, to, total, nextHref, firstHref, size }: PaginationProps) {
  const t = useTranslations("ui");
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 pt-4">
      {firstHref && <ButtonLink href={firstHref}>{t("first")}</ButtonLink>}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next">
          {t("next", { count: size })}
        </ButtonLink>
      )}
      {total !== undefined && from !== undefined && to !== undefined && (
        <span className="count">{t("rangeOf", { from, to, total })}</span>
      )}
    </nav>
  );
}
