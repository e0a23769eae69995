import type { Category, StanceMark } from "@/components/stances/stances";
import { categories } from "@/lib/agreement/constants";
import { type Interval, interval } from "@/lib/agreement/rules";
import type { Agreement, Assessed } from "@/lib/agreement/schema";
import { orderByClusters } from "@/lib/math/cluster-order";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Stance } from "@/lib/positions/schema";
import type { AgreementQuery } from "./agreement-query";

export type GridColumn = { slug: string; code: string; name: string; short: string; own: boolean; stated: number };
export type GridRowData = Omit<Assessed, "title"> & { title: string; marks: StanceMark[]; range: Interval | null };
export type GridGroup = { key: Category | "some_not_shown" | "all"; rows: GridRowData[] };
type BuiltGrid = { columns: GridColumn[]; groups: GridGroup[]; total: number; members: number; stances: number };

/** Where a stance stands between support and opposition. Who has not decided, or may not speak, stands nowhere. */
const leaning: Record<Stance, number | null> = {
  support: 1,
  support_with_reservation: 0.5,
  undecided: null,
  stand_aside: 0,
  oppose: -1,
  no_mandate: null,
};

type GridOptions = { choice: AgreementQuery; own: ReadonlySet<string>; locale: Locale };

/** The grid as it is read: columns and rows in the order asked for, every cell with its mark, and both margins. */
export function buildGrid(agreement: Agreement, { choice, own, locale }: GridOptions): BuiltGrid {
  const stances = new Map(agreement.organizations.map(({ slug }) => [slug, new Map<string, Stance>()]));
  for (const { organization, proposition, stance } of agreement.cells)
    stances.get(organization)?.set(proposition, stance);
  const stanceAt = (organization: string, proposition: string) => stances.get(organization)?.get(proposition);
  const columns = agreement.organizations
    .map(({ slug, code, name, short }): GridColumn => {
      const said = agreement.propositions.map((it) => stanceAt(slug, it.slug));
      const stated = said.filter((it) => it && it !== "no_mandate").length;
      return { slug, code, name: name[locale], short: short[locale], own: own.has(slug), stated };
    })
    .sort((a, b) => compareIn(locale)(a.short, b.short) || (a.slug < b.slug ? -1 : 1));
  const ordered = order(columns, choice.columns, (slug) =>
    agreement.propositions.map((it) => {
      const stance = stanceAt(slug, it.slug);
      return stance ? leaning[stance] : null;
    }),
  );
  const rows = agreement.propositions.map((it): GridRowData => {
    // Where some are hidden every blank bears one mark: nobody is to read who is hidden and who is silent.
    const blank = it.notShown === "some" ? "not_shown" : "not_recorded";
    const marks = ordered.map(({ slug }) => stanceAt(slug, it.slug) ?? blank);
    return { ...it, title: it.title[locale], marks, range: interval(it.counts) };
  });
  return {
    columns: ordered,
    groups: choice.rows === "number" ? [{ key: "all" as const, rows }] : toGroups(rows),
    total: rows.length,
    members: agreement.members,
    stances: rows.reduce((sum, { counts: { not_recorded: _, ...said } }) => sum + add(Object.values(said)), 0),
  };
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0);

function order(
  columns: GridColumn[],
  by: AgreementQuery["columns"],
  voiceOf: (slug: string) => (number | null)[],
): GridColumn[] {
  if (by === "name") return columns;
  if (by === "own") return [...columns.filter((it) => it.own), ...columns.filter((it) => !it.own)];
  return orderByClusters(columns.map((it) => voiceOf(it.slug))).flatMap((place) => columns[place] ?? []);
}

const support = ({ counts }: GridRowData) => counts.support + counts.support_with_reservation;

/** The categories in their one order. Where no verdict is given, nothing ranks the rows either. */
function toGroups(rows: readonly GridRowData[]): GridGroup[] {
  const judged = categories.map((key): GridGroup => {
    const within = rows.filter((it) => it.category === key);
    return { key, rows: within.sort((a, b) => support(b) - support(a) || a.number - b.number) };
  });
  const hidden: GridGroup = { key: "some_not_shown", rows: rows.filter((it) => it.category === null) };
  return [...judged, hidden].filter((group) => group.rows.length > 0);
}

/** How many are silent in all; null where that would say how many are hidden. */
export function countSilent({ groups }: BuiltGrid): number | null {
  const silent = groups.flatMap((group) => group.rows.map((it) => it.counts.not_recorded));
  return silent.every((it) => it !== null) ? add(silent) : null;
}

export const countHidden = ({ groups }: BuiltGrid): number =>
  groups.flatMap((group) => group.rows).filter((it) => it.notShown === "some").length;
