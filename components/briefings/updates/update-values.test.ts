import { expect, test } from "vitest";
import { fieldInUpdate, fileInput, lineNames, nextLine, valuesOfFiling, writtenLines } from "./update-values";

const key = { id: "winter", organization: "red-cedar" };
const none = { en: null, fr: null };
const filed = {
  lines: [
    { what: { en: "Circles", fr: null }, theme: null, when: none, contact: null, help: none },
    {
      ...{ what: { en: "A letter", fr: "Une lettre" }, when: { en: null, fr: "Avant le budget" }, help: none },
      ...{ theme: { slug: "prevention", title: { en: "Prevention", fr: "Prévention" } }, contact: "Joanna" },
    },
  ],
};

test("what is filed is sent again as it was", () => {
  expect(fileInput(valuesOfFiling(filed), key)).toEqual({
    ...key,
    lines: [
      { what: { en: "Circles" }, theme: null, when: {}, contact: "", help: {} },
      {
        ...{ what: { en: "A letter", fr: "Une lettre" }, theme: "prevention", when: { fr: "Avant le budget" } },
        ...{ contact: "Joanna", help: {} },
      },
    ],
  });
});

test("a line that was left empty is none, and mistakes are shown at the line that was written", () => {
  const values = { ...valuesOfFiling({ lines: [] }), lines: "n1 n2", "n2.contact": "Joanna" };
  expect(lineNames(values)).toEqual(["n1", "n2"]);
  expect(writtenLines(values)).toEqual(["n2"]);
  expect(fieldInUpdate("lines.0.what", values)).toBe("n2.what");
  expect(fieldInUpdate("lines.4.what", values)).toBe("lines.4.what");
});

test("a new line never gets the name of one that was dropped", () => {
  expect(nextLine({ lines: "n1", "n3.what.en": "Dropped" })).toBe("n4");
});
