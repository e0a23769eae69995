import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";
import { startIssuer } from "../tests/support/servers/oidc-issuer";

test.describe.configure({ mode: "serial" });

const texts = {
  en: {
    title: "Administration",
    name: "Name in English",
    newName: "Northern Network",
    zone: "Coalition time",
    halifax: "America/Halifax",
    fewest: "Fewest stances for a category",
    closingDays: "Closing days",
    save: "Save the settings",
    saved: /^Saved at/,
    administrator: "Camille Hunt-Desrosiers",
    times: "Times: Halifax",
    issuer: "Issuer",
    organization: "Organization",
    clientId: "Client id",
    secret: "Client secret",
    domains: "Mail domains",
    enabled: "In use",
    keep: "Save this sign-in",
    kept: "Saved.",
    email: "E-mail address",
    go: /^Continue with/,
    account: "Your account",
    refused: /refused/,
    remove: "Remove this sign-in",
    removed: "The sign-in is removed.",
  },
  fr: {
    title: "Administration",
    name: "Nom en français",
    newName: "Réseau du Nord",
    zone: "Heure de la coalition",
    halifax: "America/Halifax",
    fewest: "Nombre minimal de positions pour une catégorie",
    closingDays: "Jours de fermeture",
    save: "Enregistrer les réglages",
    saved: /^Enregistré à/,
    administrator: "Camille Hunt-Desrosiers",
    times: "Heures\u00a0: Halifax",
    issuer: "Émetteur",
    organization: "Organisation",
    clientId: "Identifiant du client",
    secret: "Secret du client",
    domains: "Domaines de courriel",
    enabled: "En service",
    keep: "Enregistrer cette connexion",
    kept: "Enregistré.",
    email: "Adresse de courriel",
    go: /^Continuer avec/,
    account: "Votre compte",
    refused: /refused/,
    remove: "Retirer cette connexion",
    removed: "La connexion est retirée.",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`an administrator sets names, zone and threshold, and every page follows (${locale})`, async ({ as }) => {
    test.setTimeout(300_000);
    const page = await as("admin@demo.example", { locale });
    await page.goto(`/${locale}/administration`);
    await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(t.administrator) })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(t.name).first().fill(t.newName);
    await page.getByLabel(t.zone).selectOption(t.halifax);
    await page.getByLabel(t.fewest).fill("9");
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.saved)).toBeVisible();
    await expect(page.getByRole("contentinfo").getByText(t.times)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.closingDays }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.closingDays })).toBeVisible();

    const member = await as("rep.red-cedar@demo.example", { locale });
    await member.goto(`/${locale}/agreement`);
    await expect(member.getByRole("banner").getByText(t.newName).first()).toBeVisible();
    await expect(member.getByRole("contentinfo").getByText(t.times)).toBeVisible();
    const refused = await member.goto(`/${locale}/administration`);
    expect(refused?.status()).toBe(404);
    const network = await (await member.request.get("/api/v1/network")).json();
    expect(network).toMatchObject({ timeZone: t.halifax, tooFewBelow: 9 });
  });

  test(`an organization's own issuer signs its people in, and nobody whom it does not vouch for (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const issuer = await startIssuer();
    const page = await as("admin@demo.example", { locale });
    await page.goto(`/${locale}/administration/sign-in`);
    await expectAccessible(page);
    await page.getByLabel(t.organization).selectOption("red-cedar");
    await page.getByLabel(t.issuer, { exact: true }).fill(issuer.origin);
    await page.getByLabel(t.clientId).fill(issuer.client.id);
    await page.getByLabel(t.secret).fill(issuer.client.secret);
    await page.getByLabel(t.domains).fill("demo.example");
    await page.getByRole("checkbox", { name: t.enabled }).check();
    await page.getByRole("button", { name: t.keep }).click();
    await expect(page.getByText(t.kept).first()).toBeVisible();
    const callback = await page.locator("code").first().textContent();
    issuer.allow(callback ?? "");
    await expectAccessible(page);

    const email = "signatory.red-cedar@demo.example";
    const through = async (who: { email: string; email_verified: boolean }) => {
      issuer.account.who = who;
      const person = await as(null, { locale });
      await person.goto(`/${locale}/sign-in`);
      await person.getByLabel(t.email).fill(email);
      await expect(person.getByRole("link", { name: t.go })).toBeVisible();
      await expectAccessible(person);
      await person.getByRole("link", { name: t.go }).click();
      await person.waitForURL((url) => url.origin !== issuer.origin && !url.pathname.endsWith("/sign-in"));
      return person;
    };
    const vouched = await through({ email, email_verified: true });
    await vouched.goto(`/${locale}/account`);
    await expect(vouched.getByRole("heading", { level: 1, name: t.account })).toBeVisible();
    await expect(vouched.getByText(email).first()).toBeVisible();
    const unsure = await through({ email, email_verified: false });
    expect(unsure.url()).toMatch(t.refused);
    await expectAccessible(unsure);
    expect((await unsure.request.get("/api/v1/me")).status()).toBe(401);

    await page.getByRole("button", { name: t.remove }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: t.remove }).click();
    await expect(page.getByText(t.removed).first()).toBeVisible();
    await issuer.close();
  });
}
