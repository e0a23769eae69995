import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    heading: "How close our stances are",
    finding: "No clear groups",
    own: "Red Cedar, your organization",
    table: "The same facts as a table",
    differences: "Where two differ",
    opposed: "One supports, the other opposes",
    other: "The other",
    few: /Below three, a comparison would say more of chance/,
  },
  fr: {
    heading: "À quel point nos positions sont proches",
    finding: "Aucun groupe net",
    own: "Cèdre rouge, votre organisation",
    table: "Les mêmes faits en tableau",
    differences: "Ce qui en distingue deux",
    opposed: "L’une appuie, l’autre s’oppose",
    other: "L’autre",
    few: /À moins de trois, une comparaison en dirait plus sur le hasard/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a member reads the finding, the map and its table (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, dark: locale === "fr" });
    await page.goto(`/${locale}/agreement/map`);
    await expect(page.getByRole("heading", { level: 1, name: t.heading })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: t.finding })).toBeVisible();
    await expect(page.getByRole("link", { name: t.own })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: t.table })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 780 });
    await expectAccessible(page);
  });

  test(`two organizations are compared where they have enough in common (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, width: locale === "en" ? 360 : 1280 });
    await page.goto(`/${locale}/agreement/differences`);
    await expect(page.getByRole("heading", { level: 1, name: t.differences })).toBeVisible();
    await page.getByRole("combobox", { name: t.other, exact: true }).selectOption("kettle-rapids");
    await expect(page.getByRole("heading", { level: 2, name: t.opposed })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${locale}/agreement/differences?one=red-cedar&other=lac-aux-brumes&theme=messaging`);
    await expect(page.getByText(t.few)).toBeVisible();
  });
}

test("every mark is reached by arrow keys from one tab stop, nearer and further too", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement/map");
  const marks = page.locator("[data-mark]");
  await expect(marks).toHaveCount(14);
  await expect(page.locator("[data-mark][tabindex='0']")).toHaveCount(1);
  await page.getByRole("link", { name: "Red Cedar, your organization" }).focus();
  const seen = new Set<string | null>();
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
    seen.add(await page.locator(":focus").getAttribute("data-mark"));
  }
  expect(seen.size).toBeGreaterThan(3);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect(page.locator("[data-mark][style*='hidden']").first()).toBeAttached();
  await page.keyboard.press("0");
  await expect(page.locator("[data-mark][style*='hidden']")).toHaveCount(0);
});

test("the map leaves as SVG, PNG and CSV, named as made up", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement/map");
  for (const format of ["SVG", "PNG"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Save the map as ${format}` }).click();
    expect((await download).suggestedFilename()).toBe(
      `concerted-agreement-illustrative-data-map.${format.toLowerCase()}`,
    );
  }
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  expect((await download).suggestedFilename()).toBe("concerted-agreement-illustrative-data-map.csv");
});
