import { expect, test } from "vitest";
import { differencesFrom } from "./text-differences";

const mine = {
  ...{ clauses: "n2 n1 n3", "title.en": "A line", "title.fr": "" },
  ...{ "n1.key": "one", "n1.text.en": "Prevention first. ", "n1.text.fr": "" },
  ...{ "n2.key": "gone", "n2.text.en": "Never by force.", "n2.text.fr": "" },
  ...{ "n3.key": "", "n3.text.en": "A clause of my own.", "n3.text.fr": "" },
};
const theirs = {
  title: { en: "A line", fr: "Un message" },
  text: {
    clauses: [
      { key: "one", number: 1, text: { en: "Prevention first.", fr: null } },
      { key: "added", number: 2, text: { en: "And now.", fr: null } },
    ],
  },
};

test("whoever typed over an earlier version reads what is different in the words in force, and no word of their own is called a difference", () => {
  expect(differencesFrom(mine, theirs)).toEqual([
    { place: "new", number: 2, lang: "en", before: "", after: "And now." },
    { place: "gone", number: 1, lang: "en", before: "Never by force.", after: "" },
    { place: "titleLine", number: 0, lang: "fr", before: "", after: "Un message" },
  ]);
});
