import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    open: "Search",
    field: "Search, or do something",
    word: "reserve",
    term: /^reservation, réserve/,
    record: "Record a position",
    grid: "Read the agreement grid",
    heading: "Where we agree, and where we do not",
    recent: "Recent",
    positions: "Positions",
    all: /^All \d+ results$/,
    page: "Search",
    none: /^Nothing that you can see/,
    failed: /^The search did not answer/,
    signOut: "Sign out",
    other: "Français",
  },
  fr: {
    open: "Chercher",
    field: "Chercher ou agir",
    word: "reserve",
    term: /^réserve, reservation/,
    record: "Consigner une position",
    grid: "Lire la grille des convergences",
    heading: "Là où nous sommes d’accord, et là où nous ne le sommes pas",
    recent: "Récemment",
    positions: "Positions",
    all: /^Les \d+ résultats$/,
    page: "Recherche",
    none: /^Rien de ce que vous pouvez voir/,
    failed: /^La recherche n’a pas répondu/,
    signOut: "Se déconnecter",
    other: "English",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`everything is in reach of the keyboard, from any page (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, dark: locale === "fr" });
    await page.goto(`/${locale}/positions`);
    const opener = page.getByRole("link", { name: t.open });
    await opener.focus();
    const field = page.getByRole("combobox", { name: t.field });
    // The key works once the page's program has come, which takes its time on a busy machine.
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("option", { name: t.record })).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page);

    await page.keyboard.press("ArrowDown");
    const grid = page.getByRole("option", { name: t.grid });
    await expect(field).toHaveAttribute("aria-activedescendant", (await grid.getAttribute("id")) ?? "");
    await page.keyboard.press("End");
    await expect(grid).toHaveAttribute("aria-selected", "false");
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    await expect(opener).toBeFocused();

    await page.keyboard.press("/");
    await field.fill(t.word);
    await expect(page.getByRole("option", { name: t.term })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /^\d+ (results?|résultats?)$/ })).toHaveCount(1);
    await expectAccessible(page);

    await field.fill(t.grid);
    await expect(page.getByRole("option", { name: t.grid })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/${locale}/agreement`);
    await expect(page.getByRole("heading", { level: 1, name: t.heading })).toBeVisible();
    await expect(field).toBeHidden();

    await page.keyboard.press("Control+k");
    const recent = page.getByRole("group", { name: t.recent });
    await expect(recent.getByRole("option", { name: t.positions })).toBeVisible();
    await field.fill("genocide");
    await page.getByRole("option", { name: t.all }).click();
    await expect(page).toHaveURL(`/${locale}/search?q=genocide`);
    await expect(page.getByRole("heading", { level: 1, name: t.page })).toBeVisible();
  });

  test(`on a phone the sheet says what it did not find, and when it could not look (${locale})`, async ({ as }) => {
    const page = await as(null, { locale, width: 360 });
    await page.goto(`/${locale}`);
    await page.getByRole("link", { name: t.open }).click();
    const field = page.getByRole("combobox", { name: t.field });
    await field.fill("zzzz");
    await expect(page.getByText(t.none)).toBeVisible();
    await expectAccessible(page);
    await page.route("**/api/rpc/search/find*", (route) => route.abort());
    await field.fill("zzz");
    await expect(page.getByText(t.failed)).toBeVisible();
    await expect(field).toHaveValue("zzz");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
}

test("what was recent is forgotten with the one who leaves", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/positions");
  await page.goto("/en/propositions/narrow-definition");
  await page.getByRole("link", { name: texts.en.open }).click();
  const recent = page.getByRole("group", { name: texts.en.recent });
  await expect(recent.getByRole("option")).toHaveCount(1);
  await page.getByRole("option", { name: texts.en.signOut }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await page.getByRole("link", { name: texts.en.open }).click();
  await expect(page.getByRole("option", { name: /^Sign in/ })).toBeVisible();
  await expect(recent).toHaveCount(0);
  // Whoever comes next is at the page that stands open, and nothing more is known of the one before.
  const kept = await page.evaluate(() => sessionStorage.getItem("recent"));
  const { whose, visits } = JSON.parse(kept ?? "") as { whose: string; visits: { href: string }[] };
  expect([whose, visits.map(({ href }) => href)]).toEqual(["", ["/propositions/narrow-definition"]]);
});

test("the / key writes in a field, opens search outside of one, and can be turned off", async ({ as }) => {
  const page = await as(null);
  await page.goto("/en/glossary");
  const own = page.getByRole("searchbox", { name: "Search the glossary" });
  const field = page.getByRole("combobox", { name: texts.en.field });
  await own.click();
  await page.keyboard.press("/");
  await expect(own).toHaveValue("/");
  await own.blur();
  await page.keyboard.press("/");
  await expect(field).toBeVisible();
  await page.getByRole("option", { name: "Turn off the / key" }).click();
  await expect(field).toBeHidden();
  await page.keyboard.press("/");
  await page.keyboard.press("Control+k");
  await expect(field).toHaveValue("");
  await expect(page.getByRole("option", { name: "Turn on the / key" })).toBeVisible();
});

test("without script, search is a page of its own", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/fr/timeline");
  await page.getByRole("link", { name: "Chercher" }).click();
  await page.getByRole("searchbox", { name: "Chercher" }).fill("definition etroite");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/\/fr\/search\?q=definition\+etroite/);
  await expect(page.getByRole("link", { name: "Employer une définition étroite" })).toBeVisible();
  await context.close();
});
