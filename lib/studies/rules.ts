import { smallestGroup } from "@/lib/math/polis/opinion-groups";
import type { VoteTally as Counted, StudyFindings } from "@/lib/math/polis/study";
import type { ChosenStatement, Findings, Statement, StatementTally, StudyMark } from "./schema";

/** A breakdown of fewer participants would tell of each of them. */
export const smallest = smallestGroup;
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

/** Why no groups are told: there are not two, or what there is is so small that it would be about persons. */
export function findUntold({ groups, apart }: Pick<StudyFindings, "groups" | "apart">): Findings["untold"] {
  if (groups.length < 2) return apart > 0 && groups.length === 0 ? "tooSmall" : "none";
  return groups.some(({ size }) => size < smallest) ? "tooSmall" : null;
}

const toTally = ([agree, disagree, pass]: Counted): StatementTally => ({ agree, disagree, pass });
const votesOf = ([agree, disagree, pass]: Counted) => agree + disagree + pass;

const addUp = (all: readonly Counted[]): Counted => {
  const sum = (at: 0 | 1 | 2) => all.reduce((so, it) => so + it[at], 0);
  return [sum(0), sum(1), sum(2)];
};

const nameOf = ({ place, key, textEn, textFr }: StatementRow) => ({
  place,
  key,
  text: { en: textEn, fr: textFr },
});

/** Statements with what was said to each, as far as it may be told. */
export function toStatements(found: StudyFindings, rows: readonly StatementRow[]): Statement[] {
  const untold = findUntold(found) !== null;
  const outside = found.participants - found.grouped;
  // What all said less what the groups said would be what those few said: then only the groups are counted.
  const few = !untold && outside > 0 && outside < smallest;
  return rows.map((row) => {
    const counted = found.statements[row.place];
    const it = counted && few ? { ...counted, all: addUp(counted.byGroup) } : counted;
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
  group: untold || group < 0 ? null : letterOf(group),
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
    grouped: found.grouped + found.apart,
    explained: [...found.explained],
    untold,
    apart: found.apart > 0,
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

const measures: Record<string, (statement: Statement) => number> = {
  together: ({ together }) => together ?? -1,
  apart: ({ apart }) => apart,
  votes: (statement) => count(statement),
};
const count = ({ all }: Statement) => (all ? all.agree + all.disagree + all.pass : 0);

/** What a statement stands by in an order: the most of what is measured first, then its place. */
export const orderKey = (statement: Statement, order: string): [number, number] => [
  -(measures[order]?.(statement) ?? 0),
  statement.place,
];

export const sortStatements = (statements: readonly Statement[], order: string): Statement[] =>
  [...statements].sort((one, other) => {
    const [[first, place], [second, otherPlace]] = [orderKey(one, order), orderKey(other, order)];
    return first - second || place - otherPlace;
  });

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
