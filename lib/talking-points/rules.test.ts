import { expect, test } from "vitest";
import { addDays, addWorkingDays, federalRule } from "@/lib/platform/time/working-days";
import { clauseOf } from "@/tests/support/clause-texts";
import { fc } from "@/tests/support/fast-check";
import type { EndorsementKind } from "./constants";
import { responses, type talkingPointStatuses } from "./constants";
import {
  awaitedOf,
  contradictions,
  isCurrent,
  replay,
  type Step,
  signaturesFor,
  textObstacle,
} from "./rules.endorsements";
import { disputeWaitsUntil, factOf, isOwnWording, parityObstacle } from "./rules.parity";
import { listStatuses, reviewDay, reviewObstacle, statusAfter, statusObstacle } from "./rules.status";
import {
  changeClaimed,
  changedKeys,
  clauseAdvice,
  contestObstacle,
  contestUntil,
  longestRise,
  movedKeys,
} from "./rules.text";

const calendar = { rests: [], closing: federalRule };

test("a split is suggested above 12 clauses and demanded above 40", () => {
  expect([1, 12, 13, 40, 41].map(clauseAdvice)).toEqual([null, null, "split", "split", "refuse"]);
});

test("what does not rise was moved: the rest is a longest run in order, and inserting moves nothing", () => {
  const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
  fc.assert(
    fc.property(keys, (numbers) => {
      const run = numbers.filter((_, at) => longestRise(numbers).has(at));
      expect(run).toEqual([...run].sort((a, b) => a - b));
      let best = 0;
      for (let set = 0; set < 2 ** numbers.length; set++) {
        const chosen = numbers.filter((_, at) => set & (1 << at));
        if (chosen.every((it, at) => at === 0 || it > (chosen[at - 1] ?? 0))) best = Math.max(best, chosen.length);
      }
      expect(run.length).toBe(best);
    }),
  );
  const before = ["a", "b", "c"].map((key) => ({ key }));
  expect(
    movedKeys(
      before,
      ["new", "a", "b", "c"].map((key) => ({ key })),
    ).size,
  ).toBe(0);
  expect([
    ...movedKeys(
      before,
      ["c", "a", "b"].map((key) => ({ key })),
    ),
  ]).toEqual(["c"]);
});

test("a change is editorial only where all of it was claimed to be, and one contest makes it material", () => {
  const title = { titleEn: "A line", titleFr: null };
  const [a, b] = [clauseOf("a", "One."), clauseOf("b", "Two.")];
  const text = (clauses: (typeof a)[]) => ({ title, clauses });
  const claimed = (clauses: (typeof a)[], editorial: string[]) => changeClaimed(text([a, b]), text(clauses), editorial);
  const spelled = clauseOf("a", "One!");
  expect(claimed([spelled, b], ["a"])).toBe("editorial");
  expect(claimed([spelled, b], [])).toBe("material");
  expect(claimed([spelled, clauseOf("b", "Too.")], ["a"])).toBe("material");
  expect(claimed([b, a], ["a", "b"])).toBe("editorial");
  expect(claimed([a], ["a", "b"])).toBe("material");
  expect(claimed([a, b, clauseOf("c", "Three.")], ["a", "b", "c"])).toBe("material");
  expect(changeClaimed(text([a]), { title: { ...title, titleEn: "Another" }, clauses: [a] }, ["a"])).toBe("material");
  expect(changeClaimed(null, text([a]), ["a"])).toBe("material");
  expect([...changedKeys([a, b], [spelled])].sort()).toEqual(["a", "b"]);
});

test("a claim is contested until the end of the second working day, over weekends and closing days", () => {
  expect(contestUntil("2026-11-27", ["a"], calendar)).toBe("2026-12-01");
  expect(contestUntil("2026-12-23", ["a"], calendar)).toBe("2026-12-29");
  expect(contestUntil("2026-11-27", [], calendar)).toBeNull();
  const rests = [{ firstOn: "2026-11-28", lastOn: "2026-12-06" }];
  expect(contestUntil("2026-11-27", ["a"], { ...calendar, rests })).toBe("2026-12-08");
  const it = {
    endorses: true,
    clause: "a",
    editorial: ["a"],
    until: "2026-12-01",
    today: "2026-12-01",
    contested: false,
  };
  expect(contestObstacle(it)).toBeNull();
  expect(contestObstacle({ ...it, today: "2026-12-02" })).toBe("contestOver");
  expect(contestObstacle({ ...it, contested: true })).toBe("contestedAlready");
  expect(contestObstacle({ ...it, endorses: false })).toBe("notAnEndorser");
  expect(contestObstacle({ ...it, editorial: [] })).toBe("notClaimedEditorial");
});

test("a dispute counts from the first of the same words: said again, or ended and begun again, it begins no new wait", () => {
  const judged = (parity: "equal" | "disputed" | "pending", day: string) => ({ parity, at: new Date(day) });
  const factAfter = (...oldestFirst: ReturnType<typeof judged>[]) =>
    factOf(oldestFirst.toReversed(), (at) => at.toISOString().slice(0, 10));
  const [first, again] = [judged("disputed", "2026-11-27"), judged("disputed", "2026-12-01")];
  expect(factAfter()).toBeNull();
  expect(factAfter(first, again)).toEqual({ parity: "disputed", on: "2026-11-27" });
  expect(factAfter(first, judged("equal", "2026-11-30"), again)).toEqual({ parity: "disputed", on: "2026-11-27" });
  expect(factAfter(first, judged("equal", "2026-12-01"))).toEqual({ parity: "equal", on: "2026-12-01" });
});

test("however often disputes are ended and begun again, answers to one wording wait two working days in all", () => {
  const day = fc.integer({ min: 0, max: 40 }).map((it) => addDays("2026-11-02", it));
  const judgement = fc.record({ parity: fc.constantFrom("equal" as const, "disputed" as const), day });
  fc.assert(
    fc.property(fc.array(judgement, { minLength: 1, maxLength: 12 }), day, (given, today) => {
      const said = given.filter((it) => it.day <= today).sort((a, b) => a.day.localeCompare(b.day));
      const rows = said.map((it) => ({ parity: it.parity, at: new Date(it.day) })).toReversed();
      const fact = factOf(rows, (at) => at.toISOString().slice(0, 10));
      const first = said.find(({ parity }) => parity === "disputed")?.day;
      const over = first !== undefined && today > addWorkingDays(first, 2, [], federalRule);
      if (over) expect(parityObstacle([fact], today, calendar)).not.toBe("parityDisputed");
    }),
  );
});

test("answers wait for both languages, for a third reader two working days at most, and then for nobody", () => {
  const on = "2026-11-27";
  const [equal, disputed] = [{ parity: "equal", on } as const, { parity: "disputed", on } as const];
  expect(disputeWaitsUntil(equal, calendar)).toBeNull();
  expect(disputeWaitsUntil(disputed, calendar)).toBe("2026-12-01");
  expect(parityObstacle([equal, null], "2026-12-09", calendar)).toBe("parityPending");
  expect(parityObstacle([equal, { parity: "pending", on }], "2026-12-09", calendar)).toBe("parityPending");
  for (const [today, obstacle] of [
    ["2026-11-27", "parityDisputed"],
    ["2026-12-01", "parityDisputed"],
    ["2026-12-02", null],
  ] as const)
    expect(parityObstacle([equal, disputed], today, calendar)).toBe(obstacle);
  expect(isOwnWording({ authors: ["writer", "poster"], reader: "poster" })).toBe(true);
  expect(isOwnWording({ authors: ["writer", "poster"], reader: "another" })).toBe(false);
});

const step = fc.record<Step>({
  kind: fc.constantFrom<EndorsementKind>("signed_once", "given", "confirmed", "withdrawn"),
  version: fc.integer({ min: 1, max: 4 }),
});

test("nothing carries: an answer is current for its own version alone, and each version asks exactly once", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const standing = replay(steps);
      const effective = steps.filter(({ kind }) => kind !== "signed_once").at(-1);
      expect(standing.given).toBe(effective && effective.kind !== "withdrawn" ? effective : null);
      for (const version of [1, 2, 3, 4, 5]) {
        const awaited = awaitedOf(standing, version);
        expect(awaited === null).toBe(isCurrent(standing.given, version));
        expect(awaited).toBe(
          standing.given === null ? "answer" : standing.given.version === version ? null : "confirm",
        );
      }
      // The words change: whoever had answered is asked to confirm, and whoever had not is asked for an answer.
      expect(replay(steps)).toEqual(standing);
    }),
  );
});

test("an answer to other words than those in force is turned away, whichever part of them differs", () => {
  const text = { status: "in_discussion", currentVersion: 3, digest: "c" } as const;
  expect(textObstacle(text, { version: 3, digest: "c" })).toBeNull();
  expect(textObstacle(text, { version: 2, digest: "c" })).toBe("textChanged");
  expect(textObstacle(text, { version: 3, digest: "b" })).toBe("textChanged");
  for (const status of ["draft", "retired"] as const)
    expect(textObstacle({ ...text, status }, { version: 3, digest: "c" })).toBe("notOpen");
});

test("two sign where the rule is joint, except to object; a register that opposes contradicts an endorsement alone", () => {
  expect(responses.map((it) => signaturesFor(it, 2))).toEqual([2, 2, 2, 1]);
  expect(responses.map((it) => signaturesFor(it, 1))).toEqual([1, 1, 1, 1]);
  const own = [{ stance: "oppose" }, { stance: "undecided" }, { stance: "support" }] as const;
  expect(responses.map((it) => contradictions(it, own).length)).toEqual([1, 1, 0, 0]);
});

test("a status goes draft, in discussion, usable, cautioned and back, retired, and never further", () => {
  const ready = { pending: false, endorsed: true };
  const point = { currentVersion: 2, usableVersion: null };
  const from = (status: (typeof talkingPointStatuses)[number], usableVersion: number | null = null) =>
    listStatuses({ ...point, status, usableVersion }, ready);
  expect(from("draft")).toEqual(["in_discussion"]);
  expect(from("in_discussion")).toEqual(["usable", "retired"]);
  expect(from("usable", 2)).toEqual(["cautioned", "retired"]);
  expect(from("usable", 1)).toEqual(["usable", "cautioned", "retired"]);
  expect(from("cautioned", 2)).toEqual(["usable", "cautioned", "retired"]);
  expect(from("retired")).toEqual([]);
  expect(statusObstacle({ ...point, status: "in_discussion" }, "usable", { pending: true, endorsed: true })).toBe(
    "parityPending",
  );
  expect(statusObstacle({ ...point, status: "in_discussion" }, "usable", { pending: false, endorsed: false })).toBe(
    "notEndorsedYet",
  );
  expect(statusAfter({ ...point, status: "usable", usableVersion: 1 }, "cautioned").usableVersion).toBe(1);
  expect(statusAfter({ ...point, status: "usable", usableVersion: 1 }, "usable").usableVersion).toBe(2);
  expect(statusAfter({ ...point, status: "usable", usableVersion: 1 }, "retired").usableVersion).toBeNull();
});

test("a review day is six months on, never in the past and never beyond three years", () => {
  expect(reviewDay("2026-08-31")).toBe("2027-02-28");
  expect(reviewDay("2026-12-01")).toBe("2027-06-01");
  expect(reviewObstacle("2026-12-01", "2026-12-01")).toBe("notInFuture");
  expect(reviewObstacle("2029-12-01", "2026-12-01")).toBeNull();
  expect(reviewObstacle("2029-12-02", "2026-12-01")).toBe("tooFar");
});
