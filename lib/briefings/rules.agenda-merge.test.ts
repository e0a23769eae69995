import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { hasMoved, type Merge, type MergeAnswers, mergeAgendas } from "./rules.agenda-merge";

type Item = { id: string; words: string };
const same = (one: Item, other: Item) => one.id === other.id && one.words === other.words;
const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

const base: fc.Arbitrary<Item[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
  .map((numbers) => numbers.map((n) => ({ id: `i${n}`, words: "as it was" })));

/** What somebody made of an agenda: some taken off, some reworded, some added under ids of their own, some moved. */
const editOf = (items: readonly Item[], who: string): fc.Arbitrary<Item[]> =>
  fc
    .record({
      off: fc.subarray([...items]),
      reworded: fc.subarray([...items]),
      words: fc.constantFrom("one way", "another way"),
      added: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
      moves: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 3 }),
    })
    .map(({ off, reworded, words, added, moves }) => {
      const after = items
        .filter((it) => !off.includes(it))
        .map((it) => (reworded.includes(it) ? { ...it, words } : it));
      for (const n of added) after.splice(n % (after.length + 1), 0, { id: `${who}${n}`, words: "new" });
      for (const [from, to] of moves) {
        const [moved] = after.splice(from % Math.max(1, after.length), 1);
        if (moved) after.splice(to % (after.length + 1), 0, moved);
      }
      return after;
    });

const sides = base.chain((before) =>
  fc.record({ base: fc.constant(before), theirs: editOf(before, "t"), mine: editOf(before, "m") }),
);

const touched = (before: readonly Item[], after: readonly Item[]) =>
  [...new Set([...idsOf(before), ...idsOf(after)])].filter((id) => {
    const [was, is] = [before.find((it) => it.id === id), after.find((it) => it.id === id)];
    return was && is ? !same(was, is) : was !== is;
  });

const find = (items: readonly Item[], id: string) => items.find((it) => it.id === id);

test("where one of two did nothing, the other's agenda is what comes out, word for word and place for place", () => {
  fc.assert(
    fc.property(sides, ({ base: before, mine }) => {
      const nothing: Partial<Merge<Item>> = { items: mine, conflicts: [], bothMoved: false };
      expect(mergeAgendas({ base: before, theirs: before, mine, same })).toMatchObject(nothing);
      expect(mergeAgendas({ base: before, theirs: mine, mine: before, same })).toMatchObject(nothing);
    }),
  );
});

test("two who did the same have nothing to choose", () => {
  fc.assert(
    fc.property(sides, ({ base: before, mine }) => {
      expect(mergeAgendas({ base: before, theirs: mine, mine, same })).toMatchObject({
        items: mine,
        conflicts: [],
        bothMoved: false,
      });
    }),
  );
});

test("nothing that one of them alone added, changed or took off is lost, and nothing stands twice", () => {
  fc.assert(
    fc.property(sides, ({ base: before, theirs, mine }) => {
      const { items, conflicts } = mergeAgendas({ base: before, theirs, mine, same });
      expect(new Set(idsOf(items)).size).toBe(items.length);
      const [they, I] = [touched(before, theirs), touched(before, mine)];
      const open = conflicts.map(({ id }) => id);
      for (const id of I.filter((it) => !they.includes(it))) expect(find(items, id)).toEqual(find(mine, id));
      for (const id of they.filter((it) => !I.includes(it))) expect(find(items, id)).toEqual(find(theirs, id));
      for (const { id } of before.filter((it) => !they.includes(it.id) && !I.includes(it.id)))
        expect(find(items, id)).toEqual(find(before, id));
      // Nothing comes from nowhere.
      for (const it of items) expect([...before, ...theirs, ...mine].some((other) => same(other, it))).toBe(true);
      for (const id of open) expect(they.includes(id) && I.includes(id)).toBe(true);
    }),
  );
});

test("it asks about exactly the items that both changed, and not alike", () => {
  fc.assert(
    fc.property(sides, ({ base: before, theirs, mine }) => {
      const { conflicts } = mergeAgendas({ base: before, theirs, mine, same });
      const both = touched(before, theirs).filter((id) => touched(before, mine).includes(id));
      const unlike = both.filter((id) => {
        const [t, m] = [find(theirs, id), find(mine, id)];
        return t && m ? !same(t, m) : t !== m;
      });
      expect(conflicts.map(({ id }) => id).sort()).toEqual(unlike.sort());
      for (const it of conflicts) {
        expect(it.theirs).toEqual(find(theirs, it.id) ?? null);
        expect(it.mine).toEqual(find(mine, it.id) ?? null);
      }
    }),
  );
});

test("whoever of the two looks at it, the same items are open, and until they choose everybody reads the same", () => {
  fc.assert(
    fc.property(sides, ({ base: before, theirs, mine }) => {
      const one = mergeAgendas({ base: before, theirs, mine, same });
      const other = mergeAgendas({ base: before, theirs: mine, mine: theirs, same });
      expect(other.conflicts.map(({ id }) => id).sort()).toEqual(one.conflicts.map(({ id }) => id).sort());
      expect(other.bothMoved).toBe(one.bothMoved);
      expect([other.byThem.sort(), other.byMe.sort()]).toEqual([one.byMe.sort(), one.byThem.sort()]);
      const settled = new Set(one.conflicts.map(({ id }) => id));
      const content = (merge: Merge<Item>) =>
        merge.items
          .filter((it) => !settled.has(it.id))
          .map((it) => `${it.id} ${it.words}`)
          .sort();
      expect(content(other)).toEqual(content(one));
    }),
  );
});

test("a choice is kept to, item by item, and moves nothing else", () => {
  const chosen = sides.chain((it) =>
    fc.record({
      it: fc.constant(it),
      choices: fc
        .array(fc.boolean(), { minLength: 20, maxLength: 20 })
        .map((answers): MergeAnswers["items"] =>
          Object.fromEntries(
            [...new Set([...idsOf(it.base), ...idsOf(it.theirs), ...idsOf(it.mine)])].map((id, at) => [
              id,
              answers[at % 20] ? ("mine" as const) : ("theirs" as const),
            ]),
          ),
        ),
      order: fc.constantFrom("theirs" as const, "mine" as const),
    }),
  );
  fc.assert(
    fc.property(chosen, ({ it: { base: before, theirs, mine }, choices, order }) => {
      const { items, conflicts, bothMoved } = mergeAgendas(
        { base: before, theirs, mine, same },
        { items: choices, order },
      );
      for (const { id } of conflicts) expect(find(items, id)).toEqual(find(choices[id] === "mine" ? mine : theirs, id));
      if (bothMoved) expect(hasMoved(idsOf(items), idsOf(order === "mine" ? mine : theirs))).toBe(false);
    }),
  );
});

test("an order that one of them alone changed is kept, with what the other added where it was put", () => {
  fc.assert(
    fc.property(sides, ({ base: before, theirs, mine }) => {
      const merged = idsOf(mergeAgendas({ base: before, theirs, mine, same }).items);
      const [theyMoved, iMoved] = [hasMoved(idsOf(before), idsOf(theirs)), hasMoved(idsOf(before), idsOf(mine))];
      if (!iMoved) expect(hasMoved(merged, idsOf(theirs))).toBe(false);
      if (iMoved && !theyMoved) expect(hasMoved(merged, idsOf(mine))).toBe(false);
    }),
  );
});

test("an item that I added behind another stands behind it, though they moved that one", () => {
  const item = (id: string, words = "as it was") => ({ id, words });
  const before = [item("a"), item("b"), item("c")];
  const theirs = [item("c"), item("a"), item("b")];
  const mine = [item("a"), item("new"), item("b"), item("c")];
  expect(idsOf(mergeAgendas({ base: before, theirs, mine, same }).items)).toEqual(["c", "a", "new", "b"]);
});

test("one takes an item off while the other words it anew: it is asked about, and either answer is had", () => {
  const item = (id: string, words = "as it was") => ({ id, words });
  const before = [item("a"), item("b"), item("c")];
  const theirs = [item("a"), item("c")];
  const mine = [item("a"), item("b", "in other words"), item("c")];
  const merge = (choice: "theirs" | "mine") =>
    idsOf(mergeAgendas({ base: before, theirs, mine, same }, { items: { b: choice }, order: "theirs" }).items);
  expect([merge("theirs"), merge("mine")]).toEqual([
    ["a", "c"],
    ["a", "b", "c"],
  ]);
});
