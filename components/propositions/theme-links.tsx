import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type Theme = { slug: string; title: { en: string; fr: string }; propositions: number };

/** Themes, each with how many propositions it holds; the number leads to them. */
export function ThemeLinks({ themes }: { themes: readonly Theme[] }) {
  const t = useTranslations("propositions");
  const locale = useLocale();
  return (
    <ul className="rows">
      {themes.map(({ slug, title, propositions }) => (
        <li key={slug} className="flex items-baseline justify-between gap-4">
          <Link href={`/themes/${slug}`}>{title[locale]}</Link>
          <span className="shrink-0 text-small text-ink-3 tabular-nums" aria-hidden="true">
            {propositions}
          </span>
          <span className="sr-only">{t("count", { count: propositions })}</span>
        </li>
      ))}
    </ul>
  );
}
