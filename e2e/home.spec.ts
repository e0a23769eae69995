import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    as: "rep.kettle-rapids@demo.example",
    ask: /^Ask Margaret Oyelaran to confirm$/,
    sent: "Margaret Oyelaran is asked to confirm.",
    group: "Waiting for others",
    waiting: /^Waiting for Margaret Oyelaran/,
  },
  fr: {
    as: "rep.red-cedar@demo.example",
    ask: /^Demander à Mireille Aubin de confirmer$/,
    sent: "La demande est envoyée à Mireille Aubin.",
    group: "En attente d’autres personnes",
    waiting: /^En attente de Mireille Aubin/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a representative hands every review to the signatory in one click, and reads with whom it is (${locale})`, async ({
    as,
  }) => {
    const page = await as(t.as, { locale, width: locale === "fr" ? 360 : 1280 });
    await page.goto(`/${locale}`);
    await page.getByRole("button", { name: t.ask }).first().click();
    await expect(page.getByText(t.sent)).toBeVisible();
    await expect(page.getByRole("button", { name: t.ask })).toHaveCount(0);
    await expect(page.getByText(t.group)).toBeVisible();
    await expect(page.getByRole("heading", { name: t.waiting }).first()).toBeVisible();
    await expectAccessible(page);
  });
}
