import { useTranslations } from "next-intl";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { Section } from "@/components/ui/section";
import { briefingKinds } from "@/lib/briefings/constants";
import { briefingsHref, here } from "./briefing-href";
import { BriefingsTable } from "./briefings-table";
import { BriefingsTabs } from "./briefings-tabs";
import { CadenceLines } from "./cadence-lines";
import type { BriefingsFacts } from "./load-briefings";

/** When the network meets: what should have been held, what comes next, and what is past. */
export function BriefingsView({ facts }: { facts: BriefingsFacts }) {
  const t = useTranslations("briefings.list");
  const kinds = useTranslations("briefings.kind");
  const { overdue, next, past, choice, cursor, pastShown, zone } = facts;
  const { q, kind } = choice;
  const filtered = Object.values(choice).some((it) => it !== undefined);
  const total = overdue.total + next.total + past.total;
  const plan = next.viewer.mayPlanFor.length > 0 && <ButtonLink href={`${here}/plan`}>{t("plan")}</ButtonLink>;
  const none = (words: string) => (
    <EmptyState action={filtered && <ButtonLink href={here}>{t("all")}</ButtonLink>}>
      {filtered ? t("emptyFiltered") : words}
    </EmptyState>
  );
  return (
    <>
      <BriefingsTabs current="briefings" />
      <PageHead title={t("title")} actions={plan}>
        {t("lede")}
      </PageHead>
      <CadenceLines cadences={next.cadences} />
      <div className="no-print grid gap-3 pb-1">
        <SearchField label={t("search")} value={q} keep={{ kind, host: choice.host }} />
        <FilterBar
          label={t("filter")}
          keep={{ q, host: choice.host }}
          end={
            <>
              <span className="text-ink-2">{t("found", { count: total })}</span>
              {total > 0 && <ListFile list="briefings" choices={choice} />}
            </>
          }
        >
          <FilterSelect
            label={t("kind")}
            name="kind"
            value={kind}
            options={[
              { value: "", label: t("any") },
              ...briefingKinds.map((value) => ({ value, label: kinds(value) })),
            ]}
          />
        </FilterBar>
      </div>
      {overdue.items.length > 0 && (
        <Section title={t("overdue")} count={overdue.total}>
          <p className="pt-3 text-ink-2">{t("overdueLede")}</p>
          <BriefingsTable caption={t("overdue")} items={overdue.items} zone={zone} />
        </Section>
      )}
      <Section title={t("next")} count={next.total}>
        {next.items.length > 0 ? (
          <BriefingsTable caption={t("next")} items={next.items} zone={zone} />
        ) : (
          none(t("nextNone"))
        )}
      </Section>
      <Section title={t("past")} count={past.total}>
        {past.items.length > 0 ? (
          <BriefingsTable caption={t("past")} items={past.items} zone={zone} />
        ) : (
          none(t("pastNone"))
        )}
      </Section>
      <Pagination
        nextHref={past.nextCursor ? briefingsHref(choice, { cursor: past.nextCursor }) : null}
        firstHref={cursor ? briefingsHref(choice) : null}
        size={pastShown}
      />
    </>
  );
}
