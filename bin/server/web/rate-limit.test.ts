import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { clientKey } from "../../../lib/platform/http/client-key.mjs";
import { countRequest } from "./rate-limit.mjs";
import { readSetting } from "./read-setting.mjs";

const address = (key: string) => ({ key: `address ${key}`, hasAccount: false });

test("addresses of one IPv6 household are one address, IPv4 addresses are themselves", () => {
  expect(clientKey("2001:db8:0:7::1")).toBe("2001:db8:0:7");
  expect(clientKey("2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:0:7");
  expect(clientKey("2001:db8:0:8::1")).not.toBe(clientKey("2001:db8:0:7::1"));
  expect(clientKey("::1")).toBe("0:0:0:0");
  expect(clientKey("::ffff:203.0.113.9")).toBe("203.0.113.9");
});

test("the 101st request of an address within ten seconds is told how long to wait, and the next window starts anew", () => {
  const at = 1_800_000_000_000;
  for (let i = 0; i < 100; i++) expect(countRequest(address("198.51.100.7"), at + i)).toBeNull();
  expect(countRequest(address("198.51.100.7"), at + 4_000)).toBe(6);
  expect(countRequest(address("198.51.100.8"), at + 4_000)).toBeNull();
  expect(countRequest(address("198.51.100.7"), at + 10_000)).toBeNull();
});

test("an account has a limit of its own, three times as high", () => {
  const at = 1_900_000_000_000;
  const account = { key: `account ${randomUUID()}`, hasAccount: true };
  for (let i = 0; i < 300; i++) expect(countRequest(account, at)).toBeNull();
  expect(countRequest(account, at)).toBe(10);
});

test.each([
  "0",
  "-1",
  "many",
  "8.5",
  "1e400",
  "NaN",
])("a limit of %j stops the server, since nothing would be above it", (value) => {
  process.env.IN_FLIGHT_PER_TEST = value;
  expect(() => readSetting("IN_FLIGHT_PER_TEST", 8)).toThrow("IN_FLIGHT_PER_TEST");
  process.env.IN_FLIGHT_PER_TEST = "";
  expect(readSetting("IN_FLIGHT_PER_TEST", 8)).toBe(8);
});
