import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SearchField } from "@/components/ui/search-field";
import { Section } from "@/components/ui/section";
import type { Found, FoundGroup } from "@/lib/search/schema";
import { FoundTitle, listHref, TypeIcon } from "./search-types";

export function SearchView({ q, found }: { q: string | undefined; found: Found }) {
  const t = useTranslations("search");
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <div className="pt-3">
        <SearchField label={t("open")} value={q} key={q} />
      </div>
      {q && (
        <p className="count pt-3" role="status">
          {t("found", { count: found.total })}
        </p>
      )}
      {q && found.total === 0 && <EmptyState>{t("none")}</EmptyState>}
      {found.groups.map((group) => (
        <FoundSection key={group.type} group={group} q={q ?? ""} />
      ))}
    </>
  );
}

function FoundSection({ group: { type, items, total }, q }: { group: FoundGroup; q: string }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const more = total > items.length;
  const list = listHref(type, q);
  return (
    <Section title={t(`groups.${type}`)} count={more ? t("some", { shown: items.length, total }) : total}>
      <ul className="rows">
        {items.map((item) => (
          <li key={item.href} className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 text-ink-3">
            <span className="translate-y-0.5">
              <TypeIcon type={type} />
            </span>
            <Link href={item.href}>
              <FoundTitle type={type} item={item} locale={locale} />
            </Link>
            <span className="text-small tabular-nums">{item.note}</span>
          </li>
        ))}
      </ul>
      {more && list && (
        <p className="pt-3">
          <Link href={list}>{t("inList", { count: total })}</Link>
        </p>
      )}
    </Section>
  );
}
