import { expect, test } from "vitest";
import type { Endorsement, OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { answerInput, beginAnswer, fieldInAnswer, fitValues, usageWith, valuesOf } from "./answer-values";

const clauses = [
  { key: "one", text: { en: "Prevention first.", fr: "La prévention d’abord." }, question: null },
  { key: "two", text: { en: "Never by force.", fr: null }, question: { en: "By force?", fr: null } },
];
const name = { en: "Lodestar", fr: "Lodestar" };
const given: Endorsement = {
  organization: { slug: "lodestar", code: "LOD", name, short: name } as Endorsement["organization"],
  ...{
    step: 1,
    version: 1,
    digest: "0".repeat(64),
    current: false,
    response: "endorse_with_reservation",
    usage: "will_use",
  },
  ...{ clauses: ["one", "gone"], reservation: { en: "Except at sea.", fr: null }, reason: null, lift: null },
  anchor: { clause: "one", text: { en: "Prevention", fr: null } },
  ...{ publicly: true, since: "2026-12-01T00:00:00.000Z", joinedBy: [] },
  authority: null as unknown as Endorsement["authority"],
};
const shown = { id: "point", version: 2, digest: "1".repeat(64), onBehalfOf: "lodestar" };
const fitted = (answer: Endorsement, publicly = true) =>
  fitValues(valuesOf(answer, answer.response, clauses), { clauses, publicly });

test("an answer to earlier words is filled in without the clauses that are gone", () => {
  expect(answerInput(fitted(given), shown)).toMatchObject({ clauses: ["one"], anchor: { clause: "one" } });
});

test("the name outside the network is asked for only by whoever may sign publicly", () => {
  expect(answerInput(fitted(given), shown).publicly).toBe(true);
  expect(answerInput(fitted(given, false), shown).publicly).toBe(false);
});

test("exact words are filled in only where their clause, or its question, still has them", () => {
  const about = (clause: string, en: string) => {
    const { anchor } = answerInput(fitted({ ...given, anchor: { clause, text: { en, fr: null } } }), shown);
    return anchor ?? null;
  };
  expect(about("gone", "Prevention")).toBeNull();
  expect(about("one", "Protection")).toBeNull();
  expect(about("two", "By force?")).toEqual({ clause: "two", text: { en: "By force?" } });
});

type Waiting = NonNullable<OwnEndorsement["waiting"]>;
const waiting: Waiting = {
  ...{ version: 2, response: "endorse_with_reservation", usage: "will_not_contradict", clauses: ["two"] },
  ...{ reservation: { en: "Except at sea.", fr: "Sauf en mer." }, reason: null, lift: null, publicly: true },
  ...{ anchor: { clause: "two", text: { en: "force", fr: null } }, by: "Ada", mine: false },
};

test("a first signature that waits is filled in: sent unchanged, the second is to the same answer", () => {
  const begun = beginAnswer({ answer: given, waiting }, { chosen: undefined, version: 2, clauses });
  expect(answerInput(fitValues(begun, { clauses, publicly: true }), shown)).toEqual({
    ...{ ...shown, response: "endorse_with_reservation", usage: "will_not_contradict", clauses: ["two"] },
    ...{ publicly: true, reservation: { en: "Except at sea.", fr: "Sauf en mer." } },
    anchor: { clause: "two", text: { en: "force" } },
  });
  const aside = {
    ...waiting,
    response: "stand_aside" as const,
    reservation: null,
    reason: { en: "Not ours.", fr: null },
  };
  const other = beginAnswer({ answer: null, waiting: aside }, { chosen: undefined, version: 2, clauses });
  expect(answerInput(other, shown)).toMatchObject({ response: "stand_aside", anchor: { clause: "two" } });
  expect(usageWith("endorse_with_reservation", waiting)).toBe("will_not_contradict");
  expect(usageWith("object", waiting)).toBe("");
});

test("a first signature to earlier words, or one’s own, chooses no answer", () => {
  const begin = (it: Waiting, version: number) =>
    beginAnswer({ answer: null, waiting: it }, { chosen: undefined, version, clauses });
  expect(begin(waiting, 3)).toMatchObject({ response: "", "reservation.en": "" });
  expect(begin({ ...waiting, mine: true }, 2)).toMatchObject({ response: "", "reservation.en": "Except at sea." });
});

test("a clause that is chosen without its words is sent, so that they are asked for by the name of their field", () => {
  const values = { ...fitted(given), anchorClause: "two", "anchor.en": " ", "anchor.fr": "" };
  expect(answerInput(values, shown).anchor).toEqual({ clause: "two", text: {} });
  expect(["anchor", "anchor.text.en", "anchor.clause", "clauses"].map(fieldInAnswer)).toEqual([
    ...["anchor", "anchor.en", "anchorClause", "clauses"],
  ]);
});

test("what was kept on this device and names words of another version is left out of what is shown and sent", () => {
  const kept = { response: "object", anchorClause: "gone", "anchor.en": "It", clauses: "gone two", publicly: "true" };
  expect(answerInput(fitValues(kept, { clauses, publicly: false }), shown)).toEqual({
    ...{ ...shown, response: "object", usage: "may_speak_against", clauses: ["two"], publicly: false },
  });
});
