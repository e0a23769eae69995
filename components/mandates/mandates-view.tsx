import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { noonOf } from "@/lib/platform/time/noon-of";
import { ChangeSection } from "./change-section";
import { GrantSection } from "./grant-section";
import type { MandatesFacts } from "./load-mandates";
import { MandateTable } from "./mandate-table";

/** Who may do what for an organization and on whose authority, today or on an earlier day. */
export function MandatesView(facts: MandatesFacts) {
  const { organization, mandates, on, viewer, requests } = facts;
  const t = useTranslations("mandates.list");
  const you = useTranslations("ui");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const name = organization.name[locale];
  const path = `/organizations/${organization.slug}`;
  const table = (
    <MandateTable
      slug={organization.slug}
      name={name}
      mandates={mandates}
      commitNow={viewer.commitNow}
      twoSign={facts.twoSign}
    />
  );
  const lede = on
    ? t("ledeOn", { count: mandates.length, name, day: longDay(noonOf(on), locale) })
    : t("ledeNow", { count: mandates.length, name });
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: path },
        ]}
      />
      <PageHead title={t("title")} over={name} actions={<ButtonLink href={`${path}/people`}>{t("people")}</ButtonLink>}>
        {lede} {t("rule")}
      </PageHead>
      <div className="grid gap-3 pt-3 pb-4">
        <FilterBar label={t("filter")} end={on && <ButtonLink href={`${path}/mandates`}>{t("today")}</ButtonLink>}>
          <FilterDate label={t("on")} name="on" value={on ?? undefined} />
        </FilterBar>
      </div>
      <NeedsScript what="buttons" />
      <ChangeSection {...facts} />
      {mandates.length === 0 && <EmptyState>{on ? t("empty") : lede}</EmptyState>}
      {mandates.length > 0 && (facts.changes.length > 0 ? <Section title={t("inForce")}>{table}</Section> : table)}
      {!on && requests.length > 0 && (
        <Section title={t("requests")} count={requests.length}>
          <ul className="rows">
            {requests.map(({ person, at }) => (
              <li key={`${at} ${person ?? ""}`}>
                {t("requested", { person: person ?? you("unnamed"), day: longDay(new Date(at), locale) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!on && <GrantSection {...facts} name={name} />}
    </>
  );
}
