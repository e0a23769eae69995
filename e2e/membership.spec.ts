import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/journey";
import { openApplication } from "../tests/support/open-application";

const texts = {
  en: {
    apply: "Apply to join",
    nameEn: "Name in English",
    nameFr: "Name in French",
    same: /same in both languages/,
    type: "Type",
    legal: "Legal association",
    province: "Province or territory",
    manitoba: "Manitoba",
    english: "English",
    why: /Why it wants to join/,
    contactName: "Your name",
    email: "Your e-mail address",
    send: "Send the application",
    sent: "Look into your mailbox",
    confirm: "Confirm the application",
    confirmed: /is with the convener/,
    near: /similar name/,
    admit: "Admit as an observer",
    suspend: "Suspend",
    leave: "Leave the network",
    comeBack: "Ask to come back",
    refuse: "Do not admit",
    reason: /^Reason/,
    decide: "What can be decided",
    follows: "What follows",
    history: "History",
    similar: "Similar names",
    gone: "This link cannot be used",
    near_: "Kettle Rapids Policy Forum",
  },
  fr: {
    apply: "Présenter une candidature",
    nameEn: "Nom en anglais",
    nameFr: "Nom en français",
    same: /le même dans les deux langues/,
    type: "Type",
    legal: "Association juridique",
    province: "Province ou territoire",
    manitoba: "Manitoba",
    english: "Français",
    why: /Pourquoi elle veut se joindre/,
    contactName: "Votre nom",
    email: "Votre adresse électronique",
    send: "Envoyer la candidature",
    sent: "Regardez dans votre boîte aux lettres",
    confirm: "Confirmer la candidature",
    confirmed: /est chez l’organisation rassembleuse/,
    near: /nom semblable/,
    admit: "Admettre comme observatrice",
    suspend: "Suspendre",
    leave: "Quitter le réseau",
    comeBack: "Demander à revenir",
    refuse: "Ne pas admettre",
    reason: /^Motif/,
    decide: "Ce qui peut être décidé",
    follows: "Ce qui suit",
    history: "Historique",
    similar: "Noms semblables",
    gone: "Ce lien ne peut pas servir",
    near_: "Kettle Rapids Policy Forum",
  },
} as const;

type Texts = (typeof texts)["en" | "fr"];

/** The link in the last mail to this address, once it lies in the outbox. */
async function linkTo(email: string): Promise<string> {
  const outbox = path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox");
  let found = "";
  await expect(async () => {
    for (const name of (await readdir(outbox)).sort()) {
      const mail = JSON.parse(await readFile(path.join(outbox, name), "utf8")) as { to: string; text: string };
      if (mail.to === email) found = /https?:\S+token=\S+/.exec(mail.text)?.[0] ?? found;
    }
    expect(found).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return found;
}

async function fillIn(page: Page, t: Texts, { name, email }: { name: string; email: string }) {
  await page.getByLabel(t.nameEn).fill(name);
  await page.getByRole("checkbox", { name: t.same }).check();
  await page.getByLabel(t.type, { exact: true }).selectOption({ label: t.legal });
  await page.getByLabel(t.province).selectOption({ label: t.manitoba });
  await page.getByRole("textbox", { name: t.english }).fill("Law for those who flee.");
  await page.getByLabel(t.why).fill("To be heard early.");
  await page.getByLabel(t.contactName).fill("Imke Tremblay-Moses");
  await page.getByLabel(t.email).fill(email);
}

/** Applies and confirms by the mailed link. Answers the address of the organization's place in the network. */
async function applied(page: Page, locale: "en" | "fr", who: { name: string; email: string }) {
  const t = texts[locale];
  await page.goto(`/${locale}/organizations/apply`);
  await fillIn(page, t, who);
  await page.getByRole("button", { name: t.send }).click();
  await expect(page.getByText(t.sent)).toBeVisible();
  const link = await linkTo(who.email);
  await page.goto(link);
  await page.getByRole("button", { name: t.confirm }).click();
  await expect(page.getByText(t.confirmed)).toBeVisible();
  return link;
}

async function decide(page: Page, choice: string, reason?: { label: RegExp; text: string }) {
  await page.getByRole("radio", { name: choice }).check();
  if (reason) await page.getByRole("textbox", { name: reason.label }).fill(reason.text);
  await page.getByRole("button", { name: choice }).click();
  await expect(page.getByRole("button", { name: choice })).toHaveCount(0);
}

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`an organization applies, confirms, and is admitted by a convener who saw the near name (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const email = `imke-${locale}@wapusk.example`;
    const name = locale === "en" ? "Kettle Rapids Institutes of Policy" : "Institut Kettle-Rapids, politiques";
    const page = await as(null, { locale });
    await page.goto(`/${locale}/sign-in`);
    await page.getByRole("link", { name: t.apply }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: t.apply })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByRole("link", { name: /./ }).and(page.locator('a[href="#name.en"]'))).toBeVisible();
    await expectAccessible(page);
    await fillIn(page, t, { name, email });
    await expect(page.getByText(t.near).first()).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(t.email)).toHaveValue(email);
    await expectAccessible(page);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByText(t.sent)).toBeVisible();
    await expectAccessible(page);

    const link = await linkTo(email);
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/organizations/applications`);
    await expect(convener.getByRole("link", { name })).toHaveCount(0);
    // What a scanner does: it looks, and nothing is used up.
    await page.request.get(link);
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole("button", { name: t.confirm }).click();
    await expect(page.getByText(t.confirmed)).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: t.gone })).toBeVisible();
    await expectAccessible(page);

    await convener.goto(`/${locale}`);
    await expectAccessible(convener);
    await convener.getByRole("link", { name: new RegExp(name) }).click();
    await expect(convener.getByRole("heading", { name: t.similar })).toBeVisible();
    await expect(convener.getByText("To be heard early.")).toBeVisible();
    await expect(convener.getByRole("link", { name: /Kettle/ }).nth(1)).toBeVisible();
    await convener.getByRole("radio", { name: t.admit }).check();
    await expect(convener.getByText(t.follows)).toBeVisible();
    await expectAccessible(convener);
    await decide(convener, t.admit);
    await convener.waitForURL((url) => !url.pathname.includes("application-"));
    await expectAccessible(convener);
    await convener.goto(`/${locale}/organizations?status=observer`);
    await expect(convener.getByRole("link", { name })).toBeVisible();
  });
}

test("a refusal carries its reason to the applicant's page and not into the mail", async ({ as }) => {
  const t = texts.en;
  const email = "noor@refused.example";
  const page = await as(null);
  await applied(page, "en", { name: "Muskeg Letters", email });
  const convener = await as("convener@demo.example");
  await openApplication(convener, "en", "Muskeg Letters");
  const text = "The network admits organizations, not reading circles.";
  await convener.getByRole("radio", { name: t.refuse }).check();
  await convener.getByRole("button", { name: t.refuse }).click();
  await expect(convener.getByText("Write the reason.").first()).toBeVisible();
  await decide(convener, t.refuse, { label: t.reason, text });
  await expect(convener.getByText(text)).toBeVisible();
  await expectAccessible(convener);
  const outbox = path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox");
  await expect(async () => {
    const mails = await Promise.all((await readdir(outbox)).map((it) => readFile(path.join(outbox, it), "utf8")));
    const own = mails.filter((it) => it.includes(email));
    expect(own).toHaveLength(2);
    expect(own.join("")).not.toContain("reading circles");
  }).toPass({ timeout: 20_000 });
});
