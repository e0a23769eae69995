import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    heading: "Where we agree, and where we do not",
    // Journeys that run beside this one sign positions off.
    summary: /14 organizations, 40 propositions, 55\d stances/,
    cell: "Red Cedar, Use a narrow definition: support with reservation",
    hidden: "Still Waters, Use a narrow definition: not shown or not recorded",
    none: "Some not shown",
    table: "Read as a list",
    grid: "See as a grid",
    theme: "Theme",
    csv: "CSV",
  },
  fr: {
    heading: "Là où nous sommes d’accord, et là où nous ne le sommes pas",
    summary: /14 organisations, 40 énoncés, 55\d positions/,
    cell: /^Cèdre rouge, Employer une définition étroite\s: appui avec réserve/,
    hidden: /^Eaux-Calmes, Employer une définition étroite\s: non affiché/,
    none: "Certaines non affichées",
    table: "Lire en liste",
    grid: "Voir en grille",
    theme: "Thème",
    csv: "CSV",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a member reads the grid, its twin in words and its file (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, dark: locale === "fr" });
    await page.goto(`/${locale}/agreement`);
    await expect(page.getByRole("heading", { level: 1, name: t.heading })).toBeVisible();
    await expect(page.getByText(t.summary)).toBeVisible();
    await expect(page.getByRole("link", { name: t.cell })).toBeVisible();
    await expect(page.locator(".agree [tabindex='0']"), "the page is awake").toHaveCount(1);

    await page.getByRole("combobox", { name: t.theme }).selectOption("definition");
    await expect(page).toHaveURL(/theme=definition/);
    await expect(page.getByText(t.summary)).toHaveCount(0);
    // The whole grid has the same parts a hundred times over; axe needs to see each once.
    await expectAccessible(page);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: t.csv, exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/^concerted-.*\.csv$/);

    await page.getByRole("link", { name: t.table }).click();
    await expect(page).toHaveURL(/agreement\/table\?theme=definition/);
    await expectAccessible(page);
    await page.getByRole("link", { name: t.grid }).click();
    await expect(page).toHaveURL(/agreement\?theme=definition/);
  });

  test(`a visitor reads no category where some stances are not shown (${locale})`, async ({ as }) => {
    const page = await as(null, { locale, width: 360 });
    await page.goto(`/${locale}/agreement?theme=definition`);
    await expect(page.getByText(t.none, { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: t.hidden })).toBeAttached();
    await expectAccessible(page);
  });
}

test("the grid is one tab stop, arrow keys move in it, and Enter opens the stance", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement");
  const grid = page.getByRole("region", { name: /^Agreement grid/ });
  await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
  await grid.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "35 Brief each other a few times a year" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const cell = page.locator(":focus");
  await expect(cell).toHaveAttribute("aria-label", /, Strengthen the genocide-prevention adviser: support$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/positions\/[a-z-]+\/[a-z-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
