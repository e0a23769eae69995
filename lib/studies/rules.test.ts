import { expect, test } from "vitest";
import type { StudyFindings } from "@/lib/math/polis/study";
import { fc } from "@/tests/support/fast-check";
import { smallest, sortStatements, toFindings, toSlug, toStatements } from "./rules";

const rows = Array.from({ length: 4 }, (_, place) => ({
  place,
  key: String(place),
  textEn: `S${place}`,
  textFr: null,
  moderatedOut: place === 3,
}));

const found = (sizes: readonly number[], votes: number): StudyFindings => ({
  participants: 90,
  grouped: sizes.reduce((sum, it) => sum + it, 0),
  apart: 0,
  explained: [0.3, 0.2],
  groups: sizes.map((size) => ({ size, representative: [{ statement: 0, side: "agree" as const }] })),
  marks: sizes.map((size, group) => ({ x: group, y: 0, size, group })),
  consensus: { agree: [1], disagree: [2] },
  statements: rows.map((_, at) => ({
    all: [votes, 0, 0],
    byGroup: sizes.map(() => [votes, 0, 0]),
    together: at / 10,
    extremity: 4 - at,
    x: at,
    y: 0,
  })),
});

test("with a group of fewer than five nothing is told by group, and no mark says whose it is", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), (sizes) => {
      const told = toFindings(found(sizes, 20), rows);
      const small = sizes.some((size) => size < smallest);
      expect(told.groups.length === 0).toBe(small || sizes.length < 2);
      expect(told.untold === null).toBe(told.groups.length > 0);
      for (const it of toStatements(found(sizes, 20), rows)) expect(it.byGroup.length).toBe(told.groups.length);
      for (const [at, mark] of told.marks.entries()) {
        expect(mark.group === null).toBe(told.groups.length === 0);
        expect(mark.size).toBe((sizes[at] ?? 0) < smallest ? null : sizes[at]);
      }
    }),
  );
});

test("what fewer than five voted on is not counted out, for all or by group", () => {
  const told = toStatements(found([30, 30], smallest - 1), rows);
  for (const it of told) expect([it.all, it.byGroup, it.together]).toEqual([null, [], null]);
  const findings = toFindings(found([30, 30], smallest - 1), rows);
  expect([findings.agreed, findings.together, findings.groups.flatMap((it) => it.representative)]).toEqual([
    [],
    [],
    [],
  ]);
});

test("those who stand apart are in no group and hide none, and what they said cannot be had by taking away", () => {
  const apart = { x: 9, y: 9, size: 1, group: -1 };
  const made = { ...found([40, 40], 20), participants: 81, apart: 1 };
  // Everybody: both groups and the one who stands apart.
  const statements = made.statements.map((it) => ({ ...it, all: [40, 1, 0] as const }));
  const told = toFindings({ ...made, statements, marks: [...made.marks, apart] }, rows);
  expect([told.untold, told.apart, told.groups.map(({ letter }) => letter)]).toEqual([null, true, ["A", "B"]]);
  expect(told.marks.at(-1)).toEqual({ x: 9, y: 9, size: null, group: null });
  for (const it of told.together) expect(it.all).toEqual({ agree: 40, disagree: 0, pass: 0 });
  // Six are enough to be hidden among: then everybody counts.
  const many = toStatements({ ...made, statements, participants: 86 }, rows);
  expect(many[0]?.all).toEqual({ agree: 40, disagree: 1, pass: 0 });
});

test("where everybody stands in clusters of fewer than five, that is what is told", () => {
  const none = { ...found([], 20), groups: [], apart: 8, participants: 8 };
  expect(toFindings(none, rows)).toMatchObject({ untold: "tooSmall", groups: [], grouped: 8 });
  expect(toFindings({ ...none, apart: 0 }, rows).untold).toBe("none");
});

test("what was left out is neither a pull nor something all groups agree with", () => {
  const { pulls, together } = toFindings(found([30, 30], 20), rows);
  expect(pulls.map(({ key }) => key)).toEqual(["0", "1", "2"]);
  expect(together.map(({ key }) => key)).toEqual(["2", "1", "0"]);
});

test("an order puts every statement somewhere, ties by number", () => {
  const all = toStatements(found([30, 30], 20), rows);
  for (const order of ["number", "together", "apart", "votes"])
    expect(sortStatements(all, order).map(({ key }) => key)).toHaveLength(rows.length);
  expect(sortStatements(all, "votes").map(({ key }) => key)).toEqual(["0", "1", "2", "3"]);
  expect(sortStatements(all, "together").map(({ key }) => key)).toEqual(["2", "1", "0", "3"]);
});

test("an address is made of a title's words, and never one that is taken", () => {
  expect(toSlug("Que veut Québec?", new Set())).toBe("que-veut-quebec");
  expect(toSlug("日本", new Set())).toBe("study");
  expect(toSlug("One", new Set(["one", "one-2"]))).toBe("one-3");
  fc.assert(fc.property(fc.string(), (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(toSlug(title, new Set()))));
});
