import type { Id } from "@/lib/math/ids";
import type { CoalitionReport, Report } from "./describe-coalition";

/** Characters of a statement that are shown. */
const width = 84;

type StatementTexts = ReadonlyMap<Id, string>;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function formatStatement(id: Id, words: StatementTexts): string {
  const text = (words.get(id) ?? "").replace(/\s+/g, " ");
  return `${id}${text ? `  ${text.length > width ? `${text.slice(0, width - 1)}…` : text}` : ""}`;
}

const list = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? ["", title, ...lines.map((line) => `  ${line}`)] : [];

/** The report for people, as lines. */
export function formatReport(report: Report, words: StatementTexts): string[] {
  const { rows, columns, votes, explained, k, groups, representative, consensus, coalition } = report;
  const named = coalition ? ["organizations", "propositions", "stances"] : ["participants", "statements", "votes"];
  const density = rows * columns > 0 ? ` (${percent(votes / (rows * columns))} of all)` : "";
  return [
    `${rows} ${named[0]}, ${columns} ${named[1]}, ${votes} ${named[2]}${density}`,
    `Two axes explain ${percent(explained[0] ?? 0)} and ${percent(explained[1] ?? 0)} of the differences.`,
    ...(coalition ? formatCoalition(coalition) : [`${k} groups`]),
    ...groups.flatMap(({ id, size }) =>
      list(
        `Group ${id}: ${size} members, and what sets it apart`,
        (representative[String(id)] ?? []).map((it) => `${it.side.padEnd(8)}  ${formatStatement(it.id, words)}`),
      ),
    ),
    ...list(
      "Most agree with",
      consensus.agree.map((id) => formatStatement(id, words)),
    ),
    ...list(
      "Most disagree with",
      consensus.disagree.map((id) => formatStatement(id, words)),
    ),
  ];
}

const reasons: Record<string, string> = {
  tooFew: "too few voices",
  noDifferences: "nobody differs",
  asInChance: "shuffled stances look as grouped",
  notStable: "other propositions would give other groups",
};

function formatCoalition({ clearGroups, reason, figures, cautions, alpha, frontier }: CoalitionReport): string[] {
  const measured = figures
    ? ` (k = ${figures.k}, silhouette ${figures.silhouette.toFixed(2)}, p = ${figures.p.toFixed(3)}, stability ${figures.stability.toFixed(2)})`
    : "";
  return [
    ...(cautions.includes("secondAxisUncertain") ? ["The second axis is hardly stronger than a third."] : []),
    clearGroups
      ? `${figures?.k ?? 0} groups${measured}`
      : `No clear groups: ${reasons[reason ?? ""] ?? reason}${measured}`,
    ...(alpha === null ? [] : [`Krippendorff's α ${alpha.toFixed(3)}`]),
    ...list(
      "The largest coalition for each number of propositions",
      frontier.map(({ size, organizations, propositions, bound, proved }) => {
        const most = proved ? "" : ` (not proved; at most ${bound})`;
        return `${String(size).padStart(2)}  ${String(organizations.length).padStart(4)} organizations${most}: ${propositions.join(", ")}`;
      }),
    ),
  ];
}
