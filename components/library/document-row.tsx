import { useLocale, useTranslations } from "next-intl";
import { ErratumNote } from "@/components/report/erratum-note";
import { ExternalLink } from "@/components/ui/link";
import { Stamp } from "@/components/ui/stamp";
import type { LibraryItem } from "@/lib/library/schema";
import { PartialDate } from "./partial-date";

/** One document: when, what, by whom, and where the report cites it. */
export function DocumentRow({ item }: { item: LibraryItem }) {
  const t = useTranslations();
  const locale = useLocale();
  const title = item.title[locale];
  const reference = item.reference[locale];
  return (
    <article
      id={item.slug}
      className="grid break-inside-avoid gap-x-6 gap-y-1 border-b border-rule py-5 target:bg-pen-wash md:grid-cols-[136px_minmax(0,1fr)]"
    >
      <p className="font-semibold first-letter:uppercase">
        {item.date ? <PartialDate date={item.date} /> : t("library.undated")}
      </p>
      <div className="grid content-start gap-1.5">
        <h3>{item.url ? <ExternalLink href={item.url}>{title}</ExternalLink> : title}</h3>
        <p className="text-ink-2">{[item.author[locale], item.symbol].filter(Boolean).join(", ")}</p>
        <p className="max-w-[64ch]">{item.summary[locale]}</p>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-small text-ink-3">
          {!item.inSource && <Stamp kind="outside">{t("report.outside")}</Stamp>}
          {reference && <span>{t("library.citedIn", { place: reference })}</span>}
        </p>
        {item.erratum && (
          <div className="margin mt-1.5 text-ink-2">
            <ErratumNote erratum={item.erratum} />
          </div>
        )}
      </div>
    </article>
  );
}
