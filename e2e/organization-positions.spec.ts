import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    search: "Search what it has said",
    asked: "humanitarian",
    found: /^\d+ positions?$/,
    none: "No position fits these choices.",
    all: "Show all its positions",
    inTheme: "Search the propositions",
    word: "africa",
    proposition: "Focus on Africa in the near term",
    file: "Download as CSV",
  },
  fr: {
    search: "Chercher dans ce qu’elle a dit",
    asked: "humanitaire",
    found: /^\d+ positions?$/,
    none: "Aucune position ne correspond à ces choix.",
    all: "Afficher toutes ses positions",
    inTheme: "Chercher dans les énoncés",
    word: "afrique",
    proposition: "Se concentrer sur l’Afrique à court terme",
    file: "Télécharger en CSV",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`what an organization has said is searched, narrowed and put in order by the address and the keyboard (${locale})`, async ({
    as,
  }) => {
    const page = await as(null, { locale });
    const here = `/${locale}/organizations/tamarack-relief`;
    await page.goto(here);
    const rows = page.locator("main ul.rows > li");
    const everything = await rows.count();
    await page.getByRole("searchbox", { name: t.search }).focus();
    await page.keyboard.type(t.asked);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\?q=/);
    await expect(page.getByText(t.found)).toBeVisible();
    const found = await rows.count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(everything);
    await expectAccessible(page);
    await page.locator('select[name="stance"]').selectOption("oppose");
    await expect(page.getByText(t.none)).toBeVisible();
    await page.getByRole("link", { name: t.all }).click();
    await expect(rows).toHaveCount(everything);
    await page.locator('select[name="sort"]').selectOption("since");
    await expect(page).toHaveURL(/sort=since/);
    await expect(page.locator("main .group-head")).toHaveCount(0);
    await expectAccessible(page);
    // The same address without script, and as the API tells it.
    const told = await page.request.get(
      "/api/v1/positions?organization=tamarack-relief&state=standing&sort=since&limit=50",
    );
    const { items } = (await told.json()) as {
      items: { proposition: { slug: string }; standing: { since: string } }[];
    };
    const days = items.map(({ standing }) => standing.since);
    expect(days).toEqual([...days].sort().reverse());
    const plain = await (await page.request.get(`${here}?sort=since`)).text();
    const shown = [...plain.matchAll(/href="\/\w+\/positions\/tamarack-relief\/([a-z0-9-]+)"/g)].map(
      ([, slug]) => slug,
    );
    expect([...new Set(shown)]).toEqual(items.map(({ proposition }) => proposition.slug));
  });

  test(`a theme is searched, and lists leave as files that anybody opens (${locale})`, async ({ as }) => {
    const page = await as("rep.saltmarsh@demo.example", { locale });
    await page.goto(`/${locale}/themes/outreach`);
    await page.getByRole("searchbox", { name: t.inTheme }).fill(t.word);
    await page.keyboard.press("Enter");
    await expect(page.locator("main ul.rows > li h3")).toHaveCount(1);
    await expect(page.getByRole("link", { name: t.proposition, exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    for (const list of ["organizations", "propositions/proposals", "people"]) {
      await page.goto(`/${locale}/${list}`);
      const href = await page.getByRole("link", { name: t.file }).getAttribute("href");
      const file = await page.request.get(href ?? "");
      expect(file.headers()["content-type"]).toContain("text/csv");
      expect((await file.text()).split("\r\n").length).toBeGreaterThan(2);
    }
  });
}
