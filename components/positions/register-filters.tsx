import { useLocale, useTranslations } from "next-intl";
import { stanceMarks } from "@/components/stances/stances";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import type { Register } from "./load-register";
import { RegisterFiles } from "./register-files";
import { rowStates } from "./register-query";

const marks = stanceMarks.filter((mark) => mark !== "not_shown");

/** Choices in the address: they can be sent to somebody, and they work without script. */
export function RegisterFilters({ register }: { register: Register }) {
  const t = useTranslations("positions.list");
  const names = useTranslations("stances.name");
  const asOf = useTranslations("positions.asOf");
  const locale = useLocale();
  const { organizations, organization, themes, query, found } = register;
  const { theme, stance, state, q, on } = query;
  const several = organizations.length > 1 ? organization?.slug : undefined;
  const themeOptions = themes.map(({ slug, title }) => ({ value: slug, label: title[locale] }));
  const stanceOptions = marks.map((mark) => ({ value: mark, label: names(mark) }));
  const stateOptions = rowStates.map((it) => ({ value: it, label: t(`states.${it}`) }));
  return (
    <div className="grid gap-3 pt-3">
      <SearchField label={t("search")} value={q} keep={{ organization: several, theme, stance, state, on }} />
      <FilterBar
        label={t("filter")}
        keep={{ q }}
        end={
          <>
            <span className="text-ink-2">{t("found", { count: found })}</span>
            {organization && <RegisterFiles organization={organization.slug} theme={theme} />}
          </>
        }
      >
        {several && (
          <FilterSelect
            label={t("organizations")}
            name="organization"
            value={several}
            options={organizations.map((it) => ({ value: it.slug, label: locale === "fr" ? it.nameFr : it.nameEn }))}
          />
        )}
        <FilterSelect
          label={t("theme")}
          name="theme"
          value={theme}
          options={[{ value: "", label: t("themes", { count: themes.length }) }, ...themeOptions]}
        />
        {organization && (
          <>
            <FilterSelect
              label={t("stance")}
              name="stance"
              value={stance}
              options={[{ value: "", label: t("anyStance") }, ...stanceOptions]}
            />
            <FilterSelect
              label={t("state")}
              name="state"
              value={state}
              options={[{ value: "", label: t("anyState") }, ...stateOptions]}
            />
            <FilterDate label={asOf("label")} name="on" value={on} />
          </>
        )}
      </FilterBar>
    </div>
  );
}
