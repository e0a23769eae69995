import { expect, test } from "vitest";
import { maskAddress } from "@/lib/platform/text/email-address";
import { fc } from "@/tests/support/fast-check";
import { powers } from "../organizations/schema";
import { coversScope, datesObstacle, type MandateScope, mandateStateOf } from "./rules";

const themes = ["a", "b", "c"];
const reach = fc.record({
  powers: fc.uniqueArray(fc.constantFrom(...powers), { minLength: 1 }),
  themeIds: fc.option(fc.uniqueArray(fc.constantFrom(...themes), { minLength: 1 }), { nil: null }),
}) satisfies fc.Arbitrary<MandateScope>;

test("nobody hands on more than they hold: each power on each theme is held, and so is the power to sign there", () => {
  fc.assert(
    fc.property(fc.array(reach, { maxLength: 3 }), reach, (held, given) => {
      if (!coversScope(held, given)) return;
      for (const theme of given.themeIds ?? [...themes, "one that comes later"]) {
        for (const power of [...given.powers, "sign_off" as const]) {
          const holds = held.some(
            (it) => it.powers.includes(power) && (it.themeIds === null || it.themeIds.includes(theme)),
          );
          expect([theme, power, holds]).toEqual([theme, power, true]);
        }
      }
    }),
  );
});

test("who holds everything hands on anything; who holds nothing hands on nothing", () => {
  fc.assert(
    fc.property(reach, (given) => {
      expect(coversScope([{ powers, themeIds: null }], given)).toBe(true);
      expect(coversScope([], given)).toBe(false);
    }),
  );
});

test("each theme that there happens to be is less than every theme", () => {
  expect(coversScope([{ powers, themeIds: themes }], { powers: ["draft"], themeIds: null })).toBe(false);
});

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const life = { validFrom: at(1), expiresAt: at(20), revokedAt: null };

test("a mandate is over at the moment it expires or is revoked, and says which came first", () => {
  expect(mandateStateOf(life, at(19))).toBe("in_force");
  expect(mandateStateOf(life, at(20))).toBe("expired");
  expect(mandateStateOf({ ...life, revokedAt: at(10) }, at(10))).toBe("revoked");
  expect(mandateStateOf({ ...life, revokedAt: at(10) }, at(30))).toBe("revoked");
  // Ended by hand after it was over already, as when its person leaves later.
  expect(mandateStateOf({ ...life, revokedAt: at(25) }, at(30))).toBe("expired");
  expect(mandateStateOf({ ...life, expiresAt: null }, at(30))).toBe("in_force");
});

test("a decision is dated today or before, and a mandate ends today or later", () => {
  const today = "2026-11-24";
  expect(datesObstacle({ today, instrumentDate: today })).toBeNull();
  expect(datesObstacle({ today, instrumentDate: "2026-11-25" })).toBe("decidedInFuture");
  expect(datesObstacle({ today, instrumentDate: "2026-01-01", expiresOn: today })).toBeNull();
  expect(datesObstacle({ today, instrumentDate: "2026-01-01", expiresOn: "2026-11-23" })).toBe("endsInPast");
});

test("of an address that somebody else may look at, its house and one letter stand", () => {
  expect(maskAddress("mireille@aubin.example")).toBe("m…@aubin.example");
});
