import { expect, test } from "vitest";
import { pageAfterSignOut } from "./after-sign-out";

test.each([
  "/fr/agreement?theme=outreach",
  "/en/agreement/ladder?as=red-cedar",
  "/fr/propositions/narrow-definition",
  "/en/sign-in?next=%2Fen%2Fpositions%3Fstate%3Ddraft",
  "/en/invitation?token=abc",
])("signing out on %s, which a visitor may read, leaves one there", (page) => {
  expect(pageAfterSignOut("en", page)).toBe(page);
});

test.each([
  "/fr/account",
  "/fr/positions/red-cedar/narrow-definition?writing=1",
  "/fr/propositions/proposals",
  "/fr/propositions/narrow-definition/reword",
  "/fr/organizations/red-cedar/mandates",
  "/fr/search?q=what+somebody+looked+for",
  "https://evil.example/fr/agreement",
  "//evil.example/fr/agreement",
  "/fr/agreement//evil.example",
  "",
])("signing out on %s leads to the first page, in the language one reads", (page) => {
  expect(pageAfterSignOut("fr", page)).toBe("/fr");
});
