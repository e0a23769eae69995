import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    person: "rep.quorum-campus@demo.example",
    name: "Name",
    zone: "Time zone",
    pick: "Pacific (Vancouver)",
    hours: "Hours",
    halves: "5:00 p.m.",
    whole: "17:00",
    half: /\d:\d\d\u00a0[ap]\.m\./,
    note: /, Vancouver \(UTC−7\)$/,
    save: "Save the profile",
    saved: /^Saved at \d/,
    needed: "This is needed.",
    sessions: "Sessions",
    this: "This one",
    end: /^End the session begun on/,
    ended: "The session is ended.",
    endOthers: "End all others",
    allEnded: "2 sessions are ended.",
    signIn: "Sign in",
    needsScript: /needs JavaScript/,
  },
  fr: {
    person: "rep.grey-heron@demo.example",
    name: "Nom",
    zone: "Fuseau horaire",
    pick: "Terre-Neuve (St. John’s)",
    hours: "Heures",
    halves: "5\u00a0h de l’après-midi",
    whole: "17\u00a0h",
    half: /\d\u00a0h(\u00a0\d\d)? (du matin|de l’après-midi|du soir)/,
    note: /, St\. John’s \(UTC−[23]:30\)$/,
    save: "Enregistrer le profil",
    saved: /^Enregistré à \d/,
    needed: "Ce champ est nécessaire.",
    sessions: "Sessions",
    this: "Celle-ci",
    end: /^Mettre fin à la session ouverte le/,
    ended: "La session a pris fin.",
    endOthers: "Mettre fin aux autres",
    allEnded: "2 sessions ont pris fin.",
    signIn: "Se connecter",
    needsScript: /besoin de JavaScript/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a profile is changed, and what does not fit is told at its field (${locale})`, async ({ as }) => {
    const page = await as(t.person, { locale, dark: locale === "fr" });
    await page.goto(`/${locale}/account`);
    const name = page.getByRole("textbox", { name: t.name });
    const before = await name.inputValue();
    await page.getByLabel(t.zone).selectOption({ label: t.pick });
    await page.getByLabel(t.hours, { exact: true }).selectOption({ label: t.halves });
    await name.fill("");
    await page.getByRole("button", { name: t.save }).click();
    await expect(name).toHaveAccessibleDescription(new RegExp(t.needed));
    await expect(page.getByRole("link", { name: t.needed })).toBeVisible();
    await expectAccessible(page);

    await name.fill(before);
    await name.press("Enter");
    // What runs in the browser says it in the same way, as soon as the page is read anew.
    await expect(page.getByRole("status").filter({ hasText: t.saved })).toContainText(t.half);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByLabel(t.zone).locator("option:checked")).toHaveText(t.pick);

    await page.goto(`/${locale}/account/sessions`);
    await expect(page.getByRole("rowheader").getByText(t.note).first()).toBeVisible();
    await expect(page.getByRole("rowheader").first()).toContainText(t.half);
    await page.goto(`/${locale}/account`);
    await page.getByLabel(t.hours, { exact: true }).selectOption({ label: t.whole });
    await name.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: t.saved })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: t.saved })).not.toContainText(t.half);
    await page.goto(`/${locale}/account/sessions`);
    await expect(page.getByRole("rowheader").first()).not.toContainText(t.half);
  });

  test(`a session ends at once, by keyboard, after its consequences were said; then all others (${locale})`, async ({
    as,
  }) => {
    const email = locale === "en" ? "rep.prairie-horizon@demo.example" : "signatory.grey-heron@demo.example";
    const page = await as(email, { locale });
    const lost = await as(email, { locale, width: 360 });
    await lost.goto(`/${locale}/account`);
    await page.goto(`/${locale}/account/sessions`);
    await expect(page.getByRole("row").filter({ hasText: t.this })).toHaveCount(1);
    await expect(page.getByRole("button", { name: t.end })).toHaveCount(1);
    await expectAccessible(page);

    await page.getByRole("button", { name: t.end }).press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect((await lost.request.get("/api/v1/me")).status(), "nothing ended by asking").toBe(200);

    await page.getByRole("button", { name: t.end }).press("Enter");
    await dialog.getByRole("button").last().press("Enter");
    await expect(page.getByText(t.ended).first()).toBeVisible();
    await expect(page.getByRole("button", { name: t.end })).toHaveCount(0);
    await expect(page.locator("#sessions")).toBeFocused();
    expect((await lost.request.get("/api/v1/me")).status()).toBe(401);
    await lost.goto(`/${locale}/account`);
    await expect(lost.getByRole("heading", { level: 1, name: t.signIn })).toBeVisible();

    const others = [await as(email, { locale }), await as(email, { locale })];
    await page.reload();
    await page.getByRole("button", { name: t.endOthers, exact: true }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t.endOthers, exact: true }).click();
    await expect(page.getByText(t.allEnded).first()).toBeVisible();
    await expect(page.getByRole("button", { name: t.endOthers, exact: true })).toHaveCount(0);
    for (const other of others) expect((await other.request.get("/api/v1/me")).status()).toBe(401);
    expect((await page.request.get("/api/v1/me")).status()).toBe(200);
  });

  test(`without script the mail form says what it needs, and sends no address anywhere (${locale})`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/${locale}/sign-in`);
    await expect(page.getByText(t.needsScript)).toBeVisible();
    await page.locator("#email").fill("somebody@demo.example");
    await page.locator("#email").press("Enter");
    await expect(page.getByText(t.needsScript)).toBeVisible();
    expect(page.url()).not.toContain("somebody");
    await context.close();
  });
}

test("the language one chose is that of the mail and of the first page, wherever the link was asked for", async ({
  as,
}) => {
  const email = "signatory.quorum-campus@demo.example";
  const page = await as(email);
  await page.goto("/en/account");
  await page.getByLabel("Language").selectOption("fr");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await expect(page.locator("html"), "the address says which language is read").toHaveAttribute("lang", "en");

  const visitor = await as(null);
  await visitor.goto("/en/sign-in");
  await visitor.getByLabel("E-mail address").fill(email);
  await visitor.getByRole("button", { name: "Send a link", exact: true }).click();
  const mail = async () => {
    const answer = await visitor.request.get("/api/v1/outbox");
    const { items } = (await answer.json()) as { items: { to: string; subject: string; text: string }[] };
    return items.find((it) => it.to === email);
  };
  await expect.poll(async () => (await mail())?.subject, { timeout: 20_000 }).toBe("Votre lien de connexion");
  await visitor.goto(/https?:\S+confirm\?\S+/.exec((await mail())?.text ?? "")?.[0] ?? "");
  await visitor.getByRole("main").getByRole("button", { name: "Se connecter" }).click();
  await expect(visitor).toHaveURL(/\/fr$/);
});
