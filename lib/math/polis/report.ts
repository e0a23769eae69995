import { compareIds, type Id } from "../ids";
import { type NamedMatrix, orderById } from "../reorder";
import { type Consultation, type ConsultationOptions, describeConsultation } from "./consultation";
import { rankForRouting } from "./priority";

/** What a consultation says, by the ids of its statements and participants: what the command prints. */
export type ConsultationReport = {
  readonly rows: number;
  readonly columns: number;
  readonly votes: number;
  /** Mean vote per statement. */
  readonly center: Readonly<Record<string, number>>;
  /** Loadings on both axes, per statement. */
  readonly components: readonly Readonly<Record<string, number>>[];
  readonly explained: readonly number[];
  /** Group null: voted too little to be in one. */
  readonly points: readonly { readonly id: Id; readonly x: number; readonly y: number; readonly group: Id | null }[];
  readonly groups: readonly { readonly id: Id; readonly size: number; readonly members: readonly Id[] }[];
  readonly k: number;
  readonly consensus: { readonly agree: readonly Id[]; readonly disagree: readonly Id[] };
  readonly representative: Readonly<
    Record<string, readonly { readonly id: Id; readonly side: "agree" | "disagree" }[]>
  >;
  readonly groupInformedConsensus: Readonly<Record<string, number>>;
  /** How far each statement stands from the middle. */
  readonly extremity: Readonly<Record<string, number>>;
  /** How eagerly each statement should be shown to the next participant. */
  readonly priority: Readonly<Record<string, number>>;
};

export type ReportOptions = Pick<ConsultationOptions, "run" | "gather"> & {
  /** Statements moderated out. */
  readonly moderatedOut?: readonly Id[];
  /** Statements about the consultation itself. */
  readonly meta?: readonly Id[];
  /** Groups to describe instead of finding any, by participant; whoever is not in it is in none. */
  readonly groups?: Readonly<Record<string, Id>>;
};

/**
 * Describes a consultation by its ids, in their order.
 *
 * @param named levels as of `voteLevels`
 * @throws {Cancelled}
 */
export function reportConsultation(named: NamedMatrix, options: ReportOptions = {}): ConsultationReport {
  const { rows, columns, matrix } = orderById(named);
  const out = new Set((options.moderatedOut ?? []).map(String));
  const meta = new Set((options.meta ?? []).map(String));
  const given = options.groups ? numberGroups(rows, options.groups) : null;
  const found = describeConsultation(matrix, {
    ...options,
    moderatedOut: columns.map((id) => out.has(String(id)) || meta.has(String(id))),
    ...(given && { groupOf: given.groupOf }),
  });
  const names = given?.names ?? Array.from({ length: found.groups }, (_, group): Id => group);
  const isMeta = columns.map((id) => meta.has(String(id)));
  const { components, centre, extremity, points } = found.map;
  const byStatement = (values: ArrayLike<number>) =>
    Object.fromEntries(columns.map((id, at) => [String(id), values[at] as number]));
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    votes: matrix.votes,
    center: byStatement(centre),
    components: components.vectors.map(byStatement),
    explained: components.explained,
    points: rows.map((id, row) => ({
      id,
      x: points.xs[row] as number,
      y: points.ys[row] as number,
      group: names[found.groupOf[row] as number] ?? null,
    })),
    groups: listGroups(found, names, rows),
    k: found.groups,
    consensus: {
      agree: found.consensus.agree.map((at) => columns[at] as Id),
      disagree: found.consensus.disagree.map((at) => columns[at] as Id),
    },
    representative: Object.fromEntries(
      found.representative.map((all, group) => [
        String(names[group]),
        all.map(({ statement, side }) => ({ id: columns[statement] as Id, side })),
      ]),
    ),
    groupInformedConsensus: byStatement(found.groupInformedConsensus),
    extremity: byStatement(extremity),
    priority: byStatement(rankForRouting(found.counts, extremity, isMeta)),
  };
}

function listGroups({ groupOf, groups }: Consultation, names: readonly Id[], rows: readonly Id[]) {
  const members = Array.from({ length: groups }, (): Id[] => []);
  for (const [row, group] of groupOf.entries()) members[group]?.push(rows[row] as Id);
  return members.map((all, group) => ({ id: names[group] as Id, size: all.length, members: all }));
}

/** Groups by number in the order of their names. */
function numberGroups(rows: readonly Id[], groups: Readonly<Record<string, Id>>) {
  const named = rows.map((id) => (Object.hasOwn(groups, String(id)) ? (groups[String(id)] as Id) : null));
  const names = [...new Set(named.filter((it) => it !== null))].sort(compareIds);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const groupOf = Int32Array.from(named, (name) => (name === null ? -1 : (numbers.get(name) ?? -1)));
  return { names, groupOf };
}
