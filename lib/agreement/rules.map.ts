import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Analysis, codings, type Stances } from "../math/analysis";
import { claim, type GroupFigures } from "../math/groups";
import type { AssessedRow, Member } from "./rules";
import type { AgreementMap, MapInput, MapMark, MapPull } from "./schema.map";

/** A breakdown of fewer members would tell of each of them. */
const smallestGroup = 5;

/** Groups compare every organization with every other; beyond this many a page would have to wait for it. */
export const groupingLimit = 400;

/** The rows of the grid as a matrix: organizations by propositions; who has not decided, or may not speak, is not in it. */
export function toStances(
  rows: readonly AssessedRow[],
  members: readonly Member[],
  reservation: MapInput["reservation"],
): Stances {
  const coding: Partial<Record<string, number>> = codings[reservation];
  return {
    rows: members.map((it) => it.slug),
    columns: rows.map((it) => it.slug),
    values: members.map(({ id }) =>
      rows.map(({ stances }) => {
        const stance = stances.get(id)?.stance;
        return (stance && coding[stance]) ?? null;
      }),
    ),
  };
}

const letterOf = (group: number) => String.fromCharCode(65 + group);

function toFigures(figures: GroupFigures | null): AgreementMap["groups"]["figures"] {
  if (!figures) return null;
  const { k, silhouette, p, stability } = figures;
  return { k, silhouette, stability, shuffles: claim.shuffles, asClean: Math.round(p * (1 + claim.shuffles)) - 1 };
}

/** Groups are named where they are real, everything is shown, and none is so small that it would be about persons. */
function toGroups({ groups, points }: Analysis, someHidden: boolean): AgreementMap["groups"] {
  if (someHidden) return { letters: [], reason: "notShown", figures: null };
  if (points.length > groupingLimit) return { letters: [], reason: "tooMany", figures: null };
  const figures = toFigures(groups.figures);
  if (!groups.found) return { letters: [], reason: groups.reason, figures };
  const named = groups.members.every((it) => it.length >= smallestGroup);
  if (!named) return { letters: [], reason: "tooSmall", figures };
  return { letters: groups.members.map((_, group) => letterOf(group)), reason: null, figures };
}

/** What is told of an analysis: everything by name, and no more than the reader may know. */
export function toMap(
  analysis: Analysis,
  { rows, members, asOf }: { rows: readonly AssessedRow[]; members: readonly Member[]; asOf: string | null },
): AgreementMap {
  const someHidden = rows.some((it) => it.notShown === "some");
  const groups = toGroups(analysis, someHidden);
  const pulls = rows.map(({ slug, number, title, category }, at): MapPull => {
    const { x = 0, y = 0 } = analysis.loadings[at] ?? {};
    return { slug, number, title, category, x, y };
  });
  return {
    marks: members.map(({ id: _, ...it }, at): MapMark => {
      const { x = 0, y = 0, answered = 0, faint = true, group = null } = analysis.points[at] ?? {};
      return { ...it, x, y, answered, faint, group: group === null || groups.reason ? null : letterOf(group) };
    }),
    pulls: pulls.sort((a, b) => lengthOf(b) - lengthOf(a) || a.number - b.number),
    explained: [...analysis.explained],
    separation: analysis.separation,
    cautions: [...analysis.cautions],
    groups,
    alpha: someHidden ? null : analysis.measures.alpha,
    notShown: someHidden ? "some" : "none",
    asOf,
  };
}

const lengthOf = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);

type Line = { kind: "organization" | "proposition"; mark?: MapMark; pull?: MapPull };

/** Marks, then what pulls: the same facts as on the page, in numbers. */
export function toMapTable(
  { marks, pulls }: AgreementMap,
  language: Locale,
): { columns: CsvColumn<Line>[]; lines: Line[] } {
  const columns: CsvColumn<Line>[] = [
    { header: "kind", value: (it) => it.kind },
    { header: "slug", value: ({ mark, pull }) => mark?.slug ?? pull?.slug },
    { header: "code", value: ({ mark, pull }) => mark?.code ?? pull?.number },
    { header: "name", value: ({ mark, pull }) => mark?.name[language] ?? pull?.title[language] },
    { header: "x", value: ({ mark, pull }) => mark?.x ?? pull?.x },
    { header: "y", value: ({ mark, pull }) => mark?.y ?? pull?.y },
    { header: "answered", value: ({ mark }) => mark?.answered },
    { header: "few_stances", value: ({ mark }) => mark?.faint },
    { header: "group", value: ({ mark }) => mark?.group },
    { header: "category", value: ({ pull }) => pull && (pull.category ?? "some_not_shown") },
  ];
  return {
    columns,
    lines: [
      ...marks.map((mark): Line => ({ kind: "organization", mark })),
      ...pulls.map((pull): Line => ({ kind: "proposition", pull })),
    ],
  };
}
