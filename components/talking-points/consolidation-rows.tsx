import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Margin } from "@/components/ui/record-text";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { AmendmentNote } from "./amendment-note";
import { Handle } from "./amendment-view";
import { deskRows } from "./desk-rows";
import { DeskClause, DeskTitle } from "./desk-text";
import type { ConsolidationFacts } from "./load-amendments";

type ConsolidationRowsProps = {
  facts: ConsolidationFacts;
  amendments: readonly Amendment[];
  /** The lead that proposes what becomes of them; null for a reader. */
  pen: string | null;
};

const columns = "md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:block!";

/** The text with what is accepted in it, a row a clause, and beside it what is proposed to that clause. */
export function ConsolidationRows({ facts, amendments, pen }: ConsolidationRowsProps) {
  const t = useTranslations("amendments.desk");
  const { point, preview, display } = facts;
  const clauseOf = (it: Amendment) => it.clause ?? (it.kind === "new_clause" ? it.after : null);
  const keys = new Set(point.text.clauses.map(({ key }) => key));
  const whole = amendments.filter((it) => !keys.has(clauseOf(it) ?? ""));
  return (
    <section aria-label={t("text")} className="border-t-[1.5px] border-ink">
      <DeskTitle title={preview.changes?.title} display={display} />
      <ol>
        {deskRows(point.text.clauses, preview.changes?.clauses ?? null, display.clean).map((row) => {
          const own = amendments.filter((it) => clauseOf(it) === row.key);
          return (
            <li key={row.key} className={clsx("grid border-b border-rule", columns)}>
              <div className="grid grid-cols-[28px_minmax(0,1fr)] content-start border-x border-rule bg-sheet px-3 py-5 md:border-r-0">
                <span className="text-ink-2 tabular-nums">{row.number}</span>
                <DeskClause row={row} display={display} />
              </div>
              {row.clause && (
                <Margin label={t("count", { count: own.length })}>
                  <Proposals facts={facts} pen={pen} amendments={own} />
                </Margin>
              )}
            </li>
          );
        })}
      </ol>
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
