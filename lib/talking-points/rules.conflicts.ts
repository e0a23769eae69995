import { editsIn, linesOf, type Matter, type Text } from "./rules.amendments";
import { type Edit, meet } from "./rules.edits";

/** Which things belong together, by what is said of pairs and groups of them. */
function gather() {
  const above = new Map<string, string>();
  const headOf = (id: string): string => {
    let head = id;
    for (let up = above.get(head); up !== undefined; up = above.get(head)) head = up;
    if (head !== id) above.set(id, head);
    return head;
  };
  return {
    headOf,
    join(ids: readonly string[]) {
      const [first, ...others] = ids.map(headOf);
      for (const other of others)
        if (first !== undefined && headOf(first) !== headOf(other)) above.set(headOf(other), headOf(first));
    },
  };
}

function groupBy<T>(all: readonly T[], keyOf: (it: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const it of all) {
    const key = keyOf(it);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(it);
    else groups.set(key, [it]);
  }
  return groups;
}

const idsOf = (matters: readonly Matter[]) => matters.map(({ id }) => id);

/** A clause cannot go and read otherwise or stand elsewhere, nor stand at two places. */
function listFates(matters: readonly Matter[]): string[][] {
  const groups = [...groupBy(matters, ({ clauseKey }) => clauseKey).values()];
  return groups.flatMap((group) => {
    const moves = group.filter(({ kind }) => kind === "move");
    const places = new Set(moves.map(({ afterKey }) => afterKey));
    const dropped = group.some(({ kind }) => kind === "drop") && group.some(({ kind }) => kind !== "drop");
    return [...(dropped ? [idsOf(group)] : []), ...(places.size > 1 ? [idsOf(moves)] : [])];
  });
}

type Wanted = { edit: Edit; by: string[] };

/**
 * Who wants to change the same words of one line otherwise. Edits are walked through in their order; one that meets any of those
 * before it meets the one that reaches furthest.
 */
function listMeetings(base: string, wanted: readonly Wanted[]): string[][] {
  const inOrder = [...groupBy(wanted, ({ edit }) => JSON.stringify([edit.from, edit.to, edit.text])).values()]
    .map((same) => ({ edit: same[0]?.edit ?? { from: 0, to: 0, text: "" }, by: same.flatMap(({ by }) => by) }))
    .sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to);
  const meetings: string[][] = [];
  let furthest: Wanted | undefined;
  for (const it of inOrder) {
    if (furthest && meet(base, furthest.edit, it.edit)) meetings.push([...furthest.by, ...it.by]);
    if (!furthest || it.edit.to >= furthest.edit.to) furthest = it;
  }
  return meetings;
}

/** What each line of the text is to become: asked once of every amendment, and only of the lines that it is about. */
function listLines(text: Text, matters: readonly Matter[]): string[][] {
  const everywhere = matters.filter(({ kind }) => kind === "everywhere");
  const rewordings = groupBy(matters, ({ kind, clauseKey }) => (kind === "words" ? clauseKey : null));
  return linesOf(text).flatMap(({ key, field, base }) => {
    const about = [...everywhere, ...(key === null ? [] : (rewordings.get(key) ?? []))];
    const wanted = about.flatMap((it) =>
      (editsIn(it, key, field, base) ?? []).map((edit): Wanted => ({ edit, by: [it.id] })),
    );
    return listMeetings(base ?? "", wanted);
  });
}

/** Sets of amendments that change the same words: of each, not all can be taken over. In the order in which they were given. */
export function conflictsAmong(text: Text, matters: readonly Matter[]): string[][] {
  // Another text leaves nothing of this one.
  if (matters.some(({ kind }) => kind === "whole")) return matters.length > 1 ? [idsOf(matters)] : [];
  const { headOf, join } = gather();
  for (const met of [...listFates(matters), ...listLines(text, matters)]) join(met);
  return [...groupBy(idsOf(matters), headOf).values()].filter((set) => set.length > 1);
}
