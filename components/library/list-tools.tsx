import type { ReactNode } from "react";
import { CsvLink } from "@/components/ui/csv-link";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";

type ListToolsProps = {
  search: string;
  /** What is chosen now, as it stands in the address. */
  choices: Record<string, string | undefined>;
  /** Names in the address that change how rows stand, not which. */
  arrangement?: Record<string, string | undefined>;
  filters?: { label: string; fields: ReactNode } | undefined;
  /** Another arrangement of the same rows. */
  views?: ReactNode;
  count: string;
  list: string;
};

/** Search, choices and the file, over a list. All of it lives in the address and works without script. */
export function ListTools({ search, choices, arrangement = {}, filters, views, count, list }: ListToolsProps) {
  const { q, ...others } = choices;
  const end = (
    <>
      <span className="count self-center" role="status">
        {count}
      </span>
      <CsvLink list={list} choices={choices} />
    </>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-3 print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-[0_1_480px]">
          <SearchField label={search} value={q} keep={{ ...others, ...arrangement }} key={q} />
        </div>
        {views}
        {!filters && <div className="filters-end">{end}</div>}
      </div>
      {filters && (
        <FilterBar label={filters.label} keep={{ q, ...arrangement }} end={end}>
          {filters.fields}
        </FilterBar>
      )}
    </div>
  );
}
