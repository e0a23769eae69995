import { describe, expect, it, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { consequencesOf, statusAfter, statusAsOf, suggestDeadline } from "./rules";
import { membershipDecisions, organizationStatuses } from "./schema";

const decisions = membershipDecisions.filter((it) => it !== "apply");
const anyStatus = fc.constantFrom(...organizationStatuses);

describe("an organization's way through the network", () => {
  it("goes where the product says, and nowhere else", () => {
    const ways = organizationStatuses.flatMap((status) =>
      decisions.flatMap((decision) =>
        (decision === "admit" ? (["member", "observer"] as const) : [undefined]).flatMap((as) => {
          const next = statusAfter(status, { decision, as });
          return next ? [`${status} ${decision} ${next}`] : [];
        }),
      ),
    );
    expect(ways.sort()).toEqual([
      "applied admit member",
      "applied admit observer",
      "applied leave refused",
      "applied refuse refused",
      "left return applied",
      "member admit observer",
      "member leave left",
      "member suspend suspended",
      "observer admit member",
      "observer leave left",
      "observer suspend suspended",
      "refused admit member",
      "refused admit observer",
      "refused return applied",
      "suspended admit member",
      "suspended admit observer",
      "suspended leave left",
    ]);
  });

  it("leads into the network by an admission alone", () => {
    fc.assert(
      fc.property(anyStatus, fc.constantFrom(...decisions), (status, decision) => {
        const next = statusAfter(status, { decision, as: "member" });
        return next === null || (next !== "member" && next !== "observer") || decision === "admit";
      }),
    );
  });

  it("can always be ended by the organization, and begun again", () => {
    for (const status of ["member", "observer", "suspended"] as const) {
      const left = statusAfter(status, { decision: "leave" });
      expect(left).toBe("left");
      expect(statusAfter("left", { decision: "return" })).toBe("applied");
    }
  });
});

describe("what follows from a decision", () => {
  const held = { mandates: 3, positions: 40, people: 5, onGrid: 38, propositions: 40, members: 14 };

  it("of leaving: mandates end, positions leave the grid, people lose their access", () => {
    expect(consequencesOf("member", "left", held)).toEqual({
      mandatesEnded: 3,
      positionsLeaving: 40,
      positionsReturning: 0,
      cellsNotRecorded: 0,
      members: { before: 14, after: 13 },
      peopleLosingAccess: 5,
      peopleGainingAccess: 0,
    });
  });

  it("of a suspension: no mandate is unmade", () => {
    expect(consequencesOf("member", "suspended", held)).toMatchObject({ mandatesEnded: 0, positionsLeaving: 40 });
  });

  it("of becoming an observer: the positions leave the grid, and nobody loses access", () => {
    expect(consequencesOf("member", "observer", held)).toMatchObject({ positionsLeaving: 40, peopleLosingAccess: 0 });
  });

  it("of an admission: who will read the network, the cells that join the grid, and the totals that grow", () => {
    expect(consequencesOf("applied", "member", { ...held, mandates: 0, positions: 0, onGrid: 0, people: 1 })).toEqual({
      mandatesEnded: 0,
      positionsLeaving: 0,
      positionsReturning: 0,
      cellsNotRecorded: 40,
      members: { before: 14, after: 15 },
      peopleLosingAccess: 0,
      peopleGainingAccess: 1,
    });
    expect(consequencesOf("applied", "observer", held)).toMatchObject({ members: null, cellsNotRecorded: 0 });
  });

  it("changes no total but by one, and none where the organization stays in or out", () => {
    fc.assert(
      fc.property(anyStatus, anyStatus, (now, next) => {
        const { members } = consequencesOf(now, next, held);
        const change = Number(next === "member") - Number(now === "member");
        return members === null ? change === 0 : members.after - members.before === change;
      }),
    );
  });

  it("never takes positions off the grid that were not on it", () => {
    fc.assert(
      fc.property(anyStatus, anyStatus, (now, next) => {
        const { positionsLeaving, positionsReturning } = consequencesOf(now, next, held);
        return (positionsLeaving === 0 || now === "member") && (positionsReturning === 0 || next === "member");
      }),
    );
  });
});

test("what an organization was on a day is told by its history alone", () => {
  const on = (day: string) => new Date(`${day}T12:00:00Z`);
  const steps = [
    { at: on("2026-02-01"), from: "applied", to: "member" },
    { at: on("2026-06-01"), from: "member", to: "suspended" },
    { at: on("2026-07-01"), from: "suspended", to: "member" },
    { at: on("2026-09-01"), from: "member", to: "left" },
  ] as const;
  const organization = { createdAt: on("2026-01-01"), status: "left" as const, steps };
  const was = ["2025-12-31", "2026-01-15", "2026-02-01", "2026-06-15", "2026-08-01", "2026-10-01"];
  expect(was.map((day) => statusAsOf(organization, on(day)))).toEqual([
    null,
    "applied",
    "member",
    "suspended",
    "member",
    "left",
  ]);
  const quiet = { ...organization, status: "member" as const, steps: [] };
  expect([statusAsOf(quiet, on("2025-12-31")), statusAsOf(quiet, on("2026-01-02"))]).toEqual([null, "member"]);
});

test("a suggested day is a working day, as many working days on as the organization usually takes", () => {
  const rule = { signOffKind: "board_resolution", signOffTypicalDays: 5 } as const;
  expect(suggestDeadline(rule, "2026-09-28")).toBe("2026-10-06");
  expect(suggestDeadline({ ...rule, signOffTypicalDays: 0 }, "2026-11-21")).toBe("2026-11-23");
  // In a network of Quebec 24 June is closed as well.
  const closing = { quebecDay: true, weekendRule: "next_working_day" } as const;
  const zero = { ...rule, signOffTypicalDays: 0 };
  expect([suggestDeadline(zero, "2027-06-24"), suggestDeadline(zero, "2027-06-24", [], closing)]).toEqual([
    "2027-06-24",
    "2027-06-25",
  ]);
});
