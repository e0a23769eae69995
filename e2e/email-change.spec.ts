import { ageSignIn } from "../tests/support/age-sign-in";
import { expect, expectAccessible, test } from "../tests/support/journey";
import { findLink, listLinks } from "../tests/support/mailed-links";
import { addPerson, isKnown, signInAs } from "../tests/support/own-person";

const texts = {
  en: {
    signIn: "Sign in",
    change: "Change the address",
    label: "New e-mail address",
    send: "Send both messages",
    pending: "A change is waiting",
    waiting: "Not confirmed yet",
    confirmed: "Confirmed",
    stop: "Stop the change",
    stopped: "The change is stopped. Your address stays as it was.",
    again: "Sign in again",
    confirm: "Confirm",
    newTitle: "Confirm your new address",
    oldTitle: "Confirm the change of address",
    other: "Now the other address",
    changed: "The address is changed",
    gone: "This link no longer works",
    wrong: /address/,
  },
  fr: {
    signIn: "Se connecter",
    change: "Changer d’adresse",
    label: "Nouvelle adresse de courriel",
    send: "Envoyer les deux messages",
    pending: "Un changement est en attente",
    waiting: "Pas encore confirmé",
    confirmed: "Confirmé",
    stop: "Arrêter le changement",
    stopped: "Le changement est arrêté. Votre adresse reste la même.",
    again: "Se reconnecter",
    confirm: "Confirmer",
    newTitle: "Confirmer votre nouvelle adresse",
    oldTitle: "Confirmer le changement d’adresse",
    other: "Reste l’autre adresse",
    changed: "L’adresse a changé",
    gone: "Ce lien ne fonctionne plus",
    wrong: /adresse/,
  },
} as const;

const kind = /account\/email\/confirm/;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const email = `wren.${locale}@before.example`;
  const newEmail = `wren.${locale}@after.example`;

  test(`an address is changed by its person and confirmed in both mailboxes, by buttons and not before (${locale})`, async ({
    as,
    baseURL,
  }) => {
    await addPerson(email, locale);
    const page = await as(null, { locale, dark: locale === "fr", width: locale === "fr" ? 360 : 1280 });
    await signInAs(page.context(), email, baseURL ?? "");

    // Whoever found an open browser is asked who they are.
    await ageSignIn(email);
    await page.goto(`/${locale}/account`);
    await page.getByRole("link", { name: t.change }).click();
    await expect(page.getByRole("link", { name: t.again })).toHaveAttribute(
      "href",
      `/${locale}/sign-in?next=%2F${locale}%2Faccount%2Femail`,
    );
    await expectAccessible(page);
    await signInAs(page.context(), email, baseURL ?? "");
    await page.goto(`/${locale}/account/email`);

    const field = page.getByLabel(t.label);
    await field.fill("wren at after.example");
    await page.getByRole("button", { name: t.send }).click();
    await expect(field).toHaveAccessibleDescription(t.wrong);
    await expect(field).toHaveValue("wren at after.example");
    await expectAccessible(page);
    await field.fill(newEmail);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByRole("heading", { name: t.pending })).toBeVisible();
    await expect(page.getByText(t.waiting)).toHaveCount(2);
    await expectAccessible(page);
    const stopped = await findLink(page, newEmail, kind);

    await expect.poll(() => listLinks(page, email, kind)).toHaveLength(1);
    const before = await listLinks(page, email, kind);

    // Stopped once, its links open nothing; asked for anew, others do.
    await page.getByRole("button", { name: t.stop }).click();
    await expect(page.getByText(t.stopped).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: t.pending })).toHaveCount(0);
    await page.goto(stopped);
    await expect(page.getByRole("heading", { level: 1, name: t.gone })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${locale}/account/email`);
    await page.getByLabel(t.label).fill(newEmail);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByRole("heading", { name: t.pending })).toBeVisible();

    // The new mailbox, in another browser; a scanner was there before.
    const elsewhere = await as(null, { locale });
    const toNew = await findLink(elsewhere, newEmail, kind, [stopped]);
    await elsewhere.request.get(toNew);
    await elsewhere.goto(toNew);
    await expect(elsewhere.getByRole("heading", { level: 1, name: t.newTitle })).toBeVisible();
    await expect(elsewhere.getByText(email)).toHaveCount(0);
    await expectAccessible(elsewhere);
    await elsewhere.getByRole("button", { name: t.confirm, exact: true }).press("Enter");
    await expect(elsewhere.getByText(t.other)).toBeVisible();
    await expectAccessible(elsewhere);
    await elsewhere.goto(toNew);
    await expect(elsewhere.getByRole("heading", { level: 1, name: t.gone })).toBeVisible();
    await page.reload();
    await expect(page.getByText(t.confirmed, { exact: true })).toHaveCount(1);

    // The old one, last: from now on it is the new one's.
    await page.goto(await findLink(page, email, kind, before));
    await expect(page.getByRole("heading", { level: 1, name: t.oldTitle })).toBeVisible();
    await expect(page.getByText(email).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: t.confirm, exact: true }).click();
    await expect(page.getByText(t.changed)).toBeVisible();
    await page.goto(`/${locale}/account`);
    await expect(page.getByText(newEmail).first()).toBeVisible();
    expect(await isKnown(email)).toBe(false);
  });
}
