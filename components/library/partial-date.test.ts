import { expect, test } from "vitest";
import { writePartialDate } from "./partial-date";

test.each([
  ["2005-09-16", "en", "16 September 2005"],
  ["2005-09-01", "en", "1 September 2005"],
  ["2005-09-01", "fr", "1er septembre 2005"],
  ["1956-11", "fr", "novembre 1956"],
  ["1994", "en", "1994"],
])("%s in %s is %s", (date, locale, written) => {
  expect(writePartialDate(date, locale)).toBe(written);
});
