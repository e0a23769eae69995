import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { FairQueue } from "./fair-queue.mjs";

const request = (key: string, { first = false, since = 0 } = {}) => ({ key, first, since, turn: () => undefined });

const drain = (queue: FairQueue) => {
  const keys: string[] = [];
  for (let one = queue.take(); one; one = queue.take()) keys.push(one.key);
  return keys;
};

test("callers take turns, however many requests one of them has", () => {
  const queue = new FairQueue();
  for (const key of ["many", "many", "many", "one", "other", "many"]) queue.add(request(key), 10);
  expect(drain(queue)).toEqual(["many", "one", "other", "many", "many", "many"]);
});

test("a full queue makes room for a newcomer out of the longest line, and turns away whoever has the longest", () => {
  const queue = new FairQueue();
  const of = Array.from({ length: 4 }, () => request("many"));
  for (const one of of) expect(queue.add(one, 4)).toBeNull();
  const another = request("many");
  expect(queue.add(another, 4)).toBe(another);
  expect(queue.add(request("one"), 4)).toBe(of[3]);
  expect(queue.add(request("other"), 4)).toBe(of[2]);
  const next = request("next");
  expect(queue.add(next, 4), "no line is longer than the newcomer's by more than the newcomer").toBe(of[1]);
  expect(queue.add(request("last"), 4)?.key).toBe("last");
  expect(drain(queue)).toEqual(["many", "one", "other", "next"]);
});

test("whoever goes first is served before the others and takes the last of their turns, never the other way round", () => {
  const queue = new FairQueue();
  const visitors = [request("a"), request("b")];
  for (const one of visitors) queue.add(one, 3);
  queue.add(request("member", { first: true }), 3);
  expect(queue.add(request("colleague", { first: true }), 3)).toBe(visitors[1]);
  const visitor = request("c");
  expect(queue.add(visitor, 3)).toBe(visitor);
  expect(drain(queue)).toEqual(["member", "colleague", "a"]);
});

test("whoever has waited too long is taken out, and whoever left is not there any more", () => {
  const queue = new FairQueue();
  const [old, left, young] = [request("a"), request("a", { since: 5 }), request("b", { since: 9 })];
  for (const one of [old, left, young]) queue.add(one, 9);
  expect([queue.remove(left), queue.remove(left)]).toEqual([true, false]);
  expect(queue.takeOlder(5)).toEqual([old]);
  expect([queue.size, drain(queue)]).toEqual([1, ["b"]]);
});

test("whatever comes and goes: never too many wait, nobody is lost or doubled", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), key: fc.constantFrom("a", "b", "c"), first: fc.boolean() }),
    fc.record({ kind: fc.constant("take" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (steps, maximum) => {
      const queue = new FairQueue();
      const waiting = new Set<object>();
      for (const it of steps) {
        if (it.kind === "add") {
          const one = request(it.key, it);
          waiting.add(one);
          const out = queue.add(one, maximum);
          if (out) expect(waiting.delete(out)).toBe(true);
        } else {
          const one = queue.take();
          expect(one === undefined).toBe(waiting.size === 0);
          if (one) expect(waiting.delete(one)).toBe(true);
        }
        expect(queue.size).toBe(waiting.size);
        expect(queue.size).toBeLessThanOrEqual(maximum);
      }
    }),
  );
});
