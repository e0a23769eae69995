import type { VoteTally as Counted, StudyFindings } from "@/lib/math/polis/study";
import type { ChosenStatement, Findings, Statement, StatementTally, StudyMark } from "./schema";

/** A breakdown of fewer participants would tell of each of them. */
export const smallest = 5;
const together = 10;
const pulls = 6;

export type StatementRow = {
  place: number;
  key: string;
  textEn: string | null;
  textFr: string | null;
  moderatedOut: boolean;
};

export const letterOf = (group: number) => String.fromCharCode(65 + group);

/** Why no groups are told: there are not two, or one is so small that it would be about persons. */
export function findUntold({ groups }: Pick<StudyFindings, "groups">): Findings["untold"] {
  if (groups.length < 2) return "none";
  return groups.some(({ size }) => size < smallest) ? "tooSmall" : null;
}

const toTally = ([agree, disagree, pass]: Counted): StatementTally => ({ agree, disagree, pass });
const votesOf = ([agree, disagree, pass]: Counted) => agree + disagree + pass;

export const nameOf = ({ place, key, textEn, textFr }: StatementRow) => ({
  place,
  key,
  text: { en: textEn, fr: textFr },
});

/** Statements with what was said to each, as far as it may be told. */
export function toStatements(found: StudyFindings, rows: readonly StatementRow[]): Statement[] {
  const untold = findUntold(found) !== null;
  return rows.map((row) => {
    const it = found.statements[row.place];
    const told = it && votesOf(it.all) >= smallest ? it : null;
    return {
      ...nameOf(row),
      moderatedOut: row.moderatedOut,
      all: told && toTally(told.all),
      byGroup: untold ? [] : (told?.byGroup.map(toTally) ?? []),
      together: untold || row.moderatedOut ? null : (told?.together ?? null),
      apart: it?.extremity ?? 0,
    };
  });
}

const toMark = (untold: boolean, { x, y, size, group }: StudyFindings["marks"][number]): StudyMark => ({
  x,
  y,
  size: size < smallest ? null : size,
  group: untold ? null : letterOf(group),
});

/** What is told of a consultation: of participants nothing but clusters, and of groups only if none is small. */
export function toFindings(found: StudyFindings, rows: readonly StatementRow[]): Findings {
  const untold = findUntold(found);
  const statements = toStatements(found, rows);
  const shown = statements.filter((it) => !it.moderatedOut);
  const choose = (side: ChosenStatement["side"]) => (place: number) => {
    const it = statements[place];
    return it?.all ? [{ ...it, side }] : [];
  };
  const { agree, disagree } = found.consensus;
  return {
    grouped: found.grouped,
    explained: [...found.explained],
    untold,
    groups: untold
      ? []
      : found.groups.map(({ size, representative }, group) => ({
          letter: letterOf(group),
          size,
          representative: representative.flatMap(({ statement, side }) => choose(side)(statement)),
        })),
    marks: found.marks.map((mark) => toMark(untold !== null, mark)),
    pulls: [...shown]
      .sort((one, other) => other.apart - one.apart || one.place - other.place)
      .slice(0, pulls)
      .map(({ place, key, text }) => {
        const { x = 0, y = 0 } = found.statements[place] ?? {};
        return { place, key, text, x, y };
      }),
    agreed: [...agree.flatMap(choose("agree")), ...disagree.flatMap(choose("disagree"))],
    together: untold
      ? []
      : shown
          .filter((it) => it.all)
          .sort((one, other) => (other.together ?? 0) - (one.together ?? 0) || one.place - other.place)
          .slice(0, together),
  };
}

const orders: Record<string, (one: Statement, other: Statement) => number> = {
  together: (one, other) => (other.together ?? -1) - (one.together ?? -1),
  apart: (one, other) => other.apart - one.apart,
  votes: (one, other) => count(other) - count(one),
};
const count = ({ all }: Statement) => (all ? all.agree + all.disagree + all.pass : 0);

export const sortStatements = (statements: readonly Statement[], order: string): Statement[] =>
  [...statements].sort((one, other) => (orders[order]?.(one, other) ?? 0) || one.place - other.place);

/** The address of a study, of its title; one that is taken gets a number. */
export function toSlug(title: string, taken: ReadonlySet<string>): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const stem = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const own = stem || "study";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? own : `${own}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
