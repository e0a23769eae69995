import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnnotationKind, annotationKinds } from "../positions/schema.annotations";
import { applySignature, isSameReservation, nextSignature, replayEach, replaySignatures } from "./rules.signatures";

const kind = fc.constantFrom<AnnotationKind>(...annotationKinds);
const steps = fc.array(fc.record({ kind, by: fc.constantFrom("one", "other") }), { maxLength: 30 });

test("only a last signature makes something stand beside a position, and a withdrawal ends it", () => {
  fc.assert(
    fc.property(steps, (told) => {
      const said = replaySignatures(told);
      expect(said.given === null || said.given.kind === "given").toBe(true);
      expect(said.waiting === null || said.waiting.kind === "signed_once").toBe(true);
      const ends = told.findLastIndex((it) => it.kind === "withdrawn");
      const after = told.slice(ends + 1);
      expect(said.given).toEqual(after.findLast((it) => it.kind === "given") ?? null);
    }),
  );
});

test("a first of two signatures leaves what stands as it is", () => {
  fc.assert(
    fc.property(steps, (told) => {
      const before = replaySignatures(told);
      expect(applySignature(before, { kind: "signed_once", by: "one" }).given).toBe(before.given);
    }),
  );
});

test("what one organization says changes nothing of what another said", () => {
  fc.assert(
    fc.property(steps, (told) => {
      const apart = replayEach(told, ({ by }) => by);
      for (const [name, said] of apart) expect(said).toEqual(replaySignatures(told.filter(({ by }) => by === name)));
    }),
  );
});

test("where two sign, no one person makes it stand", () => {
  const signed = { kind: "signed_once", actorId: "ana" } as const;
  const two = (by: string) => ({ signatures: 2, by });
  expect(nextSignature({ waiting: null, same: false }, two("ana"))).toBe("signed_once");
  expect(nextSignature({ waiting: signed, same: true }, two("ana"))).toBe("secondSignatory");
  expect(nextSignature({ waiting: signed, same: true }, two("ben"))).toBe("given");
  // A first signature was for other words: this one is a first again.
  expect(nextSignature({ waiting: signed, same: false }, two("ben"))).toBe("signed_once");
  expect(nextSignature({ waiting: null, same: false }, { signatures: 1, by: "ana" })).toBe("given");
});

test("a reservation is the same in the same words under the same wording, and in no others", () => {
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
