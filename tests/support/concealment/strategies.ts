import type { Row, Trace } from "./watcher";

/** How much an attacker suspects each blank of a row; null where they see no reason to name anybody. */
export type Strategy = (row: Row) => (number | null)[];

const each =
  (suspect: (blank: Trace, row: Row) => number | null): Strategy =>
  (row) =>
    row.blanks.map((it) => suspect(it, row));

/** Who is furthest ahead of the others, by some number; nobody where all are alike. */
const furthest =
  (of: (blank: Trace) => number): Strategy =>
  ({ blanks }) => {
    const numbers = blanks.map(of);
    return new Set(numbers).size > 1 ? numbers : numbers.map(() => null);
  };

export const strategies: Record<string, Strategy> = {
  "the mark went or came with it": each(({ followed }) => (followed > 0 ? followed : null)),
  "it stirred as the mark appeared": each(({ stirred, cleared }) => (stirred && cleared !== null ? 1 : null)),
  "its stance went out of sight": each(({ vanished }) => vanished),
  "its history is gone, or is not": each(({ vanished, history }) => (vanished === null ? null : history ? -1 : 1)),
  "the days that are over": each(({ alone }) => (alone ? 1 : null)),
  "it was longest not cleared": furthest(({ cleared }) => -(cleared ?? -1)),
  "it was longest not cleared, read today": furthest(({ clearedThen }) => -(clearedThen ?? -1)),
  "it has been there longest": furthest(({ joined }) => -joined),
};

const ageOf = (moment: number | null, now: number) =>
  moment === null ? "never" : now - moment < 1.5 ? "now" : now - moment < 8 ? "lately" : "long ago";

/** What an attacker who knows how such coalitions live tells blanks apart by. */
const kindOf = (blank: Trace, { time, blanks }: Row) =>
  [
    ageOf(blank.vanished, time),
    ageOf(blank.cleared, time),
    blank.stirred,
    Math.sign(blank.followed),
    blank.alone,
    blank.history,
    blank.joined > 0.5,
    Math.min(blanks.length, 5),
    blank.clearedThen === -1,
    blank.publicly,
  ].join(" ");

/** Somebody who has seen many coalitions from inside, and knows of each kind of blank how often it hid something. */
export function learn(rows: readonly Row[]): Strategy {
  const known = new Map<string, { hid: number; all: number }>();
  for (const row of rows)
    for (const blank of row.blanks) {
      const kind = kindOf(blank, row);
      const so = known.get(kind) ?? { hid: 0, all: 0 };
      so.all += 1;
      if (row.hiding.has(blank.organization)) so.hid += 1;
      known.set(kind, so);
    }
  return each((blank, row) => {
    const { hid, all } = known.get(kindOf(blank, row)) ?? { hid: 0, all: 0 };
    return (hid + 1) / (all + 4);
  });
}
