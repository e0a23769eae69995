import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { reservationWordLimit } from "./constants";
import { draftInput, stances } from "./schema";

const positionKey = { organization: "red-cedar", proposition: "narrow-definition" };
const faultsOf = (input: object) =>
  (draftInput.safeParse({ ...positionKey, ...input }).error?.issues ?? []).map(
    (it) => `${it.path.join(".")}: ${it.message}`,
  );
const inMonths = (months: number, days = 0) => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + months);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

test("support with reservation is not taken without the reservation", () => {
  const stance = "support_with_reservation";
  expect(faultsOf({ stance })).toEqual(["reservation: reservationMissing"]);
  expect(faultsOf({ stance, reservation: {} })).toEqual(["reservation: reservationMissing"]);
  expect(faultsOf({ stance, reservation: { en: " \n " } })).toEqual(["reservation: reservationMissing"]);
  expect(faultsOf({ stance, reservation: { fr: "Sauf par la force." } })).toEqual([]);
});

test("no other stance carries a reservation", () => {
  for (const stance of stances.filter((it) => it !== "support_with_reservation")) {
    expect(faultsOf({ stance, reservation: { en: "Except by force." } })).toEqual([
      "reservation: reservationNotAllowed",
    ]);
    expect(faultsOf({ stance, reservation: { en: "" } })).toEqual([]);
  }
});

test("a reservation has 150 words at most, in each language", () => {
  const textOf = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 * reservationWordLimit }),
      fc.constantFrom("en", "fr"),
      (count, language) => {
        const faults = faultsOf({ stance: "support_with_reservation", reservation: { [language]: textOf(count) } });
        expect(faults).toEqual(count > reservationWordLimit ? ["reservation: reservationTooLong"] : []);
      },
    ),
    { seed: 7 },
  );
});

test("a review day lies ahead, within three years", () => {
  const on = (reviewBy: string) => faultsOf({ stance: "support", reviewBy });
  expect(on(inMonths(0))).toEqual(["reviewBy: notInFuture"]);
  expect(on(inMonths(0, 1))).toEqual([]);
  expect(on(inMonths(35))).toEqual([]);
  expect(on(inMonths(37))).toEqual(["reviewBy: tooFar"]);
  expect(on("2027-02-30")).toHaveLength(1);
});

test("without a word on it, a draft is meant for the network", () => {
  expect(draftInput.parse({ ...positionKey, stance: "undecided" })).toMatchObject({
    visibility: "network",
    rationale: {},
  });
});

test("what nobody asked for is refused, not ignored", () => {
  const signedOffAt = new Date().toISOString();
  expect(faultsOf({ stance: "support", signedOffAt })).toHaveLength(1);
  expect(faultsOf({ stance: "support", rationale: { en: "Yes.", de: "Ja." } })).toHaveLength(1);
  expect(faultsOf({ stance: "not_recorded" })).toHaveLength(1);
});

test("broken text is refused, and the rest is kept in one form", () => {
  expect(faultsOf({ stance: "support", rationale: { en: "a\ud800" } })).toEqual(["rationale.en: notUnicode"]);
  expect(faultsOf({ stance: "support", rationale: { en: "a\u0000" } })).toEqual(["rationale.en: controlCharacters"]);
  const { rationale } = draftInput.parse({ ...positionKey, stance: "support", rationale: { fr: " e\u0301lan\r\n" } });
  expect(rationale.fr).toBe("élan");
});
