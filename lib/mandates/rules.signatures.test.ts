import { expect, test } from "vitest";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { fc } from "@/tests/support/fast-check";
import { signOffKinds } from "../organizations/schema";
import { applySignature, nextSignature, replayEach, replaySignatures, type SignatureKind } from "./rules.signatures";

const kind = fc.constantFrom<SignatureKind>("signed_once", "given", "withdrawn");
const steps = fc.array(fc.record({ kind, by: fc.constantFrom("one", "other") }), { maxLength: 30 });

test("only a last signature puts something in force, and a withdrawal ends it", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const state = replaySignatures(taken);
      expect(state.given === null || state.given.kind === "given").toBe(true);
      expect(state.waiting === null || state.waiting.kind === "signed_once").toBe(true);
      const ends = taken.findLastIndex((it) => it.kind === "withdrawn");
      const after = taken.slice(ends + 1);
      expect(state.given).toEqual(after.findLast((it) => it.kind === "given") ?? null);
    }),
  );
});

test("a first of two signatures changes nothing in force", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const before = replaySignatures(taken);
      expect(applySignature(before, { kind: "signed_once", by: "one" }).given).toBe(before.given);
    }),
  );
});

test("one organization's steps change nothing for another", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const apart = replayEach(taken, ({ by }) => by);
      for (const [name, state] of apart) expect(state).toEqual(replaySignatures(taken.filter(({ by }) => by === name)));
    }),
  );
});

test("where two sign, no one person puts it in force", () => {
  const signed = { kind: "signed_once", actorId: "ana" } as const;
  const two = (by: string) => ({ signatures: 2, by });
  expect(nextSignature({ waiting: null, same: false }, two("ana"))).toBe("signed_once");
  expect(nextSignature({ waiting: signed, same: true }, two("ana"))).toBe("secondSignatory");
  expect(nextSignature({ waiting: signed, same: true }, two("ben"))).toBe("given");
  // The first signature was for other content: this one is a first again.
  expect(nextSignature({ waiting: signed, same: false }, two("ben"))).toBe("signed_once");
  expect(nextSignature({ waiting: null, same: false }, { signatures: 1, by: "ana" })).toBe("given");
});

test("a joint rule takes two different signatories, every other rule one", () => {
  expect(signOffKinds.filter((kind) => signaturesNeeded(kind) === 2)).toEqual(["joint"]);
  expect(signOffKinds.filter((kind) => signaturesNeeded(kind) === 1)).toHaveLength(signOffKinds.length - 1);
});
