import fc from "fast-check";
import { expect, test } from "vitest";
import { expiryOf, isAwaited, languageFor, partOf, powersWithin, stateOf } from "./rules";

const now = new Date("2026-11-23T12:00:00Z");
const hours = (n: number) => n * 60 * 60_000;

test("a token that commits never outlives its hour, or its day in a demonstration, whatever was asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (days) => {
      expect(expiryOf("commit", days, false, now).getTime()).toBe(now.getTime() + hours(1));
      expect(expiryOf("commit", days, true, now).getTime()).toBe(now.getTime() + hours(24));
      expect(expiryOf("draft", days, true, now).getTime()).toBe(now.getTime() + hours(24 * days));
    }),
  );
});

test("a token ends at the moment it expires, not after it; revoked stays revoked", () => {
  expect(stateOf({ expiresAt: new Date(now.getTime() + 1), revokedAt: null }, now)).toBe("live");
  expect(stateOf({ expiresAt: now, revokedAt: null }, now)).toBe("expired");
  expect(stateOf({ expiresAt: now, revokedAt: now }, now)).toBe("revoked");
  expect(stateOf({ expiresAt: new Date(now.getTime() + hours(1)), revokedAt: now }, now)).toBe("revoked");
});

test("a scope narrows powers and adds none", () => {
  const held = ["draft", "sign_off", "endorse"] as const;
  expect(powersWithin(held, null)).toEqual(held);
  expect(powersWithin(held, "commit")).toEqual(held);
  expect(powersWithin(held, "draft")).toEqual(["draft"]);
  expect(powersWithin(held, "read")).toEqual([]);
  expect(powersWithin(["sign_off"], "draft")).toEqual([]);
});

test("parts are for demonstration addresses alone", () => {
  expect(partOf("rep.red-cedar@demo.example")).toBe("representative");
  expect(partOf("signatory.red-cedar@demo.example")).toBe("signatory");
  expect(partOf("admin@demo.example")).toBe("administrator");
  expect(partOf("somebody@demo.example")).toBeNull();
  expect(partOf("constructor@demo.example")).toBeNull();
  expect(partOf("admin@demo.example.org")).toBeNull();
  expect(partOf("admin@notdemo.example")).toBeNull();
});

test("nobody waits for a link for longer than four hours", () => {
  expect(isAwaited(new Date(now.getTime() - hours(4) + 1), now)).toBe(true);
  expect(isAwaited(new Date(now.getTime() - hours(4)), now)).toBe(false);
});

test("somebody is written to in the language they chose, else in the page's", () => {
  expect(languageFor("fr", "en")).toBe("fr");
  expect(languageFor("en", "fr")).toBe("en");
  expect(languageFor("cr", "fr")).toBe("fr");
  expect(languageFor("", "")).toBe("en");
});
