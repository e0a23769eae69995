import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secondsToArrive, trafficLimits } from "@/lib/platform/http/traffic-limits.mjs";
import { ArrivalLimit } from "./arrival-limit.mjs";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { requestSeconds, slowestUpload, largestUpload } = trafficLimits;

function arriving(headers: Record<string, string> = { "content-length": "900000" }) {
  const told: string[] = [];
  const socket = {
    write: (words: string) => told.push(words.split("\r\n")[0] ?? ""),
    destroySoon: () => told.push("end"),
  };
  const request = { complete: false, headers, socket };
  const limit = new ArrivalLimit(request as unknown as ConstructorParameters<typeof ArrivalLimit>[0]);
  return { request, limit, told };
}
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);
const late = ["HTTP/1.1 408 Request Timeout", "end"];

test("a body that has not come in time is given up; one that came, and a request without one, are not", () => {
  const [slow, chunked, whole, empty] = [
    arriving(),
    arriving({ "transfer-encoding": "chunked" }),
    arriving(),
    arriving({}),
  ];
  for (const { limit } of [slow, chunked, whole, empty]) limit.allow(requestSeconds);
  pass(requestSeconds - 1);
  whole.request.complete = true;
  expect(slow.told).toEqual([]);
  pass(1);
  expect([slow.told, chunked.told, whole.told, empty.told]).toEqual([late, late, [], []]);
});

test("a large file has the time that it takes at the slowest pace, from when it is asked for", () => {
  const { limit, told } = arriving({ "content-length": String(largestUpload) });
  limit.allow(requestSeconds);
  pass(requestSeconds - 1);
  limit.allow(secondsToArrive(largestUpload));
  pass(largestUpload / slowestUpload - 1);
  expect(told).toEqual([]);
  pass(2);
  expect(told).toEqual(late);
  // What is no large file has no less than before.
  expect([0, 1_000_000, requestSeconds * slowestUpload].map(secondsToArrive)).toEqual(Array(3).fill(requestSeconds));
});
