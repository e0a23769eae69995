import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    theme: "Theme",
    outreach: "Outreach to governments",
    near: /say.? something near/,
    before: /Before you send it/,
    send: "Send to the convener",
    anyway: "Send it all the same",
    equal: /^Both languages say the same/,
    waits: "Waits for the convener",
    missing: "Write a title and a sentence in one language at least.",
    decide: /Read and decide/,
    open: /^Open it as a proposition/,
    merge: /^Merge it into another/,
    decline: /^Decline it/,
    follows: "What follows",
    opened: /It is open as/,
    merged: /It was merged into/,
    reason: /^The reason/,
    compare: "The two beside each other",
    proposed: "Proposed to the network",
  },
  fr: {
    theme: "Thème",
    outreach: "Rapprochement avec les gouvernements",
    near: /presque la même chose/,
    before: /Avant l’envoi/,
    send: "Envoyer à l’organisation rassembleuse",
    anyway: "Envoyer quand même",
    equal: /^Les deux langues disent la même chose/,
    waits: "En attente d’une décision",
    missing: "Écrivez un titre et une phrase dans au moins une langue.",
    decide: /Lire et décider/,
    open: /^L’ouvrir comme énoncé/,
    merge: /^La fusionner avec un autre/,
    decline: /^L’écarter/,
    follows: "Ce qui suit",
    opened: /Elle est ouverte sous le titre/,
    merged: /Elle a été fusionnée avec/,
    reason: /^Le motif/,
    compare: "L’un à côté de l’autre",
    proposed: "Proposée au réseau",
  },
} as const;

const box = (page: Page, part: string, language: "en" | "fr") => page.locator(`[name="${part}.${language}"]`);

/** Sends what is written; where something near is shown first, all the same. */
async function send(page: Page, t: (typeof texts)["en" | "fr"]) {
  await page.getByRole("button", { name: t.send }).click();
  const anyway = page.getByRole("button", { name: t.anyway });
  await expect(anyway.or(page.getByText(t.proposed))).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(page.getByText(t.waits).first()).toBeVisible();
}

/** The same through the API, where the form is not what is tested. */
async function proposeByApi(page: Page, organization: string, title: { en: string; fr: string }) {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post("/api/v1/propositions", {
    headers: { origin, "x-concerted": "1", "idempotency-key": randomUUID() },
    data: {
      ...{ organization, theme: "coalition", regimeArea: "practice", title, parity: "equal" },
      statement: { en: `${title.en}, says this sentence.`, fr: `${title.fr}, dit cette phrase.` },
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string };
}

/** The mails to this address about proposals, as the outbox has them. */
async function mailsTo(page: Page, email: string) {
  const { items } = (await (await page.request.get("/api/v1/outbox")).json()) as {
    items: { to: string; subject: string; text: string }[];
  };
  return items.filter((it) => it.to === email && it.text.includes("/propositions/"));
}

test("a proposition is proposed, compared, opened and merged into, and mails say nothing of it", async ({ as }) => {
  test.setTimeout(300_000);
  const t = texts.en;
  const author = await as("rep.lodestar-law@demo.example");
  await author.goto("/en/propositions/propose");
  await author.getByRole("button", { name: t.send }).click();
  await expect(author.getByText(t.missing).first()).toBeVisible();
  await expectAccessible(author);
  await author.getByLabel(t.theme).selectOption({ label: t.outreach });
  await box(author, "title", "en").fill("Use a narrow definition");
  await expect(author.getByText(t.near)).toBeVisible();
  const title = "Translate every petition within a month";
  await box(author, "title", "en").fill(title);
  await box(author, "title", "fr").fill("Traduire chaque pétition en un mois");
  await box(author, "statement", "en").fill("Every petition to a legislature should be translated within a month.");
  await box(author, "statement", "fr").fill("Chaque pétition à une assemblée devrait être traduite en un mois.");
  await author.reload();
  await expect(box(author, "statement", "fr")).toHaveValue(/Chaque pétition/);
  await author.getByRole("radio", { name: t.equal }).check();
  await expectAccessible(author);
  await send(author, t);
  await expectAccessible(author);

  const convener = await as("convener@demo.example");
  await convener.goto("/en");
  await convener.getByRole("link", { name: new RegExp(`${t.decide.source}: ${title}`) }).click();
  await convener.getByRole("radio", { name: t.open }).check();
  await expect(convener.getByText(t.follows)).toBeVisible();
  await expectAccessible(convener);
  // The author is quicker: the convener opens no words but those they read.
  await author.getByRole("link", { name: "Change it" }).click();
  await box(author, "statement", "en").fill("Every petition to a parliament should be translated within a month.");
  await author.getByRole("button", { name: "Save the change" }).click();
  await expect(author.getByText("Changed", { exact: true })).toBeVisible();
  await convener.getByRole("button", { name: "Open it as a proposition" }).click();
  await convener.getByRole("button", { name: "Read the current text" }).click();
  await expect(convener.getByText(/to a parliament/).first()).toBeVisible();
  await convener.getByRole("radio", { name: t.open }).check();
  await convener.getByRole("button", { name: "Open it as a proposition" }).click();
  await expect(convener.getByText(t.opened)).toBeVisible();
  await expectAccessible(convener);
  await convener.getByRole("main").getByRole("link", { name: title }).click();
  await expect(convener.getByRole("heading", { level: 1, name: title })).toBeVisible();

  const { id } = await proposeByApi(author, "lodestar-law", {
    en: "Petitions be translated every month",
    fr: "Traduire les pétitions chaque mois",
  });
  await convener.goto(`/en/propositions/proposals/${id}`);
  await convener.getByRole("radio", { name: t.merge }).check();
  await expect(convener.getByRole("heading", { name: t.compare })).toBeVisible();
  await expect(
    convener
      .locator("mark")
      .filter({ hasText: /^translated$/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(convener);
  await convener.getByRole("button", { name: "Merge it into another" }).click();
  await expect(convener.getByText(t.merged)).toBeVisible();
  await author.goto("/en/propositions/proposals?organization=lodestar-law");
  await expect(author.getByRole("table").getByText("Merged", { exact: true })).toBeVisible();
  await expectAccessible(author);

  for (const email of ["convener@demo.example", "rep.lodestar-law@demo.example"]) {
    await expect.poll(async () => (await mailsTo(author, email)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    for (const mail of await mailsTo(author, email)) {
      expect(mail.text).toContain("/en/propositions/proposals/");
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/petition|Lodestar|translat/i);
    }
  }
});

test("une proposition en une seule langue attend, puis est écartée avec un motif que son organisation lit (fr)", async ({
  as,
}) => {
  test.setTimeout(300_000);
  const t = texts.fr;
  const author = await as("rep.grey-heron@demo.example", { locale: "fr" });
  await author.goto("/fr/propositions/propose");
  await author.getByLabel(t.theme).selectOption({ label: t.outreach });
  await box(author, "title", "fr").fill("Inviter les ambassades au quai");
  await box(author, "statement", "fr").fill("Les membres devraient recevoir les ambassades sur le quai chaque été.");
  await expectAccessible(author);
  await send(author, t);
  const address = author.url();

  const convener = await as("convener@demo.example", { locale: "fr", width: 360 });
  await convener.goto(address);
  await convener.getByRole("radio", { name: t.open }).check();
  await expect(convener.getByText("Elle n’existe que dans une langue.")).toBeVisible();
  await convener.getByRole("radio", { name: t.decline }).check();
  await convener.getByLabel(t.reason).fill("Le quai est gelé.");
  await convener.reload();
  await expect(convener.getByLabel(t.reason)).toHaveValue("Le quai est gelé.");
  await expectAccessible(convener);
  await convener.getByRole("button", { name: "L’écarter" }).click();
  await expect(convener.getByText("L’organisation rassembleuse l’a écartée pour ce motif :").first()).toBeVisible();
  await author.goto("/fr/propositions/proposals");
  await expect(author.getByText(/Motif.*Le quai est gelé/)).toBeVisible();
  await expectAccessible(author);
  const other = await as("rep.small-shoulders@demo.example", { locale: "fr" });
  await other.goto(address);
  await expect(other.getByText("L’organisation rassembleuse l’a écartée.", { exact: true })).toBeVisible();
  expect(await other.content()).not.toContain("Le quai est gelé");

  const opened = { en: "Read the replies aloud each spring", fr: "Lire les réponses à voix haute chaque printemps" };
  const { id } = await proposeByApi(author, "grey-heron", opened);
  await convener.goto(`/fr/propositions/proposals/${id}`);
  await convener.getByRole("radio", { name: t.open }).check();
  await convener.getByRole("button", { name: "L’ouvrir comme énoncé" }).click();
  await expect(convener.getByText(t.opened)).toBeVisible();
  const merged = { en: "Read the replies aloud each autumn", fr: "Lire les réponses à voix haute chaque automne" };
  const later = await proposeByApi(author, "grey-heron", merged);
  await convener.goto(`/fr/propositions/proposals/${later.id}`);
  await convener.getByRole("radio", { name: t.merge }).check();
  await expect(convener.getByRole("heading", { name: t.compare })).toBeVisible();
  await convener.getByRole("button", { name: "La fusionner avec un autre" }).click();
  await expect(convener.getByText(t.merged)).toBeVisible();
  await expectAccessible(convener);
});
