import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { MarkedChanges } from "@/components/ui/marked-changes";
import { PageHead } from "@/components/ui/page-head";
import { Stamp } from "@/components/ui/stamp";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { ClauseComparison } from "@/lib/talking-points/schema.text";
import type { ComparisonFacts } from "./load-talking-point";
import { here, talkingPointHref } from "./talking-point-href";

/** Any two versions, clause by clause and word by word, each language for itself. */
export function CompareView({ facts }: { facts: ComparisonFacts }) {
  const t = useTranslations("talkingPoints.compare");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { point, numbers, comparison } = facts;
  const { from, to, title, clauses } = comparison;
  const options = numbers.map((number) => ({ value: String(number), label: t("version", { number }) }));
  const changed = clauses.filter(({ state, moved }) => state !== "kept" || moved).length;
  const said = pickLanguage(to.summary, locale);
  return (
    <>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? list("untitled"), href: talkingPointHref(point.slug) },
        ]}
      />
      <PageHead title={t("title", { from: from.number, to: to.number })} over={<InOneLanguage text={point.title} />}>
        {t("lede", { changed, count: clauses.length })} {said && <span lang={said.lang}>{said.text}</span>}
      </PageHead>
      <FilterBar label={t("choose")}>
        <FilterSelect label={t("from")} name="from" value={String(from.number)} options={options} />
        <FilterSelect label={t("to")} name="to" value={String(to.number)} options={options} />
      </FilterBar>
      <section aria-label={t("text")} className="mt-4 border-t-[1.5px] border-ink">
        <Row label={t("titleLine")} text={title} />
        <ol>
          {clauses.map((clause) => (
            <ClauseLine key={clause.key} clause={clause} clauses={clauses} />
          ))}
        </ol>
      </section>
    </>
  );
}

function ClauseLine({ clause, clauses }: { clause: ClauseComparison; clauses: readonly ClauseComparison[] }) {
  const t = useTranslations("talkingPoints.compare");
  const kinds = useTranslations("talkingPoints.clauseKind");
  const { state, moved, number, was, into, kind, text, question, source, of } = clause;
  const taken = clauses.find(({ key }) => key === into)?.number;
  return (
    <li className="grid gap-2 border-b border-rule bg-sheet p-4">
      <p className="flex flex-wrap items-center gap-1.5 text-small">
        <b>{number === null ? t("wasClause", { number: was ?? 0 }) : t("clause", { number })}</b>
        {state === "added" && <Stamp kind="usable">{t("added")}</Stamp>}
        {state === "removed" && <Stamp kind="retired">{t("removed", { was: was ?? 0 })}</Stamp>}
        {state === "merged" && <Stamp kind="retired">{t("mergedInto", { was: was ?? 0, number: taken ?? 0 })}</Stamp>}
        {moved && was !== null && <Stamp kind="pen">{t("was", { number: was })}</Stamp>}
        {kind.from && kind.to && kind.from !== kind.to && (
          <Stamp>{t("kindChanged", { from: kinds(kind.from), to: kinds(kind.to) })}</Stamp>
        )}
        {state === "kept" && !moved && <span className="text-ink-3">{t("kept")}</span>}
      </p>
      {question && <Pair text={question} />}
      <Pair text={text} />
      {of && <Pair text={of} />}
      {source && source.from !== source.to && (
        <p className="text-small text-ink-2">
          {source.from && <del>{source.from}</del>} {source.to && <ins>{source.to}</ins>}
        </p>
      )}
    </li>
  );
}

const Row = ({ label, text }: { label: string; text: ClauseComparison["text"] }) => (
  <div className="grid gap-2 border-b border-rule bg-sheet p-4">
    <p className="text-small font-semibold">{label}</p>
    <Pair text={text} />
  </div>
);

/** Both languages beside each other, the reader’s first; under 720px below each other. Each is compared for itself. */
function Pair({ text }: { text: ClauseComparison["text"] }) {
  const locale = useLocale();
  const languages = locale === "fr" ? (["fr", "en"] as const) : (["en", "fr"] as const);
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {languages.map((lang) => (
        <div key={lang} className="words min-w-0">
          <MarkedChanges changes={text[lang]} lang={lang} />
        </div>
      ))}
    </div>
  );
}
