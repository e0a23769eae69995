import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { MarkedChanges } from "@/components/ui/marked-changes";
import { Margin } from "@/components/ui/record-text";
import { Stamp } from "@/components/ui/stamp";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import type { ClauseComparison } from "@/lib/talking-points/schema.text";
import { AmendmentNote } from "./amendment-note";
import { Handle } from "./amendment-view";
import type { ConsolidationFacts } from "./load-amendments";

type Language = "en" | "fr";
type ConsolidationRowsProps = {
  facts: ConsolidationFacts;
  amendments: readonly Amendment[];
  /** The lead that proposes what becomes of them; null for a reader. */
  pen: string | null;
};

const columns = "md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:block!";

/** The text with what is accepted marked in it, a row a clause, and beside it what is proposed to that clause. */
export function ConsolidationRows({ facts, amendments, pen }: ConsolidationRowsProps) {
  const t = useTranslations("amendments.desk");
  const { point, preview } = facts;
  const changed = new Map(preview.changes?.clauses.map((it) => [it.key, it]));
  const added = preview.changes?.clauses.filter(({ state }) => state === "added") ?? [];
  const clauseOf = (it: Amendment) => it.clause ?? (it.kind === "new_clause" ? it.after : null);
  const keys = new Set(point.text.clauses.map(({ key }) => key));
  const whole = amendments.filter((it) => !keys.has(clauseOf(it) ?? ""));
  return (
    <section aria-label={t("text")} className="mt-6 border-t-[1.5px] border-ink">
      <ol>
        {point.text.clauses.map((clause) => (
          <li key={clause.key} className={clsx("grid border-b border-rule", columns)}>
            <div className="grid grid-cols-[28px_minmax(0,1fr)] content-start border-x border-rule bg-sheet px-3 py-5 md:border-r-0">
              <span className="text-ink-2 tabular-nums">{clause.number}</span>
              <NextWording clause={clause} change={changed.get(clause.key)} />
            </div>
            <Margin label={t("count", { count: amendments.filter((it) => clauseOf(it) === clause.key).length })}>
              <Proposals facts={facts} pen={pen} amendments={amendments.filter((it) => clauseOf(it) === clause.key)} />
            </Margin>
          </li>
        ))}
      </ol>
      {added.map((it) => (
        <div key={it.key} className="border-x border-b border-rule bg-sheet px-3 py-5">
          <AddedClause change={it} />
        </div>
      ))}
      {whole.length > 0 && (
        <section className={clsx("grid border-b border-rule", columns)} aria-labelledby="proposals-whole">
          <h2 id="proposals-whole" className="px-3 py-5 font-ui text-small font-semibold">
            {t("whole")}
          </h2>
          <Margin label={t("whole")}>
            <Proposals facts={facts} pen={pen} amendments={whole} />
          </Margin>
        </section>
      )}
    </section>
  );
}

type Clause = ConsolidationFacts["point"]["text"]["clauses"][number];

function NextWording({ clause, change }: { clause: Clause; change: ClauseComparison | undefined }) {
  const locale = useLocale() as Language;
  const compare = useTranslations("talkingPoints.compare");
  const shown: Language[] = [locale, locale === "en" ? "fr" : "en"];
  return (
    <div className="words min-w-0">
      {change?.moved && change.was !== null && <Stamp kind="pen">{compare("was", { number: change.was })}</Stamp>}
      {shown.map((lang, at) => (
        <div key={lang} className={clsx(at > 0 && "words-other")}>
          {change && change.state !== "kept" ? (
            <MarkedChanges changes={change.text[lang]} lang={lang} />
          ) : (
            <p lang={lang}>{clause.text[lang]}</p>
          )}
        </div>
      ))}
    </div>
  );
}

function AddedClause({ change }: { change: ClauseComparison }) {
  const compare = useTranslations("talkingPoints.compare");
  const locale = useLocale() as Language;
  return (
    <div className="words grid gap-2">
      <p>
        <Stamp kind="usable">{compare("added")}</Stamp>
      </p>
      <MarkedChanges changes={change.text[locale]} lang={locale} />
      <div className="words-other">
        <MarkedChanges changes={change.text[locale === "en" ? "fr" : "en"]} lang={locale === "en" ? "fr" : "en"} />
      </div>
    </div>
  );
}

/** Those that exclude each other stand together behind a double rule; each with what the lead would do with it. */
function Proposals({ facts, amendments, pen }: ConsolidationRowsProps) {
  const t = useTranslations("amendments.desk");
  if (amendments.length === 0) return <p className="py-4 text-ink-2">{t("unchanged")}</p>;
  const sets = toSets(amendments);
  return (
    <div className="grid content-start gap-4 py-4">
      {sets.map((set) => (
        <div
          key={set[0]?.id}
          className={clsx("grid gap-3", set.length > 1 && "border-l-4 border-double border-pen pl-3")}
        >
          {set.length > 1 && <p className="font-semibold text-pen">{t("set")}</p>}
          {set.map((it) => (
            <div key={it.id} className="grid gap-3 xl:grid-cols-2">
              <ul>
                <AmendmentNote amendment={it} letter={null} />
              </ul>
              {pen && it.viewer.mayHandle.includes(pen) && (
                <div className="[&_.pair]:grid-cols-1">
                  <Handle facts={{ ...facts, amendment: it }} onBehalfOf={pen} />
                </div>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function toSets(amendments: readonly Amendment[]): Amendment[][] {
  const placed = new Set<string>();
  return amendments.flatMap((it) => {
    if (placed.has(it.id)) return [];
    const set = amendments.filter((other) => other === it || it.conflicts.includes(other.id));
    for (const { id } of set) placed.add(id);
    return [set];
  });
}
