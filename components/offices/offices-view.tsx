import { useLocale, useTranslations } from "next-intl";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { GroupHead } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Office } from "@/lib/offices/schema";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { OfficesFacts } from "./load-offices";
import { here, officeHref } from "./office-href";

/** Whom the network speaks to, by institution. */
export function OfficesView({ facts }: { facts: OfficesFacts }) {
  const t = useTranslations("offices.list");
  const { items, total, nextCursor, q, later, viewer } = facts;
  const hrefAt = (cursor: string | null) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) });
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const add = viewer.mayWrite && <ButtonLink href={`${here}/add`}>{t("add")}</ButtonLink>;
  return (
    <>
      <PageHead title={t("title")} actions={add}>
        {t("lede")}
      </PageHead>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pt-3 pb-4">
        <SearchField label={t("search")} value={q} />
        <span className="flex flex-wrap gap-x-6 text-ink-2">
          {t("found", { count: total })}
          {total > 0 && <ListFile list="offices" choices={{ q }} />}
        </span>
      </div>
      {items.length === 0 ? (
        <EmptyState action={q ? <ButtonLink href={here}>{t("all")}</ButtonLink> : add}>
          {q ? t("emptyFiltered", { q }) : t("empty")}
        </EmptyState>
      ) : (
        byInstitution(items).map((offices) => <Institution key={offices[0]?.institution} offices={offices} />)
      )}
      <Pagination
        size={items.length}
        nextHref={nextCursor ? hrefAt(nextCursor) : null}
        firstHref={later ? hrefAt(null) : null}
      />
    </>
  );
}

function byInstitution(offices: readonly Office[]): Office[][] {
  const groups = new Map<string, Office[]>();
  for (const it of offices) groups.set(it.institution, [...(groups.get(it.institution) ?? []), it]);
  return [...groups.values()];
}

function Institution({ offices }: { offices: readonly Office[] }) {
  const locale = useLocale();
  return (
    <section className="pb-6">
      <GroupHead title={offices[0]?.institutionName[locale]} count={offices.length} />
      <ul className="rows">
        {offices.map((it) => (
          <OfficeRow key={it.slug} office={it} />
        ))}
      </ul>
    </section>
  );
}

function OfficeRow({ office: { slug, title, function: work, checked, closed } }: { office: Office }) {
  const t = useTranslations("offices.list");
  const locale = useLocale();
  return (
    <li className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Link href={officeHref(slug)} className="min-w-0 break-words font-semibold">
          {title[locale]}
        </Link>
        {closed && <Stamp kind="plain">{t("closed")}</Stamp>}
      </p>
      <p className="break-words">{work[locale]}</p>
      <p className="text-small text-ink-2">
        {checked
          ? t("checked", {
              organization: checked.by.name[locale],
              day: longDay(noonOf(checked.on), locale),
            })
          : t("unchecked")}
      </p>
    </li>
  );
}
