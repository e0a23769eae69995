import { useLocale, useTranslations } from "next-intl";
import { ExplanationNote } from "@/components/positions/annotations/explanation-note";
import { JoinedBy } from "@/components/positions/annotations/joined-by";
import { positionHref } from "@/components/positions/position-href";
import { Reservation } from "@/components/positions/reservation-and-reasons";
import { StanceKey } from "@/components/stances/stance-key";
import { StanceLine } from "@/components/stances/stance-line";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { GroupHead, Section } from "@/components/ui/section";
import { type OrganizationFacts, positionsPageSize } from "./load-organization";
import { PositionsFilters } from "./positions-filters";
import { organizationHref } from "./positions-query";

/** What it stands by, theme by theme; every reservation goes with its stance. */
export function OrganizationPositions({ facts }: { facts: OrganizationFacts }) {
  const t = useTranslations("organizations.positions");
  const locale = useLocale();
  const { groups, total, query, next } = facts;
  const narrowed = query.q !== undefined || query.stance !== undefined;
  const { slug } = facts.organization;
  return (
    <Section title={t("title")} count={t("count", { count: total })}>
      <p className="pt-2 text-small text-ink-3">{t("absence")}</p>
      <div className="print-only">
        <StanceKey />
      </div>
      <PositionsFilters facts={facts} />
      {groups.length === 0 && (
        <EmptyState
          action={narrowed && <ButtonLink href={organizationHref(slug, { on: query.on })}>{t("all")}</ButtonLink>}
        >
          {t(narrowed ? "emptyFiltered" : "empty")}
        </EmptyState>
      )}
      {groups.map(({ theme, total: inTheme, positions }) => (
        <section key={theme?.slug ?? "all"}>
          {theme && (
            <GroupHead
              as="h3"
              title={<Link href={`/themes/${theme.slug}`}>{theme.title[locale]}</Link>}
              count={inTheme}
            />
          )}
          <ul className="rows">
            {positions.map(({ organization, proposition, standing, stale, joins, explanation }) =>
              standing ? (
                <li
                  key={proposition.slug}
                  className="grid gap-x-4 gap-y-1.5 break-inside-avoid md:grid-cols-[168px_minmax(0,1fr)_180px] print:grid-cols-[124px_minmax(0,1fr)]!"
                >
                  <span className="flex self-start text-table">
                    <StanceLine short stance={standing.stance} stale={stale} />
                  </span>
                  <div className="grid min-w-0 gap-1 text-table md:pt-px">
                    <p>
                      <Link href={positionHref(organization.slug, proposition.slug)}>{proposition.title[locale]}</Link>
                    </p>
                    <Reservation text={standing.reservation} />
                    <JoinedBy joins={joins} />
                    <ExplanationNote explanation={explanation} />
                  </div>
                  <span className="text-small text-ink-3 md:pt-0.5 md:text-right print:col-start-2 print:text-left!">
                    {t("since", { day: longDay(new Date(standing.since), locale) })}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ))}
      <Pagination
        size={positionsPageSize}
        total={facts.found}
        nextHref={next && organizationHref(slug, { ...query, cursor: next })}
        firstHref={query.cursor ? organizationHref(slug, { ...query, cursor: undefined }) : null}
      />
    </Section>
  );
}
