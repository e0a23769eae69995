import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, expectAccessible, test } from "../tests/support/journey";
import { apart, pages } from "../tests/support/page-list";

const folder = path.resolve(import.meta.dirname, "../app/[locale]");

test("the list of pages names every page", () => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep).join("/").replace(/^\.$/, ""));
  expect(found.sort()).toEqual([...Object.keys(pages), ...apart].sort());
});

/** A theme's rows look like those of all themes; the whole grid, with thousands of parts, is looked at in its own journeys. */
const inShort: Record<string, string> = {
  agreement: "agreement?theme=definition",
  "agreement/table": "agreement/table?theme=definition",
};
const addresses = Object.values({ ...pages, ...inShort });

/** Every language in both colours; what does not depend on the colours is looked at once. */
const displays = [
  { locale: "en", dark: false, depth: "everything" },
  { locale: "fr", dark: true, depth: "everything" },
  { locale: "en", dark: true, depth: "colours" },
  { locale: "fr", dark: false, depth: "colours" },
] as const;

for (const display of displays) {
  const name = `${display.locale}, ${display.dark ? "dark" : "light"}`;

  test(`every page is accessible, keeps its script policy and has one title (${name}, a signatory)`, async ({ as }) => {
    test.setTimeout(300_000);
    const page = await as("signatory.driftwood@demo.example", display);
    for (const at of addresses) {
      await page.goto(`/${display.locale}/${at}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/Concerted/);
      await expect(page.locator("html")).toHaveAttribute("lang", display.locale);
      await expectAccessible(page, display.depth);
    }
  });
}

for (const locale of ["en", "fr"] as const) {
  test(`nothing scrolls sideways on a narrow phone but tables in their own region (${locale})`, async ({ as }) => {
    test.setTimeout(300_000);
    const page = await as("rep.driftwood@demo.example", { locale, width: 320 });
    for (const at of Object.values(pages)) {
      await page.goto(`/${locale}/${at}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, at).toBeLessThanOrEqual(0);
    }
  });

  test(`a visitor reads every public page, and it is accessible on a phone (${locale})`, async ({ as }) => {
    test.setTimeout(300_000);
    const page = await as(null, { locale, width: 360 });
    for (const at of addresses.filter((it) => !/account/.test(it))) {
      await page.goto(`/${locale}/${at}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
    }
  });
}

test("what does not exist and what one may not see answer alike", async ({ as }) => {
  const page = await as("rep.driftwood@demo.example");
  for (const at of [
    "/en/nothing",
    "/en/propositions/none",
    "/en/organizations/none",
    "/en/positions/none/narrow-definition",
  ]) {
    const answer = await page.goto(at);
    expect(answer?.status(), at).toBe(404);
    await expect(page.getByText("There is nothing here that you can see.")).toBeVisible();
  }
  await expectAccessible(page);
});

test("the language link keeps the page and its filters", async ({ as }) => {
  const page = await as(null);
  await page.goto("/en/agenda?regimeArea=practice");
  await page.getByRole("link", { name: "Français" }).first().click();
  await expect(page).toHaveURL(/\/fr\/briefings\/recommendations\?regimeArea=practice/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});
