import { expect, test } from "vitest";
import { visitor } from "../../viewer/schema";
import { clientKey, consumeQuota, countRequest } from "./rate-limit";

test("addresses of one IPv6 household are one line, IPv4 addresses are themselves", () => {
  expect(clientKey("2001:db8:0:7::1")).toBe("2001:db8:0:7");
  expect(clientKey("2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:0:7");
  expect(clientKey("2001:db8:0:8::1")).not.toBe(clientKey("2001:db8:0:7::1"));
  expect(clientKey("::1")).toBe("0:0:0:0");
  expect(clientKey("::ffff:203.0.113.9")).toBe("203.0.113.9");
});

test("the 101st request of a line within ten seconds is told how long to wait, and the next window starts anew", () => {
  const at = 1_800_000_000_000;
  for (let i = 0; i < 100; i++) expect(countRequest(visitor, "198.51.100.7", at + i)).toBeNull();
  expect(countRequest(visitor, "198.51.100.7", at + 4_000)).toBe(6);
  expect(countRequest(visitor, "198.51.100.8", at + 4_000)).toBeNull();
  expect(countRequest(visitor, "198.51.100.7", at + 10_000)).toBeNull();
});

test("an account has its own measure, wherever it calls from", () => {
  const at = 1_900_000_000_000;
  const person = { ...visitor, personId: "6f1b7a52-3d5c-4a51-9d5e-1a2b3c4d5e6f" };
  for (let i = 0; i < 300; i++) expect(countRequest(person, `198.51.100.${i % 250}`, at)).toBeNull();
  expect(countRequest(person, "203.0.113.1", at)).toBe(10);
});

test("what is dear is counted once for all nodes, racing callers included", async () => {
  const rule = { name: "racing", most: 5, minutes: 60 };
  const answers = await Promise.all(Array.from({ length: 20 }, () => consumeQuota(rule, "someone")));
  expect(answers.filter(Boolean)).toHaveLength(5);
  expect(await consumeQuota(rule, "someone else")).toBe(true);
});
