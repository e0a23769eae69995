import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/journey";
import { findLink } from "../tests/support/mailed-links";

const texts = {
  en: {
    slug: "small-shoulders",
    name: "Noor Invited",
    email: "E-mail address",
    send: "Send an invitation",
    waiting: "waiting",
    accept: "Accept the invitation",
    accepted: /You now act for/,
    confirm: "Sign in",
    called: "Name",
    saveName: "Save the name",
    noMandate: /You hold no mandate for/,
    view: "Keep a personal view",
    opposes: /^Opposes/,
    keep: "Keep this view",
    kept: /^Your personal view/,
    draft: "draft",
    english: "English",
    decided: "Decided on",
    person: "Person",
    give: "Give the mandate",
    given: "The mandate is in force.",
    write: /^Draft a position/,
    save: "Save the draft",
    gone: "This invitation opens nothing",
    revoke: /^Take back the invitation/,
    remove: "Remove",
    asOf: "As of",
    inForceThen: /in force for .+ on 1 January 2020/,
  },
  fr: {
    slug: "tamarack-relief",
    name: "Noé Convié",
    email: "Adresse de courriel",
    send: "Envoyer une invitation",
    waiting: "en attente",
    accept: "Accepter l’invitation",
    accepted: /Vous agissez maintenant pour/,
    confirm: "Se connecter",
    called: "Nom",
    saveName: "Enregistrer le nom",
    noMandate: /Vous n’avez aucun mandat pour/,
    view: "Garder une opinion personnelle",
    opposes: /^S’oppose/,
    keep: "Garder cette opinion",
    kept: /^Votre opinion personnelle/,
    draft: "rédiger",
    english: "Français",
    decided: "Décidé le",
    person: "Personne",
    give: "Donner le mandat",
    given: "Le mandat est en vigueur.",
    write: /^Rédiger une position/,
    save: "Enregistrer l’ébauche",
    gone: "Cette invitation n’ouvre rien",
    revoke: /^Retirer l’invitation/,
    remove: "Retirer",
    asOf: "En date du",
    inForceThen: /en vigueur .*le 1er janvier 2020/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const people = `/${locale}/organizations/${t.slug}/people`;

  async function invite(page: Page, email: string) {
    await page.goto(people);
    await page.getByLabel(t.email, { exact: true }).fill(email);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByRole("row", { name: new RegExp(`${email}.*${t.waiting}`) })).toBeVisible();
  }

  test(`somebody is invited, accepts, takes the first steps in under five minutes, is given a mandate and drafts (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const email = `invited-${locale}@invited.example`;
    const signatory = await as(`signatory.${t.slug}@demo.example`, { locale });
    await invite(signatory, email);
    await expectAccessible(signatory);

    const person = await as(null, { locale });
    const began = Date.now();
    const link = await findLink(person, email, /\/invitation\?token=/);
    await person.request.get(link);
    await person.goto(link);
    await expectAccessible(person);
    await person.getByRole("button", { name: t.accept }).click();
    await expect(person.getByText(t.accepted).first()).toBeVisible();
    await expectAccessible(person);
    await person.goto(await findLink(person, email, /sign-in\/confirm\?token=/));
    await person.getByRole("main").getByRole("button", { name: t.confirm }).click();
    await person.waitForURL((url) => url.pathname === `/${locale}/welcome`);
    await expectAccessible(person);
    await person.getByLabel(t.called, { exact: true }).fill(t.name);
    await person.getByRole("button", { name: t.saveName }).click();
    await expect(person.getByRole("heading", { level: 1, name: new RegExp(t.name) })).toBeVisible();
    await expect(person.getByText(t.noMandate).first()).toBeVisible();
    await person.locator("summary", { hasText: t.view }).first().click();
    await person.getByRole("radio", { name: t.opposes }).first().check();
    await person.getByRole("button", { name: t.keep }).first().click();
    await expect(person.getByText(t.kept).first()).toBeVisible();
    await expectAccessible(person);
    expect(Date.now() - began, "minutes").toBeLessThan(5 * 60_000);

    const other = await as(`rep.${t.slug}@demo.example`, { locale });
    const views = await other.request.get("/api/v1/me/views");
    expect(await views.json(), "nobody else's").toMatchObject({ total: 0 });

    await signatory.goto(`/${locale}/organizations/${t.slug}/mandates`);
    await expectAccessible(signatory);
    await signatory.getByLabel(t.person, { exact: true }).selectOption({ label: t.name });
    await signatory.getByRole("checkbox", { name: new RegExp(`^${t.draft}`) }).check();
    await signatory.getByRole("textbox", { name: t.english }).first().fill("Board");
    await signatory.getByRole("textbox", { name: t.english }).last().fill("Resolution 12");
    await signatory.getByLabel(t.decided).fill("2026-01-15");
    await signatory.getByRole("button", { name: t.give }).click();
    await expect(signatory.getByText(t.given).first()).toBeVisible();
    await expect(signatory.getByRole("row", { name: new RegExp(`${t.name}.*Resolution 12`) })).toBeVisible();
    await signatory.goto(`/${locale}/organizations/${t.slug}/mandates?on=2020-01-01`);
    await expect(signatory.getByText(t.inForceThen)).toBeVisible();
    await expectAccessible(signatory);

    await person.goto(`/${locale}/welcome`);
    await person.getByRole("link", { name: t.write }).first().click();
    await expect(person.getByRole("button", { name: t.save })).toBeVisible();

    // Removed in one window, a tab that was open in another reads nothing more of it.
    await signatory.goto(people);
    await signatory.getByRole("button", { name: `${t.remove} ${t.name}` }).click();
    await expectAccessible(signatory);
    await signatory
      .getByRole("dialog")
      .getByRole("button", { name: `${t.remove} ${t.name}` })
      .click();
    await expect(signatory.getByRole("row", { name: new RegExp(t.name) })).toHaveCount(0);
    const afterwards = await person.request.get(`/api/v1/organizations/${t.slug}/mandates`);
    expect(afterwards.status()).toBe(404);
  });

  test(`an invitation that was taken back, replaced or used says so, and its page changes nothing (${locale})`, async ({
    as,
  }) => {
    const email = `back-${locale}@invited.example`;
    const signatory = await as(`signatory.${t.slug}@demo.example`, { locale });
    await invite(signatory, email);
    const link = await findLink(signatory, email, /\/invitation\?token=/);
    await signatory.getByRole("button", { name: t.revoke }).first().click();
    await expect(signatory.getByRole("row", { name: new RegExp(email) })).toHaveCount(0);
    const person = await as(null, { locale });
    await person.goto(link);
    await expect(person.getByRole("heading", { level: 1, name: t.gone })).toBeVisible();
    await expectAccessible(person);
  });
}
