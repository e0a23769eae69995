import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    lists: "Lists",
    listsHeading: "What we can say together",
    common: "Common ground",
    number: "Prevention comes first: 10 support",
    explorer: "Explorer",
    four: "11 organizations stand behind all 4",
    three: "12 organizations stand behind all 3",
    legal: "Strengthen R2P’s legal status",
    without: /Strengthen R2P’s legal status\s*without it, 12/,
    organizations: "From organizations",
    cedar: "Red Cedar",
  },
  fr: {
    lists: "Listes",
    listsHeading: "Ce que nous pouvons dire ensemble",
    common: "Terrain d’entente",
    number: /^La prévention d’abord\s: 10 appuis/,
    explorer: "Explorateur",
    four: "11 organisations appuient les 4 énoncés",
    three: "12 organisations appuient les 3 énoncés",
    legal: "Renforcer le statut juridique de la RdP",
    without: /Renforcer le statut juridique de la RdP\s*sans cela, 12/,
    organizations: "Par organisations",
    cedar: "Cèdre rouge",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a member reads the lists, and every number opens its rows (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, dark: locale === "en" });
    await page.goto(`/${locale}/agreement?theme=prevention`);
    await page.getByRole("link", { name: t.lists, exact: true }).click();
    await expect(page).toHaveURL(/agreement\/categories\?theme=prevention/);
    await expect(page.getByRole("heading", { level: 1, name: t.listsHeading })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: t.common })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.number }).click();
    await expect(page).toHaveURL(/propositions\/prevention-leads#support$/);
  });

  test(`ticks answer at once, by keyboard too, and the address keeps the bundle (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, width: locale === "fr" ? 360 : 1280 });
    await page.goto(`/${locale}/agreement/explorer?p=5.8.18.19`);
    await expect(page.getByRole("heading", { name: t.four })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: t.without })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole("checkbox", { name: t.legal }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByRole("heading", { name: t.three })).toBeVisible();
    await expect(page).toHaveURL(/\?p=5\.8\.19$/);
    await page.getByRole("button", { name: t.organizations }).click();
    await page.getByRole("checkbox", { name: t.cedar }).check();
    await expect(page).toHaveURL(/from=organizations/);
    await page.reload();
    await expect(page.getByRole("checkbox", { name: t.cedar })).toBeChecked();
    await expectAccessible(page);
  });
}

test("a visitor is told that who is missing may stand behind it", async ({ as }) => {
  const page = await as(null);
  await page.goto("/en/agreement/explorer?p=1");
  await expect(page.getByText("Some stances are not shown to you.")).toBeVisible();
  await page.goto("/en/agreement/categories");
  await expect(page.getByRole("heading", { level: 2, name: "Some not shown" })).toBeVisible();
});
