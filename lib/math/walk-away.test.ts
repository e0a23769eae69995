import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import {
  isLost,
  type Marked,
  redLinesOf,
  returnsByClause,
  standingsAfter,
  type Treatment,
  type WalkAwayMark,
  type WalkAwayStanding,
  whoReturns,
} from "./walk-away";

const kinds: WalkAwayMark[] = ["unmarked", "acceptable", "needsChange", "cannotSign", "wouldLeave"];
const amendments = [0, 1, 2];

const markedIn = (clauses: number): fc.Arbitrary<Marked> =>
  fc
    .array(fc.record({ mark: fc.constantFrom(...kinds), by: fc.option(fc.constantFrom(...amendments)) }), {
      minLength: clauses,
      maxLength: clauses,
    })
    .map((all) => ({
      marks: all.map(({ mark }) => mark),
      // Nobody names an amendment for what is acceptable, or says nothing.
      acceptableWith: all.map(({ mark, by }) => (mark === "unmarked" || mark === "acceptable" ? null : by)),
    }));
const network = fc
  .integer({ min: 1, max: 10 })
  .chain((clauses) =>
    fc.record({ clauses: fc.constant(clauses), marked: fc.array(markedIn(clauses), { minLength: 1, maxLength: 14 }) }),
  );
const treatment: fc.Arbitrary<Treatment> = fc.oneof(
  fc.constantFrom<Treatment>("kept", "dropped", "bracketed"),
  fc.constantFrom(...amendments).map((amendment) => ({ amendment })),
);

/** Asks one organization clause by clause, in words: no rule of the product, no set. */
function ask({ marks, acceptableWith }: Marked, treatments: readonly Treatment[]): WalkAwayStanding {
  const said = new Set<WalkAwayStanding>();
  treatments.forEach((it, clause) => {
    const mark = marks[clause];
    if (it === "dropped") return;
    if (typeof it === "object" && acceptableWith[clause] === it.amendment) return;
    if (mark === "wouldLeave") said.add("leaves");
    if (mark === "cannotSign" && it !== "bracketed") said.add("doesNotSign");
    if (mark === "needsChange" && it !== "bracketed") said.add("needsChange");
    if (mark === "unmarked" || (mark === "acceptable" && typeof it === "object")) said.add("unknown");
  });
  for (const worst of ["leaves", "doesNotSign", "needsChange", "unknown"] as const) if (said.has(worst)) return worst;
  return "signs";
}

const keptIn = (clauses: number): Treatment[] => Array.from({ length: clauses }, () => "kept");
const lostTo = (all: readonly Marked[], treatments: readonly Treatment[]) =>
  all.map((it) => ["leaves", "doesNotSign"].includes(ask(it, treatments)));
const returning = (all: readonly Marked[], treatments: readonly Treatment[]) => {
  const [before, after] = [lostTo(all, keptIn(treatments.length)), lostTo(all, treatments)];
  return all.flatMap((_, at) => (before[at] && !after[at] ? [at] : []));
};

test("who returns equals asking each of 14 organizations about every subset of 10 clauses that is dropped", () => {
  fc.assert(
    fc.property(network, ({ clauses, marked }) => {
      for (let subset = 0; subset < 2 ** clauses; subset++) {
        const treatments = keptIn(clauses).map((_, at): Treatment => ((subset >> at) & 1 ? "dropped" : "kept"));
        expect(whoReturns(marked, treatments)).toEqual(returning(marked, treatments));
      }
    }),
    { numRuns: 60 },
  );
});

test("the same for every mixture of dropped, bracketed and swapped clauses, up to forty clauses", () => {
  const wide = fc.integer({ min: 1, max: 40 }).chain((clauses) =>
    fc.record({
      marked: fc.array(markedIn(clauses), { minLength: 1, maxLength: 14 }),
      treatments: fc.array(treatment, { minLength: clauses, maxLength: clauses }),
    }),
  );
  fc.assert(
    fc.property(wide, ({ marked, treatments }) => {
      expect(standingsAfter(marked, treatments)).toEqual(marked.map((it) => ask(it, treatments)));
      expect(whoReturns(marked, treatments)).toEqual(returning(marked, treatments));
    }),
    { numRuns: 500 },
  );
});

test("what one change brings back is listed for every clause, and for each amendment that is open on it", () => {
  fc.assert(
    fc.property(network, ({ clauses, marked }) => {
      const all = returnsByClause(
        marked,
        clauses,
        keptIn(clauses).map(() => amendments),
      );
      expect(all).toHaveLength(clauses * (2 + amendments.length));
      for (const { clause, treatment: one, returns } of all) {
        const treatments = keptIn(clauses).map((it, at) => (at === clause ? one : it));
        expect(returns).toEqual(returning(marked, treatments));
      }
    }),
    { numRuns: 60 },
  );
});

test("an organization returns exactly when every red line of its own is dropped, and an unmarked clause never signs", () => {
  fc.assert(
    fc.property(network, fc.nat(), ({ clauses, marked }, chosen) => {
      const treatments = keptIn(clauses).map((_, at): Treatment => ((chosen >> at) & 1 ? "dropped" : "kept"));
      const standings = standingsAfter(marked, treatments);
      marked.forEach((it, at) => {
        const open = redLinesOf(it).filter((clause) => treatments[clause] === "kept");
        expect(isLost(standings[at] ?? "unknown")).toBe(open.length > 0);
        const silent = it.marks.some((mark, clause) => mark === "unmarked" && treatments[clause] === "kept");
        if (silent) expect(standings[at]).not.toBe("signs");
      });
    }),
  );
});

test("the order of organizations and of clauses changes nothing but the order", () => {
  fc.assert(
    fc.property(network, ({ clauses, marked }) => {
      const dropped = keptIn(clauses).map((_, at): Treatment => (at % 2 ? "dropped" : "kept"));
      const turned = marked.map((it) => ({
        marks: [...it.marks].reverse(),
        acceptableWith: [...it.acceptableWith].reverse(),
      }));
      expect(standingsAfter([...turned].reverse(), [...dropped].reverse())).toEqual(
        [...standingsAfter(marked, dropped)].reverse(),
      );
    }),
  );
});
