import { digestOfText } from "@/lib/platform/text/digest";
import { clauseLimit } from "./constants";
import { type Applied, appliesTo, applyAmendments, type Matter, type Text } from "./rules.amendments";
import { conflictsAmong } from "./rules.conflicts";
import { type ClauseText, toPrintedText } from "./rules.text";

export type ConsolidationObstacle =
  | "nothingAccepted"
  | "amendmentsConflict"
  | "amendmentNotApplicable"
  | "nothingLeft"
  | "tooManyClauses"
  | "sameText";

export type Plan<C extends ClauseText> = {
  obstacle: ConsolidationObstacle | null;
  conflicts: string[][];
  placeless: string[];
  /** The text that would be in force; null where the amendments cannot be taken over together. */
  made: (Applied<C> & { digest: string }) | null;
};

const nothing = { conflicts: [], placeless: [], made: null };

/** One version from what was accepted: the same for whoever looks at it before as for whoever makes it. */
export function planConsolidation<C extends ClauseText>(
  text: Text<C> & { digest: string },
  matters: readonly Matter<C>[],
): Plan<C> {
  if (matters.length === 0) return { ...nothing, obstacle: "nothingAccepted" };
  const placeless = matters.filter((it) => !appliesTo(text, it)).map(({ id }) => id);
  const conflicts = conflictsAmong(text, matters);
  if (conflicts.length > 0) return { ...nothing, placeless, conflicts, obstacle: "amendmentsConflict" };
  if (placeless.length > 0) return { ...nothing, placeless, obstacle: "amendmentNotApplicable" };
  const applied = applyAmendments(text, matters);
  const digest = digestOfText(toPrintedText(applied, applied.clauses));
  const plan = { conflicts, placeless, made: { ...applied, digest } };
  if (applied.clauses.length === 0) return { ...nothing, obstacle: "nothingLeft" };
  if (applied.clauses.length > clauseLimit) return { ...plan, obstacle: "tooManyClauses" };
  return { ...plan, obstacle: digest === text.digest ? "sameText" : null };
}
