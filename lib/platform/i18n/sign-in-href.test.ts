import { expect, test } from "vitest";
import { hereIn, longestNext, signInHref } from "./sign-in-href";

const nextOf = (href: string) => new URLSearchParams(href.split("?")[1]).get("next");

test.each([
  ["/agreement?theme=outreach&q=%2B1%25", "/fr/agreement?theme=outreach&q=%2B1%25"],
  ["/positions?organization=red-cedar&state=draft", "/fr/positions?organization=red-cedar&state=draft"],
  ["/decisions/1a2b3c4d", "/fr/decisions/1a2b3c4d"],
  ["/?since=2026-01-01", "/fr?since=2026-01-01"],
])("signing in on %s leads back to it, language and query included", (here, next) => {
  expect(nextOf(signInHref("fr", here))).toBe(next);
});

test("the first page, as it is, is where signing in leads anyway", () => {
  expect(signInHref("en", "/")).toBe("/sign-in");
});

test.each([
  "/invitation?token=abc",
  "/organizations/apply/confirm?token=abc",
  "/account/email/confirm?token=abc",
])("the secret in %s goes into no queue and no mail", (here) => {
  expect(signInHref("en", here)).toBe("/sign-in");
});

test("on the pages of signing in, what was asked for before is kept, and not the page itself", () => {
  const next = "/en/positions?organization=a&state=draft";
  for (const page of ["/sign-in", "/sign-in/ended", "/sign-in/refused", "/sign-in/confirm"])
    expect(nextOf(signInHref("en", `${page}?${new URLSearchParams({ token: "abc", next })}`)), page).toBe(next);
  expect(signInHref("en", "/sign-in/confirm?token=abc")).toBe("/sign-in");
});

test("an address that is too long to keep leads to the first page instead of being refused later", () => {
  expect(signInHref("en", `/search?q=${"x".repeat(longestNext)}`)).toBe("/sign-in");
});

test("the language switch on the sign-in page turns the page asked for as well, and leaves other pages as they are", () => {
  const here = `/sign-in?${new URLSearchParams({ next: "/en/agreement?theme=a&as=/en/x" })}`;
  expect(nextOf(hereIn("fr", here))).toBe("/fr/agreement?theme=a&as=/en/x");
  expect(hereIn("fr", "/agreement?theme=a")).toBe("/agreement?theme=a");
  expect(hereIn("fr", "/search?next=/en/agreement")).toBe("/search?next=/en/agreement");
});
