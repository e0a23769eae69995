import { expect, test } from "vitest";
import { chooseLanguage, languageAt } from "./accept-language.mjs";

test.each([
  ["fr", "fr"],
  ["fr-CA", "fr"],
  ["FR-ca", "fr"],
  ["fr-Latn-CA-x-joual", "fr"],
  ["en-CA,fr-CA;q=0.9", "en"],
  ["en;q=0.5, fr;q=0.8", "fr"],
  ["fr ; q=0.8 , en ; q=0.9", "en"],
  ["en;q=0.8,fr;q=0.8", "en"],
  ["fr;q=0.8,en;q=0.8", "fr"],
  ["de, fr;q=0.4", "fr"],
  ["de-CH, es;q=0.5", "en"],
  ["fr-CA,fr;q=0.2,en;q=0.9", "fr"],
])("by weight, then as it stands, the longer name cut short: %j is %s", (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});

test.each([
  ["en;q=0", "fr"],
  ["en;q=0, *", "fr"],
  ["fr;q=0, *", "en"],
  ["fr;q=0.000", "en"],
  ["de, en;q=0", "fr"],
  ["en;q=0, fr;q=0", "en"],
  ["*;q=0", "en"],
  ["fr-CA;q=0, fr", "fr"],
])("what weighs nothing is not wanted: %j is %s", (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});

test.each([
  ["*", "en"],
  ["en;q=0.1, *", "fr"],
  ["fr;q=0.9, *;q=0.5", "fr"],
  ["en;q=0.2, fr;q=0.4, *", "en"],
])("a star is whatever is not named: %j is %s", (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});

test.each([
  [null, "en"],
  [undefined, "en"],
  ["", "en"],
  ["fr_CA", "en"],
  ["french", "en"],
  ["fr;q=2, en;q=0.1", "en"],
  ["fr;q=much", "en"],
  ["fr;level=1", "en"],
  [",,fr,,", "fr"],
  ["en;q=0.1;q=0.9, fr;q=0.05", "fr"],
])("what is no language range says nothing: %j is %s", (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});

test.each([
  ["/fr/absent", "en", "fr"],
  ["/en", "fr", "en"],
  ["/fr?next=x", "en", "fr"],
  ["/french", "fr-CA", "fr"],
  ["/", "en;q=0.3, fr-CA", "fr"],
])("an address says its language before the browser does: %s, asked for in %s, is %s", (address, header, language) => {
  expect(languageAt(address, header)).toBe(language);
});
