import { clsx } from "clsx";
import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Position } from "@/lib/positions/schema";
import type { Proposition } from "@/lib/propositions/schema";
import { withAsOf } from "./as-of-param";
import { NextActionLink } from "./next-action-link";
import { PositionStatus } from "./position-status";

type PropositionRow = { proposition: Proposition; position: Position | null };

type PropositionRowsProps = {
  rows: readonly PropositionRow[];
  /** The organization whose stance stands in the row; none for visitors. */
  organization: string | null;
  /** The day that is read, where it is over: nothing can be done to it. */
  on?: string | undefined;
};

const columns = "md:grid-cols-[24px_minmax(0,1fr)_180px_140px] print:grid-cols-[24px_minmax(0,1fr)_150px]!";

/** Propositions, one a row: the number, the sentence, the reader's own answer and what can be done next. */
export function PropositionRows({ rows, organization, on }: PropositionRowsProps) {
  const locale = useLocale();
  return (
    <ul className="rows">
      {rows.map(({ proposition, position }) => (
        <li
          key={proposition.slug}
          className={clsx(
            "grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 gap-y-2 break-inside-avoid md:gap-x-4",
            organization && columns,
          )}
        >
          <span className="pt-px text-ink-3 tabular-nums">{proposition.number}</span>
          <div className="min-w-0">
            <h3>
              <Link href={withAsOf(`/propositions/${proposition.slug}`, on)}>{proposition.title[locale]}</Link>
            </h3>
            <p className="max-w-measure pt-0.5 font-words text-ink-2">{proposition.statement[locale]}</p>
          </div>
          {organization && (
            <div className="col-start-2 flex items-start justify-between gap-3 text-table md:contents">
              <PositionStatus position={position} />
              {!on && (
                <div className="no-print max-md:shrink-0 md:justify-self-end md:text-right">
                  <NextActionLink organization={organization} proposition={proposition} position={position} />
                </div>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
