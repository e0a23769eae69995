import { expect, test } from "vitest";
import { Pace } from "./pace.mjs";
import { WorkSlots } from "./work-slots.mjs";

type Outcome = { key: string; taken: boolean };

/** Slots with a clock of their own; `end` is one turn that is over after so many milliseconds. */
function makeSlots(maximum: number) {
  let at = 0;
  const slots = new WorkSlots({ maximum, now: () => at });
  const outcomes: Outcome[] = [];
  const enter = (key: string, first = false) =>
    slots.enter({ key, first, turn: (taken: boolean) => void outcomes.push({ key, taken }) });
  const end = (ms = 0) => {
    at += ms;
    slots.leave();
  };
  const refused = () => outcomes.filter(({ taken }) => !taken).length;
  return { enter, end, outcomes, refused };
}

test("some are worked on, others wait, and the next is refused at once when as many are there as may be", () => {
  const { enter, end, outcomes, refused } = makeSlots(64);
  for (let n = 0; n < 64; n++) enter(`address ${n}`);
  expect(outcomes).toHaveLength(4);
  enter("address 64");
  expect(outcomes.at(-1)).toEqual({ key: "address 64", taken: false });
  for (let n = 0; n < 64; n++) end();
  expect([outcomes.length, refused()]).toEqual([65, 1]);
});

test("one address with as many requests as there is room for takes no turn from another", () => {
  const { enter, end, outcomes } = makeSlots(64);
  for (let n = 0; n < 200; n++) enter("greedy");
  enter("modest");
  expect(outcomes.filter(({ key, taken }) => key === "modest" && !taken)).toEqual([]);
  end();
  end();
  expect(outcomes.filter(({ key, taken }) => key === "modest" && taken)).toHaveLength(1);
});

test("where turns take long, fewer may wait: nobody is let wait for what will not come soon", () => {
  const { enter, end, refused } = makeSlots(64);
  for (let n = 0; n < 64; n++) enter(`address ${n}`);
  expect(refused()).toBe(0);
  for (let n = 0; n < 50; n++) end(200);
  // Four are worked on and ten wait; six more may.
  for (let n = 0; n < 64; n++) enter(`another ${n}`);
  expect(refused()).toBe(58);
});

test("whoever does not want to wait any more has no turn, and the one behind has it", () => {
  const { enter, end, outcomes } = makeSlots(64);
  for (let n = 0; n < 4; n++) enter("worked on");
  const leave = enter("gone");
  enter("next");
  leave();
  end();
  expect(outcomes.at(-1)).toEqual({ key: "next", taken: true });
});

test("more are worked on at a time while the processor has time to spare, fewer when it is behind, and never fewer than four", () => {
  const pace = new Pace(64, () => false);
  const judge = (times: number, { late = 0, utilization = 0.1, wanted = true } = {}) => {
    for (let n = 0; n < times; n++) pace.adjust({ late, utilization, wanted });
    return pace.limit;
  };
  expect(judge(0)).toBe(4);
  expect(judge(9)).toBe(13);
  expect(judge(100, { utilization: 0.95 }), "the processor is at work").toBe(13);
  expect(judge(100, { wanted: false }), "nobody waits").toBe(13);
  expect(judge(100, { utilization: 0.85, late: 80 }), "others keep the processor from it").toBe(13);
  expect(judge(1, { utilization: 1, late: 80 })).toBe(6);
  expect(judge(2, { utilization: 1, late: 80 })).toBe(4);
  expect(judge(100, { late: 80 }), "others keep the processor from it").toBe(4);
  expect(judge(1_000)).toBe(16);
  expect(new Pace(2, () => false).limit).toBe(2);
});
