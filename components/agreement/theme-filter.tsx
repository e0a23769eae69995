import { useLocale, useTranslations } from "next-intl";
import { FilterSelect } from "@/components/ui/filter-bar";

type Theme = { slug: string; title: { en: string; fr: string } };

/** One theme, or all of them. */
export function ThemeFilter({ themes, theme }: { themes: readonly Theme[]; theme: string | undefined }) {
  const t = useTranslations("agreement.grid.filter");
  const locale = useLocale();
  return (
    <FilterSelect
      label={t("theme")}
      name="theme"
      value={theme}
      options={[
        { value: "", label: t("themes", { count: themes.length }) },
        ...themes.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
      ]}
    />
  );
}
