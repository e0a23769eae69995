import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { isSameReservation } from "./rules.annotations";

test("a reservation is the same with the same text on the same wording, and in no other case", () => {
  const text = fc.option(fc.string({ maxLength: 4 }));
  const reserved = fc.record({ propositionVersion: fc.nat(2), reservationEn: text, reservationFr: text });
  fc.assert(
    fc.property(reserved, reserved, (one, other) => {
      expect(isSameReservation(one, { ...one })).toBe(true);
      expect(isSameReservation(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(isSameReservation(one, null)).toBe(false);
    }),
  );
});
