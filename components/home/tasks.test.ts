import { describe, expect, it } from "vitest";
import { toGroups, toTasks } from "./tasks";

type TasksInput = Parameters<typeof toTasks>[0];

const proposition = (slug: string) => ({
  slug,
  number: 1,
  theme: "definition",
  version: 1,
  title: { en: slug, fr: slug },
});
const review = (slug: string, reviewBy: string) => ({
  proposition: proposition(slug),
  stance: "support" as const,
  reviewBy,
  stale: false,
});
const some = <T>(...items: T[]) => ({ total: items.length, items });
const recorded = { counts: {}, notRecorded: 0, propositions: 40, public: 0, stale: 0 } as TasksInput["said"];
const nothing: TasksInput = { awaitingSignOff: some(), returned: some(), review: some(), said: recorded };

const now = new Date("2026-11-23T20:00:00Z");
const groupsOf = (owed: Partial<TasksInput>) =>
  toGroups(toTasks({ ...nothing, ...owed }), now).map(({ group, tasks }) => [group, tasks.map((it) => it.key)]);

describe("what an organization owes", () => {
  it("is nothing when nothing waits", () => {
    expect(groupsOf({})).toEqual([]);
  });

  it("is one decision for all positions that come up on one day", () => {
    const owed = some(review("a", "2026-11-27"), review("b", "2026-11-27"), review("c", "2026-12-15"));
    expect(groupsOf({ review: owed })).toEqual([
      ["week", ["review-2026-11-27"]],
      ["later", ["review-2026-12-15"]],
    ]);
  });

  it("is due all day long on its day, in coalition time", () => {
    expect(groupsOf({ review: some(review("a", "2026-11-23"), review("b", "2026-11-22")) })).toEqual([
      ["past", ["review-2026-11-22"]],
      ["today", ["review-2026-11-23"]],
    ]);
  });

  it("comes last where it has no date", () => {
    const returned = some({
      proposition: proposition("b"),
      stance: "oppose" as const,
      at: "2026-11-01T00:00:00Z",
      note: null,
    });
    expect(groupsOf({ returned, review: some(review("a", "2027-01-01")) })).toEqual([
      ["later", ["review-2027-01-01"]],
      ["undated", ["returned-b"]],
    ]);
  });

  it("counts the reviews that are not named with the last that are", () => {
    const items = [review("a", "2026-11-01"), review("b", "2026-11-02"), review("c", "2026-11-02")];
    const tasks = toTasks({ ...nothing, review: { total: 9, items }, said: { ...recorded, stale: 9 } });
    expect(tasks).toMatchObject([{ count: 1 }, { count: 8 }]);
  });
});
