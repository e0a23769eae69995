import { useTranslations } from "next-intl";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import type { Organization } from "@/lib/organizations/schema";
import { OrganizationList } from "./organization-list";

type OrganizationsViewProps = {
  organizations: { items: readonly Organization[]; nextCursor: string | null; total: number };
  /** As asked for in the address. */
  q: string | undefined;
  status: "member" | "observer" | undefined;
  /** Whether this is a later page. */
  later: boolean;
};

export function OrganizationsView({ organizations, q, status, later }: OrganizationsViewProps) {
  const { items, nextCursor, total } = organizations;
  const hrefOf = (cursor: string | null) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(status && { status }), ...(cursor && { cursor }) });
    return query.size > 0 ? `/organizations?${query}` : "/organizations";
  };
  const t = useTranslations("organizations");
  const admission = useTranslations("organizations.term");
  const membership = useTranslations("membership.apply");
  const options = [
    { value: "", label: t("anyStatus") },
    { value: "member", label: t("status.member") },
    { value: "observer", label: t("status.observer") },
  ];
  return (
    <>
      <PageHead
        title={t("title")}
        actions={
          <>
            <ButtonLink href="/organizations/convener">{admission("link")}</ButtonLink>
            <ButtonLink href="/organizations/apply">{membership("link")}</ButtonLink>
          </>
        }
      >
        {t("lede", { count: total })}
      </PageHead>
      <div className="grid gap-3 pt-3 pb-4">
        <SearchField label={t("search")} value={q} keep={{ status }} />
        <FilterBar
          label={t("filter")}
          keep={{ q }}
          end={total > 0 && <ListFile list="organizations" choices={{ q, status }} />}
        >
          <FilterSelect label={t("column.status")} name="status" value={status} options={options} />
        </FilterBar>
      </div>
      {items.length > 0 ? (
        <OrganizationList organizations={items} />
      ) : (
        <EmptyState action={(q || status) && <ButtonLink href="/organizations">{t("all")}</ButtonLink>}>
          {t("empty")}
        </EmptyState>
      )}
      <Pagination
        size={100}
        total={total}
        nextHref={nextCursor && hrefOf(nextCursor)}
        firstHref={later ? hrefOf(null) : null}
      />
    </>
  );
}
