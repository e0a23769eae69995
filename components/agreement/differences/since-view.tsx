import { useLocale, useTranslations } from "next-intl";
import { CategoryMark } from "@/components/stances/category-mark";
import { StanceLine } from "@/components/stances/stance-line";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { ComparedStance } from "@/lib/agreement/schema.differences";
import type { Changes, StanceChange } from "@/lib/agreement/schema.time";
import { noonOf } from "@/lib/platform/time/noon-of";
import { ReservationWithJoins } from "./reservation-with-joins";

type SinceViewProps = { told: Changes; hrefOf: (cursor: string | null) => string; first: boolean };

function useDay() {
  const t = useTranslations("agreement.differences");
  const locale = useLocale();
  return (it: string | null) => (it ? longDay(noonOf(it), locale) : t("today"));
}

/** How much stood differently, in one sentence. */
export function SinceSummary({ told: { total, since, asOf } }: Pick<SinceViewProps, "told">) {
  const day = useDay();
  return useTranslations("agreement.differences")("changed", { count: total, since: day(since), on: day(asOf) });
}

/** What stood differently at the end of two days, by proposition, with what it amounted to on both. */
export function SinceView({ told, hrefOf, first }: SinceViewProps) {
  const t = useTranslations("agreement.differences");
  const day = useDay();
  if (told.items.length === 0)
    return <EmptyState>{t("unchanged", { since: day(told.since), on: day(told.asOf) })}</EmptyState>;
  const slugs = [...new Set(told.items.map((it) => it.proposition.slug))];
  return (
    <>
      {slugs.map((slug) => (
        <Proposition
          key={slug}
          rows={told.items.filter((it) => it.proposition.slug === slug)}
          since={day(told.since)}
          on={day(told.asOf)}
        />
      ))}
      <Pagination
        size={100}
        total={told.total}
        nextHref={told.nextCursor && hrefOf(told.nextCursor)}
        firstHref={first ? null : hrefOf(null)}
      />
    </>
  );
}

function Proposition({ rows, since, on }: { rows: readonly StanceChange[]; since: string; on: string }) {
  const locale = useLocale();
  const [first] = rows;
  if (!first) return null;
  const { proposition, categoryBefore, categoryAfter } = first;
  return (
    <Section
      title={
        <Link href={`/propositions/${proposition.slug}`}>
          {proposition.number} <bdi>{proposition.title[locale]}</bdi>
        </Link>
      }
      count={rows.length}
    >
      <div className="differ differ-head differ-days">
        <span />
        <Day name={since} category={categoryBefore} />
        <Day name={on} category={categoryAfter} />
      </div>
      {rows.map(({ organization, before, after }) => (
        <article key={organization.slug} className="differ">
          <h3 className="differ-plain">
            <Link href={`/positions/${organization.slug}/${proposition.slug}`}>{organization.short[locale]}</Link>
          </h3>
          <Side when={since} said={before} blank={categoryBefore === null ? "not_shown" : "not_recorded"} />
          <Side when={on} said={after} blank={categoryAfter === null ? "not_shown" : "not_recorded"} />
        </article>
      ))}
    </Section>
  );
}

function Day({ name, category }: { name: string; category: StanceChange["categoryBefore"] }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5">
      {name} <CategoryMark category={category} />
    </span>
  );
}

type SideProps = { when: string; said: ComparedStance; blank: "not_shown" | "not_recorded" };

function Side({ when, said: { stance, reservation }, blank }: SideProps) {
  return (
    <div>
      <p className="differ-who">{when}</p>
      <StanceLine stance={stance ?? blank} />
      <ReservationWithJoins reservation={reservation} />
    </div>
  );
}
