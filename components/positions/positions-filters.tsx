import { useTranslations } from "next-intl";
import { PositionFiles } from "@/components/positions/position-files";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { positionSorts, stances } from "@/lib/positions/schema";
import type { OrganizationFacts } from "./load-organization";

/** Choices in the address: they can be sent to somebody, and they work without script. */
export function PositionsFilters({ facts: { organization, query, found } }: { facts: OrganizationFacts }) {
  const t = useTranslations("organizations.positions");
  const names = useTranslations("stances.name");
  const asOf = useTranslations("positions.asOf");
  const { q, stance, sort, on } = query;
  return (
    <div className="no-print grid gap-3 pt-3 pb-1">
      <SearchField label={t("search")} value={q} keep={{ stance, sort, on }} />
      <FilterBar
        label={t("filter")}
        keep={{ q }}
        end={
          <>
            {(q || stance) && <span className="text-ink-2">{t("found", { count: found })}</span>}
            {!on && !q && found > 0 && (
              <PositionFiles choices={{ organization: organization.slug, theme: undefined, stance }} />
            )}
          </>
        }
      >
        <FilterSelect
          label={t("stance")}
          name="stance"
          value={stance}
          options={[{ value: "", label: t("anyStance") }, ...stances.map((it) => ({ value: it, label: names(it) }))]}
        />
        <FilterSelect
          label={t("sort")}
          name="sort"
          value={sort === "number" ? "" : sort}
          options={positionSorts.map((it) => ({ value: it === "number" ? "" : it, label: t(`sorts.${it}`) }))}
        />
        <FilterDate label={asOf("label")} name="on" value={on} />
      </FilterBar>
    </div>
  );
}
