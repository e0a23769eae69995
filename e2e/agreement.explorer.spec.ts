import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    lists: "Summary",
    listsHeading: "Summary",
    common: "No one opposes",
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
    lists: "En bref",
    listsHeading: "En bref",
    common: "Aucune opposition",
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
    await expect(page.getByRole("heading", { level: 2, name: t.common, exact: true })).toBeVisible();
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

const hidden = {
  en: {
    none: "None that you can see stands behind it",
    unknown: "14 not shown to you, or not recorded",
    least: "At least this",
    note: "Some positions are not shown to you.",
    untested: "Groups not tested",
    sorted: "26 cannot be sorted because some positions are not shown to you",
    never:
      /Proved exact|No organization stands|No clear groups|\b0 behind|behind 0|No organization opposes|do(es)? not support/,
  },
  fr: {
    none: "Aucune que vous puissiez voir n’appuie cet énoncé",
    unknown: "14 non affichés ou non consignés",
    least: "Au moins cela",
    note: "Certaines positions ne vous sont pas affichées.",
    untested: "Groupes non vérifiés",
    sorted: "26 ne peuvent être classés parce que certaines positions ne vous sont pas affichées",
    never: /Prouvé exact|Aucune organisation n’appuie|Aucun groupe net|\b0 l’appuie|appuie 0|n’appuie(nt)? pas/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = hidden[locale];

  test(`where stances are hidden from a visitor nothing is counted as none, proved or tested (${locale})`, async ({
    as,
  }) => {
    const page = await as(null, { locale });
    const readMain = async () => (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    // Before a tick nothing is claimed, and that some are hidden is said at once.
    await page.goto(`/${locale}/agreement/explorer`);
    await expect(page.getByText(t.note)).toBeVisible();
    await expect(page.getByText(t.least)).toHaveCount(0);
    expect(await readMain()).not.toMatch(t.never);
    // A proposition of which everything is hidden from visitors.
    const answer = await page.request.get("/api/v1/agreement");
    const { propositions } = (await answer.json()) as {
      propositions: { number: number; notShown: string; counts: Record<string, number | null> }[];
    };
    const closed = propositions.find(
      ({ notShown, counts }) => notShown === "some" && Object.values(counts).every((it) => !it),
    );
    await page.goto(`/${locale}/agreement/explorer?p=${closed?.number}`);
    await expect(page.getByRole("heading", { name: t.none })).toBeVisible();
    await expect(page.getByRole("heading", { name: t.unknown })).toBeVisible();
    await expect(page.getByText(t.least)).toBeVisible();
    expect(await readMain()).not.toMatch(t.never);
    await expectAccessible(page);
    await page.goto(`/${locale}/agreement/map`);
    await expect(page.getByRole("heading", { name: t.untested })).toBeVisible();
    expect(await readMain()).not.toMatch(t.never);
    await page.goto(`/${locale}/agreement/categories`);
    await expect(page.getByRole("link", { name: t.sorted })).toBeVisible();
    await expect(page.locator("#split, #open, #will_not_contradict")).toHaveCount(0);
  });
}
