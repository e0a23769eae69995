import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SearchField } from "@/components/ui/search-field";
import type { Organization } from "@/lib/organizations/schema";
import { OrganizationList } from "./organization-list";

type OrganizationsViewProps = {
  organizations: readonly Organization[];
  /** As asked for in the address. */
  q: string | undefined;
  status: "member" | "observer" | undefined;
};

export function OrganizationsView({ organizations, q, status }: OrganizationsViewProps) {
  const t = useTranslations("organizations");
  const admission = useTranslations("admission");
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
            <ButtonLink href="/organizations/convener">{admission("convener.link")}</ButtonLink>
            <ButtonLink href="/organizations/apply">{admission("apply.link")}</ButtonLink>
          </>
        }
      >
        {t("lede", { count: organizations.length })}
      </PageHead>
      <div className="grid gap-3 pt-3 pb-4">
        <SearchField label={t("search")} value={q} keep={{ status }} />
        <FilterBar label={t("filter")} keep={{ q }}>
          <FilterSelect label={t("column.status")} name="status" value={status} options={options} />
        </FilterBar>
      </div>
      {organizations.length > 0 ? (
        <OrganizationList organizations={organizations} />
      ) : (
        <EmptyState action={(q || status) && <ButtonLink href="/organizations">{t("all")}</ButtonLink>}>
          {t("empty")}
        </EmptyState>
      )}
    </>
  );
}
