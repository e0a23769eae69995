import type { Page } from "@playwright/test";
import { findLink, listLinks } from "../tests/support/mailed-links";
import { openApplication } from "../tests/support/open-application";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

test.describe.configure({ mode: "serial" });

const texts = {
  en: {
    name: "Saskatoon Berry Shelters",
    slug: "saskatoon-berry-shelters",
    nameEn: "Name in English",
    same: /same in both languages/,
    type: "Type",
    kind: "Legal association",
    province: "Province or territory",
    where: "Manitoba",
    words: "English",
    why: /Why it wants to join/,
    contact: "Your name",
    email: "Your e-mail address",
    apply: "Send the application",
    confirm: "Confirm the application",
    confirmed: /is with the convener/,
    admit: "Admit as a member",
    signIn: "E-mail address",
    send: "Send a link",
    enter: "Sign in",
    noMandate: /You hold no mandate for/,
    view: "Keep a personal view",
    opposes: /^Opposes/,
    supports: /^Supports?\b(?! with)/,
    keep: "Keep this view",
    kept: /^Your personal view/,
    enterMandate: "Enter a mandate",
    person: "Person",
    powers: [/^draft/, /^sign off/],
    decided: "Decided on",
    give: "Give the mandate",
    given: "The mandate is in force.",
    self: /self-authorized/i,
    write: /^Draft a position/,
    save: "Save the draft",
    sign: "Sign off this position",
    leave: "Leave the network",
    leaving: ["1 mandate ends", "3 positions leave the grid and its counts", "1 person loses access"],
    left: "Left",
    history: "History",
    comeBack: "Ask to come back",
    asked: "Asked to come back",
    back: "3 positions come back to the grid",
    reason: /^Reason/,
    suspend: "Suspend",
    suspended: /is suspended/,
    lift: "End the suspension, as a member",
  },
  fr: {
    name: "Refuges Baie-de-Saskatoon",
    slug: "refuges-baie-saskatoon",
    nameEn: "Nom en anglais",
    same: /le même dans les deux langues/,
    type: "Type",
    kind: "Association juridique",
    province: "Province ou territoire",
    where: "Manitoba",
    words: "Français",
    why: /Pourquoi elle veut se joindre/,
    contact: "Votre nom",
    email: "Votre adresse électronique",
    apply: "Envoyer la candidature",
    confirm: "Confirmer la candidature",
    confirmed: /est chez l’organisation rassembleuse/,
    admit: "Admettre comme membre",
    signIn: "Adresse de courriel",
    send: "Envoyer un lien",
    enter: "Se connecter",
    noMandate: /Vous n’avez aucun mandat pour/,
    view: "Garder une opinion personnelle",
    opposes: /^S’oppose/,
    supports: /^Appuie?\b(?! avec)/,
    keep: "Garder cette opinion",
    kept: /^Votre opinion personnelle/,
    enterMandate: "Inscrire un mandat",
    person: "Personne",
    powers: [/^rédiger/, /^approuver/],
    decided: "Décidé le",
    give: "Donner le mandat",
    given: "Le mandat est en vigueur.",
    self: /autoattribué/i,
    write: /^Rédiger une position/,
    save: "Enregistrer l’ébauche",
    sign: "Approuver cette position",
    leave: "Quitter le réseau",
    leaving: ["1 mandat prend fin", "3 positions quittent la grille et ses décomptes", "1 personne perd l’accès"],
    left: "Partie",
    history: "Historique",
    comeBack: "Demander à revenir",
    asked: "A demandé à revenir",
    back: "3 positions reviennent dans la grille",
    reason: /^Motif/,
    suspend: "Suspendre",
    suspended: /est suspendue/,
    lift: "Lever la suspension, comme membre",
  },
} as const;

const signingIn = /sign-in\/confirm\?token=/;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const email = `first-${locale}@berry.example`;
  const place = `/${locale}/organizations/${t.slug}/admission`;

  async function decide(page: Page, choice: string, reason?: string, at: string | null = place) {
    if (at) await page.goto(at);
    await page.getByRole("radio", { name: choice }).check();
    if (reason) await page.getByRole("textbox", { name: t.reason }).fill(reason);
    await page.getByRole("button", { name: choice }).click();
    await expect(page.getByRole("button", { name: choice })).toHaveCount(0);
  }

  async function apply(page: Page) {
    await page.goto(`/${locale}/organizations/apply`);
    await page.getByLabel(t.nameEn).fill(t.name);
    await page.getByRole("checkbox", { name: t.same }).check();
    await page.getByLabel(t.type, { exact: true }).selectOption({ label: t.kind });
    await page.getByLabel(t.province).selectOption({ label: t.where });
    await page.getByRole("textbox", { name: t.words }).fill("Shelter for those who flee.");
    await page.getByLabel(t.why).fill("To be heard early.");
    await page.getByLabel(t.contact).fill("Imke Moses-Roy");
    await page.getByLabel(t.email).fill(email);
    await page.getByRole("button", { name: t.apply }).click();
    await page.goto(await findLink(page, email, /apply\/confirm\?token=/));
    await page.getByRole("button", { name: t.confirm }).click();
    await expect(page.getByText(t.confirmed)).toBeVisible();
  }

  async function signIn(page: Page) {
    await page.goto(`/${locale}/sign-in?next=/${locale}/welcome`);
    const before = await listLinks(page, email, signingIn);
    await page.getByLabel(t.signIn).fill(email);
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await page.goto(await findLink(page, email, signingIn, before));
    await page.getByRole("main").getByRole("button", { name: t.enter }).click();
    await page.waitForURL((url) => url.pathname === `/${locale}/welcome`);
  }

  async function keepView(page: Page) {
    await expect(page.getByText(t.noMandate).first()).toBeVisible();
    await page.locator("summary", { hasText: t.view }).first().click();
    await page.getByRole("radio", { name: t.opposes }).first().check();
    await page.getByRole("button", { name: t.keep }).first().click();
    await expect(page.getByText(t.kept).first()).toBeVisible();
  }

  async function enterMandate(page: Page) {
    await page.getByRole("link", { name: t.enterMandate }).click();
    await page.getByLabel(t.person, { exact: true }).selectOption({ label: "Imke Moses-Roy" });
    for (const power of t.powers) await page.getByRole("checkbox", { name: power }).check();
    await page.getByRole("textbox", { name: t.words }).first().fill("Members’ meeting");
    await page.getByRole("textbox", { name: t.words }).last().fill("Minute 1");
    await page.getByLabel(t.decided).fill("2026-01-15");
    await page.getByRole("button", { name: t.give }).click();
    await expect(page.getByText(t.given).first()).toBeVisible();
    await expect(page.getByText(t.self).first()).toBeVisible();
  }

  /** Each is drafted and signed by the one person there is. */
  async function takePosition(page: Page) {
    await page.goto(`/${locale}/welcome`);
    await page.getByRole("link", { name: t.write }).first().click();
    await page.getByRole("radio", { name: t.supports }).first().check();
    await page.getByRole("button", { name: t.save }).click();
    await page.getByRole("button", { name: t.sign }).click();
    await expect(page.getByRole("button", { name: t.sign })).toHaveCount(0);
  }

  test(`a newcomer applies, is admitted, learns the role, enters a mandate and takes three positions within five minutes (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    let spent = 0;
    const timed = async (steps: () => Promise<void>) => {
      const began = Date.now();
      await steps();
      spent += Date.now() - began;
    };
    const newcomer = await as(null, { locale });
    await timed(() => apply(newcomer));
    await expectAccessible(newcomer);

    const convener = await as("convener@demo.example", { locale });
    await openApplication(convener, locale, t.name);
    await decide(convener, t.admit, "", null);

    for (const step of [signIn, keepView, enterMandate]) {
      await timed(() => step(newcomer));
      await expectAccessible(newcomer);
    }
    for (let position = 0; position < 3; position++) await timed(() => takePosition(newcomer));
    await expectAccessible(newcomer);
    const { total } = await (await newcomer.request.get(`/api/v1/positions?organization=${t.slug}`)).json();
    expect(total).toBe(3);
    test.info().annotations.push({ type: "the newcomer’s clock", description: `${Math.round(spent / 1000)} s` });
    expect(spent, "five minutes are the bound").toBeLessThan(5 * 60_000);
  });

  test(`leaving, coming back and a suspension say what follows before the click, and stay in the history (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(240_000);
    const own = await as(null, { locale });
    await signIn(own);
    await own.goto(place);
    await own.getByRole("radio", { name: t.leave }).check();
    for (const effect of t.leaving) await expect(own.getByText(effect)).toBeVisible();
    await expectAccessible(own);
    await decide(own, t.leave);
    await expect(own.getByRole("listitem").filter({ hasText: t.left }).first()).toBeVisible();
    const elsewhere = await as("rep.red-cedar@demo.example", { locale });
    await elsewhere.goto(`/${locale}/organizations`);
    await expect(elsewhere.getByRole("link", { name: t.name })).toHaveCount(0);
    await decide(own, t.comeBack);
    await expectAccessible(own);

    const convener = await as("convener@demo.example", { locale });
    await convener.goto(place);
    await expect(convener.getByText(t.asked).first()).toBeVisible();
    await convener.getByRole("radio", { name: t.admit }).check();
    await expect(convener.getByText(t.back)).toBeVisible();
    await decide(convener, t.admit);
    const why = "Its board is being replaced by a court.";
    await decide(convener, t.suspend, why);
    await expectAccessible(convener);

    await own.goto(place);
    await expect(own.getByText(t.suspended)).toBeVisible();
    await expect(own.getByText(why)).toBeVisible();
    await expectAccessible(own);
    await decide(convener, t.lift);
    await own.goto(place);
    await expect(own.getByRole("region", { name: t.history }).getByRole("listitem")).toHaveCount(7);
    await expectAccessible(own);
    // What it said is there again, and what it may do is not: a mandate that ended does not come back by itself.
    const { total } = await (await own.request.get(`/api/v1/positions?organization=${t.slug}`)).json();
    expect(total).toBe(3);
    await decide(convener, t.suspend, why);
  });
}
