import { describe, expect, it } from "vitest";
import { dayAt, endOfDay, startOfDay } from "@/lib/platform/time/offset-at";
import { toGroups } from "@/lib/tasks/rules";
import { toRows, unlisted } from "./rules.rows";

type RowsInput = Parameters<typeof toRows>[0];

const proposition = (slug: string) => ({
  slug,
  number: 1,
  theme: "definition",
  version: 1,
  title: { en: slug, fr: slug },
});
const keyOf = (kind: string, slug: string) => ({ key: `positions:${kind}:northern-lantern:${slug}:1` });
const review = (slug: string, reviewBy: string) => ({
  ...keyOf("review", slug),
  proposition: proposition(slug),
  stance: "support" as const,
  reviewBy,
  stale: false,
  mayConfirm: true,
  confirmer: null,
});
const handed = (slug: string, reviewBy: string, name: string, asked: boolean) => ({
  ...review(slug, reviewBy),
  mayConfirm: false,
  confirmer: { name, asked } as { name: string; asked: boolean } | null,
});
const some = <T>(...items: T[]) => ({ total: items.length, items });
const recorded = { counts: {}, notRecorded: 0, propositions: 40, public: 0, stale: 0 } as RowsInput["said"];
const signing: RowsInput["signing"] = { changes: some(), ending: some(), missing: null, recovery: null };
const nothing: RowsInput = {
  ...{ awaitingSignOff: some(), returned: some(), review: some(), earlierWording: some(), undecided: some() },
  ...{ signing, said: recorded },
  briefings: {
    poll: { total: 0, items: [] },
    items: { total: 0, items: [] },
    attendance: { total: 0, items: [] },
    update: { total: 0, items: [] },
  },
  talkingPoints: {
    ...{ answer: some(), confirm: some(), countersign: some(), translate: some(), round: some(), mark: some() },
    ...{ handle: some(), reply: some(), comments: some() },
  },
};

const today = "2026-11-23";
const groupsOf = (owed: Partial<RowsInput>) =>
  toGroups(toRows({ ...nothing, ...owed }), today).map(({ group, tasks }) => [group, tasks.map((it) => it.key)]);

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

  it("is to be asked for where another confirms, and waits in a group of its own once it was", () => {
    const owed = some(
      handed("a", "2026-11-20", "Mireille Aubin", false),
      handed("b", "2026-11-20", "Mireille Aubin", true),
      review("c", "2026-11-20"),
    );
    const tasks = toRows({ ...nothing, review: owed });
    expect(tasks.map((it) => it.kind === "review" && [it.hand, it.with, it.count])).toEqual([
      ["ask", "Mireille Aubin", 1],
      ["waiting", "Mireille Aubin", 1],
      ["confirm", null, 1],
    ]);
    expect(toGroups(tasks, today).map(({ group, tasks: inGroup }) => [group, inGroup.length])).toEqual([
      ["past", 2],
      ["waiting", 1],
    ]);
  });

  it("is due all day long on its day, in coalition time", () => {
    expect(groupsOf({ review: some(review("a", "2026-11-23"), review("b", "2026-11-22")) })).toEqual([
      ["past", ["review-2026-11-22"]],
      ["today", ["review-2026-11-23"]],
    ]);
  });

  it.each([
    // On the far sides of the date line, and where clocks stand half an hour apart or no longer change.
    "Pacific/Kiritimati",
    "Pacific/Auckland",
    "America/St_Johns",
    "America/Vancouver",
    "Pacific/Pago_Pago",
  ])("is due from the first to the last moment of its day in %s, and neither before nor after", (zone) => {
    for (const day of ["2026-03-08", "2026-11-01", "2026-12-15"]) {
      const due = toRows({ ...nothing, review: some(review("a", day)) });
      const groupAt = (at: number) => toGroups(due, dayAt(zone, new Date(at))).map(({ group }) => group);
      const [begins, ends] = [startOfDay(zone, day).getTime(), endOfDay(zone, day).getTime()];
      expect([begins - 1, begins, ends - 2, ends].map(groupAt), day).toEqual([
        ["week"],
        ["today"],
        ["today"],
        ["past"],
      ]);
    }
  });

  it("comes last where it has no date", () => {
    const returned = some({
      ...keyOf("returned", "b"),
      proposition: proposition("b"),
      stance: "oppose" as const,
      at: "2026-11-01T00:00:00Z",
      note: null,
    });
    expect(groupsOf({ returned, review: some(review("a", "2027-01-01")) })).toEqual([
      ["later", ["review-2027-01-01"]],
      ["undated", ["positions:returned:northern-lantern:b:1"]],
    ]);
  });

  it("is a position that was given for earlier words, and one whose own day to decide has passed", () => {
    const about = (kind: string, slug: string) => ({ ...keyOf(kind, slug), proposition: proposition(slug) });
    const earlierWording = some({ ...about("earlierWording", "a"), stance: "support" as const });
    const undecided = some({ ...about("undecided", "b"), stance: "undecided" as const, decideBy: "2026-11-20" });
    expect(groupsOf({ earlierWording, undecided, review: some(review("c", "2026-11-19")) })).toEqual([
      ["past", ["review-2026-11-19", "positions:undecided:northern-lantern:b:1"]],
      ["undated", ["positions:earlierWording:northern-lantern:a:1"]],
    ]);
    const many = { ...earlierWording, total: 12 };
    expect(unlisted({ ...nothing, earlierWording: many })).toMatchObject({ earlier: 11, undecided: 0, returned: 0 });
  });

  it("counts the changes to confirm and the mandates that end soon that have no row", () => {
    const long = { ...signing, changes: { total: 12, items: [] }, ending: { total: 3, items: [] } };
    expect(unlisted({ ...nothing, signing: long })).toMatchObject({ changes: 12, ending: 3, submitted: 0 });
  });

  it("counts the reviews that are not named with the last that are", () => {
    const items = [review("a", "2026-11-01"), review("b", "2026-11-02"), review("c", "2026-11-02")];
    const tasks = toRows({ ...nothing, review: { total: 9, items }, said: { ...recorded, stale: 9 } });
    expect(tasks).toMatchObject([{ count: 1 }, { count: 8 }]);
  });
});
