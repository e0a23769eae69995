/** Where two people began over the same agenda, what each made of it. Items are told apart by their ids. */
type Item = { id: string };
type Same<T> = (one: T, other: T) => boolean;

/** One item that both changed: null where it was taken off. */
export type ItemConflict<T> = { id: string; theirs: T | null; mine: T | null };

export type Merge<T> = {
  /** Both people's work. An item that both changed is theirs until somebody chooses. */
  items: T[];
  conflicts: ItemConflict<T>[];
  /** Both moved items about. The order is theirs until somebody chooses. */
  bothMoved: boolean;
  /** Ids of the items that they, and I, added, changed or took off. */
  byThem: string[];
  byMe: string[];
};

export type MergeAnswers = { items: Readonly<Record<string, "theirs" | "mine">>; order: "theirs" | "mine" };
export const nothingChosen: MergeAnswers = { items: {}, order: "theirs" };

const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

/** The items that both lists hold, in the order of the first. */
const shared = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => others.includes(id));

/** Whether somebody put items that were there into another order; what was added or taken off moves nothing. */
export function hasMoved(before: readonly string[], after: readonly string[]): boolean {
  return shared(before, after).join() !== shared(after, before).join();
}

/** What was added in one order, put into another: behind the nearest item before it that stands there too. */
function interleave(order: readonly string[], added: readonly string[], from: readonly string[]): string[] {
  const into = [...order];
  for (const id of added) {
    const before = from.slice(0, from.indexOf(id)).reverse();
    const at = before.map((it) => into.indexOf(it)).find((it) => it >= 0) ?? -1;
    into.splice(at + 1, 0, id);
  }
  return into;
}

type Sides<T> = { base: readonly T[]; theirs: readonly T[]; mine: readonly T[]; same: Same<T> };

/** What became of an item on one side. */
function changeOf<T extends Item>(id: string, before: T | undefined, side: readonly T[], same: Same<T>) {
  const now = side.find((it) => it.id === id);
  const untouched = before === undefined ? now === undefined : now !== undefined && same(before, now);
  return { now: now ?? null, changed: !untouched };
}

/**
 * Puts together what two people made of one agenda. Whatever one of them alone touched is as they left it; where both touched
 * the same item differently, or both moved items, it takes a choice, and until then theirs stands, which is what everybody
 * reads. Nothing that neither took off is missing, and nothing stands twice.
 */
export function mergeAgendas<T extends Item>(sides: Sides<T>, choices: MergeAnswers = nothingChosen): Merge<T> {
  const { base, theirs, mine, same } = sides;
  const all = [...new Set([...idsOf(base), ...idsOf(theirs), ...idsOf(mine)])];
  const kept = new Map<string, T>();
  const conflicts: ItemConflict<T>[] = [];
  const [byThem, byMe]: [string[], string[]] = [[], []];
  for (const id of all) {
    const before = base.find((it) => it.id === id);
    const [they, I] = [changeOf(id, before, theirs, same), changeOf(id, before, mine, same)];
    if (they.changed) byThem.push(id);
    if (I.changed) byMe.push(id);
    const agree = they.now && I.now ? same(they.now, I.now) : they.now === I.now;
    const both = they.changed && I.changed && !agree;
    if (both) conflicts.push({ id, theirs: they.now, mine: I.now });
    const takesMine = both ? choices.items[id] === "mine" : I.changed;
    const result = takesMine ? I.now : they.now;
    if (result) kept.set(id, result);
  }
  const [before, thus, so] = [idsOf(base), idsOf(theirs), idsOf(mine)];
  const [theyMoved, iMoved] = [hasMoved(before, thus), hasMoved(before, so)];
  const bothMoved = theyMoved && iMoved && hasMoved(thus, so);
  const leading = iMoved && (!theyMoved || (bothMoved && choices.order === "mine")) ? so : thus;
  const following = leading === so ? thus : so;
  // What one took off and the other changed stands where it stood before.
  const missing = (from: readonly string[], there: readonly string[]) => from.filter((id) => !there.includes(id));
  const withOthers = interleave(leading, missing(following, leading), following);
  const order = interleave(withOthers, missing(before, withOthers), before);
  const items = order.flatMap((id) => kept.get(id) ?? []);
  return { items, conflicts, bothMoved, byThem, byMe };
}
