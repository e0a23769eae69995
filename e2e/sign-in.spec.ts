import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    email: "E-mail address",
    send: "Send a link",
    sent: "Look in your mail",
    confirm: "Sign in",
    ended: "This link no longer works",
    account: "Your account",
    signOut: "Sign out",
  },
  fr: {
    email: "Adresse de courriel",
    send: "Envoyer un lien",
    sent: "Consultez votre courriel",
    confirm: "Se connecter",
    ended: "Ce lien ne fonctionne plus",
    account: "Votre compte",
    signOut: "Se déconnecter",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a link from the mail signs in once, by a button, and not before (${locale})`, async ({ as }) => {
    const email = `rep.${locale === "en" ? "northern-lantern" : "lac-aux-brumes"}@demo.example`;
    const page = await as(null, { locale });
    await page.goto(`/${locale}/sign-in`);
    await page.getByLabel(t.email).fill(email);
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await expect(page.getByText(t.sent)).toBeVisible();
    await expectAccessible(page);

    // The worker writes the mail in its own time; the outbox is asked until it is there.
    const mail = async () => {
      const answer = await page.request.get("/api/v1/outbox");
      const { items } = (await answer.json()) as { items: { to: string; text: string }[] };
      return items.find((it) => it.to === email)?.text ?? "";
    };
    await expect.poll(mail, { timeout: 20_000 }).toMatch(/sign-in\/confirm\?token=/);
    const link = /https?:\S+confirm\?\S+/.exec(await mail())?.[0] ?? "";

    // A mail scanner follows the link: nothing is used up.
    await page.request.get(link);
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole("main").getByRole("button", { name: t.confirm }).click();
    await page.waitForURL((url) => !url.pathname.includes("sign-in"));
    await page.goto(`/${locale}/account`);
    await expect(page.getByRole("heading", { level: 1, name: t.account })).toBeVisible();
    await expect(page.getByText(email).first()).toBeVisible();

    const again = await as(null, { locale });
    await again.goto(link);
    await expect(again.getByText(t.ended).first()).toBeVisible();
  });
}

test("a token is shown once, opens what its scope says, and is worth nothing once revoked", async ({
  as,
  playwright,
  baseURL,
}) => {
  const page = await as("rep.still-waters@demo.example");
  await page.goto("/en/account/tokens");
  await page.getByRole("textbox", { name: "Name" }).fill("Register export");
  await page.getByRole("radio", { name: /^Read/ }).check();
  await page.getByRole("button", { name: "Make the token" }).click();
  const shown = page.getByRole("textbox", { name: "“Register export” is made" });
  await expect(shown).toHaveValue(/^cncd_[A-Za-z0-9_-]{40,}$/);
  await expectAccessible(page);
  const token = await shown.inputValue();
  await page.reload();
  expect(await page.content()).not.toContain(token);

  const program = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await program.get("/api/v1/me")).status()).toBe(200);
  const write = await program.put("/api/v1/positions/still-waters/prevention-leads", {
    data: { stance: "support", rationale: {}, visibility: "network" },
    headers: { "if-match": '"1"' },
  });
  expect(write.status()).toBe(403);
  await page.getByRole("button", { name: /Revoke “Register export”/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await expect(page.getByText("“Register export” is revoked.").first()).toBeVisible();
  expect((await program.get("/api/v1/me")).status()).toBe(401);
  await program.dispose();
});

test("after signing out, an old tab can do nothing and the back button shows nothing", async ({ as }) => {
  const page = await as("rep.saltmarsh@demo.example");
  await page.goto("/en/positions?organization=saltmarsh");
  const old = await page.context().newPage();
  await old.goto("/en/positions/saltmarsh/shared-talking-points");
  await page.goto("/en/account");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect((await old.request.get("/api/v1/me")).status()).toBe(401);
  await page.goBack();
  await expect(page.getByText("rep.saltmarsh@demo.example")).toHaveCount(0);
});
