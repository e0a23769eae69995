import { expect, test } from "../tests/support/journey";

const texts = {
  en: { lang: "en", text: "There is nothing here that you can see.", home: "To the first page" },
  fr: { lang: "fr", text: "Il n’y a rien ici que vous puissiez voir.", home: "Aller à la page d’accueil" },
};
const addresses = [
  "nothing",
  "a.b",
  "propositions/none",
  "organizations/none",
  "positions/none/narrow-definition",
  "absent",
];

for (const locale of ["en", "fr"] as const) {
  test(`what is not there is told whole to whoever has no script, with the way on (${locale})`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    for (const at of addresses) {
      const answer = await page.goto(`/${locale}/${at}`);
      expect(answer?.status(), at).toBe(404);
      await expect(page.locator("html"), at).toHaveAttribute("lang", locale);
      await expect(page, at).toHaveTitle(/Concerted/);
      await expect(page.getByRole("main").getByText(texts[locale].text), at).toBeVisible();
      await expect(page.getByRole("navigation").first(), at).toBeVisible();
    }
    await page.getByRole("main").getByRole("link", { name: texts[locale].home }).click();
    await expect(page).toHaveURL(`/${locale}`);
    await context.close();
  });
}

test("nobody is told that a page is not there by asking for it so", async ({ request }) => {
  const answer = await request.get("/en/glossary", { headers: { "x-concerted-absent": "1" } });
  expect(answer.status()).toBe(200);
});
