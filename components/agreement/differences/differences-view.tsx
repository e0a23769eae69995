import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { Section } from "@/components/ui/section";
import { aparts, type Differences } from "@/lib/agreement/schema.differences";
import { hrefOf } from "../agreement-query";
import { PrintButton } from "../print-button";
import { ThemeFilter } from "../theme-filter";
import { ViewHead } from "../view-head";
import "./differences.css";
import { DifferenceRow } from "./difference-row";
import type { Comparison } from "./load-comparison";
import { SinceSummary, SinceView } from "./since-view";

/** Where two organizations differ, the furthest apart first, with every reservation in full. */
export function DifferencesView({ facts }: { facts: Comparison }) {
  const t = useTranslations("agreement.differences");
  const { told, changes, choice, since } = facts;
  if (changes) {
    const { cursor, ...first } = choice;
    const at = (next: string | null) =>
      `${hrefOf("/agreement/differences", { ...first, ...(next && { cursor: next }) })}`;
    const withSince = (href: string) => `${href}${href.includes("?") ? "&" : "?"}since=${since}`;
    return (
      <>
        <Head facts={facts} />
        <SinceView told={changes} hrefOf={(next) => withSince(at(next))} first={!cursor} />
      </>
    );
  }
  return (
    <>
      <Head facts={facts} />
      {!told && <EmptyState>{t(facts.one && facts.one === facts.other ? "sameTwice" : "choose")}</EmptyState>}
      {told && !told.comparable && <EmptyState>{t("tooFew", { common: told.common })}</EmptyState>}
      {told?.comparable &&
        aparts.map((apart) => {
          const rows = told.items.filter((it) => it.apart === apart);
          if (rows.length === 0) return null;
          return (
            <Section key={apart} id={apart} title={t(`title.${apart}`)} count={rows.length}>
              <Sides told={told} />
              {rows.map((row) => (
                <DifferenceRow key={row.slug} row={row} told={told} />
              ))}
            </Section>
          );
        })}
    </>
  );
}

function Head({ facts }: { facts: Comparison }) {
  const t = useTranslations("agreement.differences");
  const words = useTranslations("agreement.grid");
  const { choice, themes, names, one, other, since, told, changes } = facts;
  const options = [{ value: "", label: t("nobody") }, ...names.map((it) => ({ value: it.slug, label: it.short }))];
  return (
    <ViewHead
      view="differences"
      title={t("heading")}
      choice={choice}
      filters={
        <>
          <FilterSelect label={t("one")} name="one" value={one} options={options} />
          <FilterSelect label={t("other")} name="other" value={other} options={options} />
          <FilterDate label={t("since")} name="since" value={since} />
          <ThemeFilter themes={themes} theme={choice.theme} />
        </>
      }
      end={
        <>
          {(told?.comparable || changes) && <Csv facts={facts} />}
          <PrintButton label={words("print")} />
        </>
      }
    >
      {told ? <Summary told={told} /> : changes?.total ? <SinceSummary told={changes} /> : t("lede")}
    </ViewHead>
  );
}

function Summary({ told: { one, other, common, items } }: { told: Differences }) {
  const t = useTranslations("agreement.differences");
  const locale = useLocale();
  const count = (apart: (typeof aparts)[number]) => items.filter((it) => it.apart === apart).length;
  const names = { one: one.short[locale], other: other.short[locale], common };
  return items.length === 0
    ? t("summaryFew", names)
    : t("summary", { ...names, same: count("same"), opposed: count("opposed") });
}

function Csv({ facts: { choice, one = "", other = "", since } }: { facts: Comparison }) {
  const words = useTranslations("agreement.grid");
  const language = useLocale();
  const query = new URLSearchParams(since ? { format: "csv", since } : { language, organization: one, other });
  if (choice.theme) query.set("theme", choice.theme);
  if (choice.on) query.set("asOf", choice.on);
  const door = since ? "changes" : "differences/export";
  return <a href={`/api/v1/agreement/${door}?${query}`}>{words("csv")}</a>;
}

/** Whose side is whose; on a phone each answer says it itself. */
function Sides({ told: { one, other } }: { told: Differences }) {
  const locale = useLocale();
  return (
    <div className="differ differ-head" aria-hidden="true">
      <span />
      <span>{one.short[locale]}</span>
      <span>{other.short[locale]}</span>
    </div>
  );
}
