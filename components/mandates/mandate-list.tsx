import { useLocale, useTranslations } from "next-intl";
import { lastDay, longDay } from "@/components/ui/format-moment";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

type Theme = { slug: string; title: { en: string; fr: string } };
type MandateListProps = { mandates: NonNullable<OrganizationDetail["mandates"]>; themes: readonly Theme[] };

/** Who may act for the organization and on whose authority; its own people alone read it. */
export function MandateList({ mandates, themes }: MandateListProps) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const themesOf = (slugs: string[] | null) =>
    slugs === null
      ? t("everyTheme")
      : list.format(slugs.map((slug) => themes.find((it) => it.slug === slug)?.title[locale] ?? slug));
  return (
    <>
      <p className="text-small text-ink-3">{t("whoHint")}</p>
      <ul className="rows">
        {mandates.map(({ person, powers, themes: covered, authorizedBy, instrument, instrumentDate, expiresAt }) => (
          <li key={`${person ?? ""}-${instrument}-${instrumentDate}`}>
            <p className="font-semibold">{person ?? t("unnamed")}</p>
            <p>
              {list.format(powers.map((power) => t(`power.${power}`)))}; {themesOf(covered)}
            </p>
            <p className="text-small text-ink-3">
              <bdi>{authorizedBy}</bdi>; <bdi>{instrument}</bdi>, {longDay(noonOf(instrumentDate), locale)}
              {expiresAt && `; ${t("until", { day: lastDay(new Date(expiresAt), locale) })}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
