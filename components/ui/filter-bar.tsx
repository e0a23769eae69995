import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { Button } from "./button";
import { FilterForm } from "./filter-form";
import { type Option, Options } from "./select";

type FilterBarProps = {
  label: string;
  children: ReactNode;
  /** Other forms of the same rows: a list, CSV, print. */
  end?: ReactNode;
  keep?: Record<string, string | undefined> | undefined;
};

/** Choices that live in the address. With script a choice applies at once; without it, a button applies them. */
export function FilterBar({ label, children, end, keep = {} }: FilterBarProps) {
  const t = useTranslations("ui");
  return (
    <search className="filters" aria-label={label}>
      <FilterForm className="contents">
        {children}
        {Object.entries(keep).map(([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />)}
        <noscript>
          <Button type="submit" small>
            {t("show")}
          </Button>
        </noscript>
      </FilterForm>
      {end && <div className="filters-end">{end}</div>}
    </search>
  );
}

type FilterSelectProps = { label: string; name: string; value?: string | undefined; options: readonly Option[] };

/** Its label stands inside the same frame as its value: "Theme all 12". */
export function FilterSelect({ label, name, value = "", options }: FilterSelectProps) {
  return (
    <label className="pick">
      <span>{label}</span>
      <select name={name} defaultValue={value} key={value}>
        <Options options={options} />
      </select>
      <ChevronDown />
    </label>
  );
}

/** A day in the past the page is read as of; empty for today. */
export function FilterDate({ label, name, value = "" }: Omit<FilterSelectProps, "options">) {
  return (
    <label className="pick">
      <span>{label}</span>
      <input type="date" name={name} defaultValue={value} key={value} />
    </label>
  );
}
