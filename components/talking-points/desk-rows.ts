import type { TextChange } from "@/lib/platform/text/compare-texts";
import type { Clause, ClauseComparison } from "@/lib/talking-points/schema.text";

export type Language = "en" | "fr";

/** The next version seen with every change marked, or as it would read; in one language or in both. */
export type DeskDisplay = { clean: boolean; language: Language | undefined };

/** A clause as the next version would have it: with its changes, or as it stands where nothing is to be taken over. */
export type DeskRow = {
  key: string;
  /** Its number in the order that is shown; none for one that goes. */
  number: number | null;
  change: ClauseComparison | undefined;
  clause: Clause | undefined;
};

/**
 * With changes, the clauses in force in their order, then the new ones. As it would read, those of the next version in theirs,
 * then what goes: the amendments to that keep their place.
 */
export function deskRows(
  clauses: readonly Clause[],
  changes: readonly ClauseComparison[] | null,
  clean: boolean,
): DeskRow[] {
  const byKey = new Map(changes?.map((it) => [it.key, it]));
  const rows = clauses.map((clause): DeskRow => {
    const change = byKey.get(clause.key);
    return { key: clause.key, number: clean && change ? change.number : clause.number, change, clause };
  });
  const added = (changes ?? [])
    .filter(({ state }) => state === "added")
    .map((change): DeskRow => ({ key: change.key, number: clean ? change.number : null, change, clause: undefined }));
  const all = [...rows, ...added];
  const last = Number.POSITIVE_INFINITY;
  return clean ? all.sort((one, other) => (one.number ?? last) - (other.number ?? last)) : all;
}

/** The words as they would read. */
export const toClean = (changes: readonly TextChange[]) =>
  changes
    .filter(({ kind }) => kind !== "removed")
    .map(({ text }) => text)
    .join("");
