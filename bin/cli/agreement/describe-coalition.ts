import { analyse } from "@/lib/math/analyse";
import type { Analysis } from "@/lib/math/analysis";
import { findFrontier } from "@/lib/math/coalition/frontier";
import { makeSupport, type Support } from "@/lib/math/coalition/support";
import type { Id } from "@/lib/math/ids";
import { MatrixBuilder, type StanceMatrix } from "@/lib/math/matrix";
import { type ConsultationReport, reportConsultation } from "@/lib/math/polis/report";
import type { Run } from "@/lib/math/progress";
import { type NamedMatrix, orderById } from "@/lib/math/reorder";

/** What is said of a coalition beside what is said of every consultation. */
export type CoalitionReport = {
  readonly clearGroups: boolean;
  readonly reason: string | null;
  readonly figures: Analysis["groups"]["figures"];
  readonly cautions: Analysis["cautions"];
  readonly separation: number | null;
  readonly agreement: Readonly<Record<string, number | null>>;
  readonly consensus: Readonly<Record<string, number | null>>;
  readonly alpha: number | null;
  readonly frontier: readonly {
    readonly size: number;
    readonly propositions: readonly Id[];
    readonly organizations: readonly Id[];
    readonly bound: number;
    readonly proved: boolean;
  }[];
};

export type Report = ConsultationReport & { readonly coalition?: CoalitionReport };

type Options = {
  readonly groups?: Readonly<Record<string, Id>>;
  readonly moderatedOut: readonly Id[];
  readonly run: Run;
};

/** The map, groups and measures of a coalition; statistics of groups only for groups that are real, or given. */
export function describeCoalition(given: NamedMatrix, { groups, moderatedOut, run }: Options): Report {
  const out = new Set(moderatedOut.map(String));
  const named = leaveOut(orderById(given), out);
  const values = writeOut(named.matrix);
  const found = analyse({ rows: named.rows, columns: named.columns, values }, { run });
  const inGroups = groups ?? groupsOf(found);
  const report = reportConsultation({ ...named, matrix: toVotes(named.matrix, values) }, { groups: inGroups, run });
  const groupOf = new Map(report.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const byColumn = <T>(all: readonly T[]) =>
    Object.fromEntries(named.columns.map((id, at) => [String(id), all[at] as T]));
  return {
    ...report,
    center: byColumn(found.centre.map((it) => it ?? 0)),
    components: [byColumn(found.loadings.map(({ x }) => x)), byColumn(found.loadings.map(({ y }) => y))],
    explained: found.explained,
    points: found.points.map(({ id, x, y }) => ({ id, x, y, group: groupOf.get(id) ?? null })),
    coalition: {
      clearGroups: found.groups.found,
      reason: found.groups.found ? null : found.groups.reason,
      figures: found.groups.figures,
      cautions: found.cautions,
      separation: found.separation,
      agreement: byColumn(found.measures.agreement),
      consensus: byColumn(found.measures.consensus),
      alpha: found.measures.alpha,
      frontier: findFrontier(toSupport(named, values), {}, run).map((point) => ({
        ...point,
        propositions: point.propositions.map((at) => named.columns[at] as Id),
        organizations: point.organizations.map((at) => named.rows[at] as Id),
      })),
    },
  };
}

const groupsOf = ({ points }: Analysis): Record<string, Id> =>
  Object.fromEntries(points.flatMap(({ id, group }) => (group === null ? [] : [[String(id), group]])));

function writeOut({ rows, columns, levels, blocks }: StanceMatrix): (number | null)[][] {
  const values = Array.from({ length: rows }, () => new Array<number | null>(columns).fill(null));
  for (const { first, starts, codes } of blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      for (const code of codes.subarray(starts[row], starts[row + 1]))
        (values[first + row] as (number | null)[])[Math.floor(code / levels.length)] =
          levels[code % levels.length] ?? null;
    }
  }
  return values;
}

/** What was moderated out is not a proposition of the coalition's. */
function leaveOut({ rows, columns, matrix }: NamedMatrix, out: ReadonlySet<string>): NamedMatrix {
  const kept = columns.flatMap((id, at) => (out.has(String(id)) ? [] : [at]));
  if (kept.length === columns.length) return { rows, columns, matrix };
  const builder = new MatrixBuilder(kept.length, matrix.levels);
  for (const row of writeOut(matrix)) {
    for (const [place, at] of kept.entries()) {
      const value = row[at] ?? null;
      if (value !== null) builder.add(place, matrix.levels.indexOf(value));
    }
    builder.endRow();
  }
  return { rows, columns: kept.map((at) => columns[at] as Id), matrix: builder.finish() };
}

/** As votes: a reservation is an agreement, standing aside a pass. */
function toVotes({ columns }: StanceMatrix, values: readonly (readonly (number | null)[])[]): StanceMatrix {
  const builder = new MatrixBuilder(columns, [-1, 0, 1]);
  for (const row of values) {
    for (const [at, value] of row.entries()) if (value !== null) builder.add(at, Math.ceil(value) + 1);
    builder.endRow();
  }
  return builder.finish();
}

const toSupport = ({ rows, columns }: NamedMatrix, values: readonly (readonly (number | null)[])[]): Support =>
  makeSupport(rows.length, columns.length, (row, column) => (values[row]?.[column] ?? 0) > 0);
