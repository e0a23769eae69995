import { useTranslations } from "next-intl";
import { stanceMarks } from "@/components/stances/stances";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import type { Register } from "./load-register";

const marks = stanceMarks.filter((mark) => mark !== "not_shown");

/** Choices in the address; what one's own organization holds is chosen by whoever has one. */
export function ThemeFilters({ register: { query, organization } }: { register: Register }) {
  const t = useTranslations("positions.list");
  const names = useTranslations("stances.name");
  const asOf = useTranslations("positions.asOf");
  const { q, stance, on } = query;
  return (
    <div className="no-print grid gap-3 pt-3 pb-1">
      <SearchField label={t("search")} value={q} keep={{ stance, on }} />
      {organization && (
        <FilterBar label={t("filter")} keep={{ q }}>
          <FilterSelect
            label={t("stance")}
            name="stance"
            value={stance}
            options={[{ value: "", label: t("anyStance") }, ...marks.map((it) => ({ value: it, label: names(it) }))]}
          />
          <FilterDate label={asOf("label")} name="on" value={on} />
        </FilterBar>
      )}
    </div>
  );
}
