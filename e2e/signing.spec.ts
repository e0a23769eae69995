import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

test.describe.configure({ mode: "serial" });
test.use({ network: "signing" });

const texts = {
  en: {
    slug: "northern-lantern",
    people: ["rep.northern-lantern@demo.example", "signatory.northern-lantern@demo.example"],
    contact: "Priya Raghunathan",
    fold: /^Leave Northern Lantern/,
    few: "Too few would sign after this",
    insist: "Go on without a successor",
    task: "Someone has to sign again",
    verb: /^Name someone/,
    person: "Person",
    words: "English",
    decided: "Decided on",
    button: "Name and tell everyone",
    announced: /is to sign for it from/,
    panel: "No one can sign for it now",
    link: "Read how this is put right",
    back: "Take it back",
    before: "Before",
    rule: "Sign-off rule",
    vote: "Vote",
    save: "Save the profile",
    waits: /waits for a second signatory/,
    confirming: "A change to confirm",
    read: /^Read and decide: A change to confirm/,
    answer: /^Decline: Change the sign-off rule to: Vote/,
    answered: "Declined. Nothing changes.",
  },
  fr: {
    slug: "tamarack-relief",
    people: ["rep.tamarack-relief@demo.example", "signatory.tamarack-relief@demo.example"],
    contact: "Maude Koné-Thériault",
    fold: /^Quitter /,
    few: "Trop peu de personnes signeraient ensuite",
    insist: "Continuer sans relève",
    task: "Il faut de nouveau une personne signataire",
    verb: /^Désigner une personne/,
    person: "Personne",
    words: "Français",
    decided: "Décidé le",
    button: "Désigner et aviser tout le monde",
    announced: /signera pour elle à partir du/,
    panel: "Personne ne peut signer pour elle",
    link: "Lire comment y remédier",
    back: "Retirer",
    before: "Auparavant",
    rule: "Règle d’approbation",
    vote: "Vote",
    save: "Enregistrer le profil",
    waits: /attend une seconde personne signataire/,
    confirming: "Un changement à confirmer",
    read: /^Lire et décider : Un changement à confirmer/,
    answer: /^Confirmer : Changer la règle d’approbation pour : Vote/,
    answered: "Confirmé. Le changement est en vigueur.",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const at = `/${locale}/organizations/${t.slug}`;
  const [contact, signatory] = t.people;

  async function name(page: Page) {
    await page.getByLabel(t.person, { exact: true }).selectOption({ label: t.contact });
    await page.getByRole("textbox", { name: t.words }).first().fill("Assembly");
    await page.getByRole("textbox", { name: t.words }).last().fill("Minute 3");
    await page.getByLabel(t.decided).fill("2026-01-15");
    await page.getByRole("button", { name: t.button }).click();
    await expect(page.getByText(t.announced)).toBeVisible();
  }

  test(`the last signatory is asked for a successor and may go; the contact names who is to sign, and everybody can read it (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const leaving = await as(signatory, { locale });
    await leaving.goto(`${at}/people`);
    await leaving.locator("summary", { hasText: t.fold }).click();
    await leaving.getByRole("button", { name: t.fold }).click();
    await expect(leaving.getByText(t.few)).toBeVisible();
    await expectAccessible(leaving);
    await leaving.getByRole("button", { name: t.insist }).click();
    await leaving.waitForURL(/\/account$/);

    const page = await as(contact, { locale });
    await page.goto(`/${locale}`);
    await expect(page.getByRole("heading", { name: t.task })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.verb }).click();
    await page.waitForURL((url) => url.pathname === `${at}/recovery`);
    await expectAccessible(page);
    await page.getByRole("button", { name: t.button }).click();
    await expect(page.locator('a[href="#person"]')).toBeVisible();
    await name(page);
    await expectAccessible(page);

    // The network reads that it is under way, and no name.
    const elsewhere = await as("rep.red-cedar@demo.example", { locale });
    await elsewhere.goto(at);
    await expect(elsewhere.getByRole("heading", { name: t.panel })).toBeVisible();
    await expectAccessible(elsewhere);
    await elsewhere.getByRole("link", { name: t.link }).click();
    await expect(elsewhere.getByText(t.announced)).toBeVisible();
    await expect(elsewhere.getByText(t.contact)).toHaveCount(0);
    await expectAccessible(elsewhere);

    await page.getByRole("button", { name: t.back }).click();
    await expect(page.getByRole("heading", { name: t.before })).toBeVisible();
    await name(page);
    const dark = await as(contact, { locale, dark: true, width: 360 });
    await dark.goto(`${at}/recovery`);
    await expectAccessible(dark, "colours");
  });
}

/** Declined first, and confirmed when it is proposed again. */
for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`where two sign, one proposes another rule, and the other answers (${locale})`, async ({ as }) => {
    test.setTimeout(240_000);
    const one = await as("signatory.two-rivers@demo.example", { locale });
    await one.goto(`/${locale}/organizations/two-rivers/profile`);
    await one.getByLabel(t.rule).selectOption({ label: t.vote });
    await expectAccessible(one);
    await one.getByRole("button", { name: t.save }).click();
    await expect(one.getByText(t.waits).first()).toBeVisible();
    const second = await as("signatory.two-rivers-elders@demo.example", { locale });
    await second.goto(`/${locale}`);
    await expect(second.getByRole("heading", { name: t.confirming })).toBeVisible();
    await second.getByRole("link", { name: t.read }).click();
    await expect(second.getByRole("button", { name: t.answer })).toBeVisible();
    await expectAccessible(second);
    await second.getByRole("button", { name: t.answer }).click();
    await expect(second.getByText(t.answered).first()).toBeVisible();
  });
}
