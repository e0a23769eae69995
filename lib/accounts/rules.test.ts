import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { demonstrationRoleOf, isAwaited, languageFor, powersWithin, tokenExpiryOf, tokenStateOf } from "./rules";

const now = new Date("2026-11-23T12:00:00Z");
const hours = (n: number) => n * 60 * 60_000;

test("a token that commits never outlives its hour, or its day in a demonstration, whatever was asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (days) => {
      expect(tokenExpiryOf("commit", days, false, now).getTime()).toBe(now.getTime() + hours(1));
      expect(tokenExpiryOf("commit", days, true, now).getTime()).toBe(now.getTime() + hours(24));
      expect(tokenExpiryOf("draft", days, true, now).getTime()).toBe(now.getTime() + hours(24 * days));
    }),
  );
});

test("a token ends at the moment it expires, not after it; revoked stays revoked", () => {
  expect(tokenStateOf({ expiresAt: new Date(now.getTime() + 1), revokedAt: null }, now)).toBe("live");
  expect(tokenStateOf({ expiresAt: now, revokedAt: null }, now)).toBe("expired");
  expect(tokenStateOf({ expiresAt: now, revokedAt: now }, now)).toBe("revoked");
  expect(tokenStateOf({ expiresAt: new Date(now.getTime() + hours(1)), revokedAt: now }, now)).toBe("revoked");
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
  expect(demonstrationRoleOf("rep.red-cedar@demo.example")).toBe("representative");
  expect(demonstrationRoleOf("signatory.red-cedar@demo.example")).toBe("signatory");
  expect(demonstrationRoleOf("admin@demo.example")).toBe("administrator");
  expect(demonstrationRoleOf("somebody@demo.example")).toBeNull();
  expect(demonstrationRoleOf("constructor@demo.example")).toBeNull();
  expect(demonstrationRoleOf("admin@demo.example.org")).toBeNull();
  expect(demonstrationRoleOf("admin@notdemo.example")).toBeNull();
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
