import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    title: "Say what the petition asks",
    words: "A petition should be read as it was written.",
    other: "Une pétition devrait être lue telle qu’elle a été écrite.",
    changed: "A petition should be read as its authors wrote it.",
    changedOther: "Une pétition devrait être lue comme ses auteurs l’ont écrite.",
    propose: "Propose it",
    proposed: "Proposed. The network can read it.",
    theme: "Coalition and messaging",
    area: "Practice",
    asked: /^Open for answers once/,
    equal: "Clause 1: both languages say the same",
    noted: "Noted.",
    endorse: /^Endorse We can say this\./,
    sign: "Endorse version 1",
    signed: /^Signed for/,
    usable: "Mark version 2 usable",
    nowUsable: "Version 2 is usable.",
    members: "Members",
    change: "Change the wording",
    summary: "What changed",
    post: "Post version 2",
    posted: "New version posted.",
    mine: "A petition should be read in the words of its authors.",
    meanwhile: "Version 2 was posted meanwhile.",
    keep: "Keep my wording",
    postNext: "Post version 3",
    asks: /1 organization answered the current wording/,
    notOn: /is not on this wording/,
    read: "Read what changed from version 1 to 2",
    confirm: "Confirm for version 2",
    confirmed: /^Confirmed for/,
    notes: "Speaking notes",
    say: "Say",
    may: /^1 organization endorses this wording:/,
  },
  fr: {
    title: "Dire ce que demande la pétition",
    words: "Une pétition devrait être lue telle qu’elle a été écrite.",
    other: "A petition should be read as it was written.",
    changed: "Une pétition devrait être lue comme ses auteurs l’ont écrite.",
    changedOther: "A petition should be read as its authors wrote it.",
    propose: "Le proposer",
    proposed: "Proposé. Le réseau peut le lire.",
    theme: "Coalition",
    area: "Pratique",
    asked: /^Les réponses seront possibles quand toutes/,
    equal: "Passage 1 : les deux langues disent la même chose",
    noted: "C’est noté.",
    endorse: /^Appuyer Nous pouvons le dire\./,
    sign: "Appuyer la version 1",
    signed: /^Signé au nom de/,
    usable: "Déclarer la version 2 utilisable",
    nowUsable: "La version 2 est utilisable.",
    members: "Membres",
    change: "Modifier la formulation",
    summary: "Ce qui a changé",
    post: "Publier la version 2",
    posted: "Nouvelle version publiée.",
    mine: "Une pétition devrait être lue dans les mots de ses auteurs.",
    meanwhile: "La version 2 a été publiée entre-temps.",
    keep: "Garder ma formulation",
    postNext: "Publier la version 3",
    asks: /1 organisation a répondu à la formulation actuelle/,
    notOn: /ne figure pas sous cette formulation/,
    read: "Lire ce qui a changé de la version 1 à la version 2",
    confirm: "Confirmer pour la version 2",
    confirmed: /^Confirmé au nom de/,
    notes: "Notes d’allocution",
    say: "Dire",
    may: /^1 organisation appuie cette formulation/,
  },
} as const;
type Texts = (typeof texts)["en" | "fr"];

const box = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function writeText(page: Page, locale: "en" | "fr", [own, other]: readonly [string, string]) {
  const theirs = locale === "en" ? "fr" : "en";
  await box(page, `n1.text.${locale}`).fill(own);
  await box(page, `n1.text.${theirs}`).fill(other);
}

/** Writes a point with one clause and opens it for discussion; the address of its page. */
async function propose(page: Page, locale: "en" | "fr", t: Texts) {
  await page.goto(`/${locale}/talking-points/propose`);
  await page.getByRole("button", { name: t.propose }).click();
  await expect(page.locator(".notice-red")).toBeVisible();
  await expectAccessible(page);
  await box(page, "title.en").fill(texts.en.title);
  await box(page, "title.fr").fill(texts.fr.title);
  await writeText(page, locale, [t.words, t.other]);
  await page.locator('[name="themes.coalition"]').check();
  await page.locator('[name="regimeAreas.practice"]').check();
  await page.reload();
  await expect(box(page, `n1.text.${locale}`)).toHaveValue(t.words);
  await page.getByRole("button", { name: t.propose }).click();
  await expect(page.getByText(t.proposed)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

for (const locale of ["en", "fr"] as const) {
  test(`a point is proposed, checked, endorsed, reworded and confirmed, in ${locale}`, async ({ as }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const author = await as("signatory.lodestar-law@demo.example", { locale });
    const address = await propose(author, locale, t);
    await expectAccessible(author);

    const second = await as("signatory.red-cedar@demo.example", { locale });
    await second.goto(address);
    await second.getByRole("radio", { name: t.endorse }).check();
    await expect(second.getByText(t.asked)).toBeVisible();
    await second.getByRole("button", { name: t.equal }).click();
    await expect(second.getByText(t.noted)).toBeVisible();
    await second.getByRole("button", { name: t.sign }).click();
    await expect(second.getByText(t.signed).first()).toBeVisible();
    await expectAccessible(second);

    await author.goto(`${address}/edit`);
    await expect(author.getByText(t.asks)).toBeVisible();
    await writeText(author, locale, [t.changed, t.changedOther]);
    await author
      .getByLabel(t.summary)
      .or(box(author, `summary.${locale}`))
      .first()
      .fill(t.changed);
    await expectAccessible(author);
    await author.getByRole("button", { name: t.post }).click();
    await expect(author.getByText(t.posted)).toBeVisible();

    const convener = await as("convener@demo.example", { locale });
    await convener.goto(address);
    await convener.getByRole("button", { name: t.equal }).click();
    await expect(convener.getByText(t.noted)).toBeVisible();

    await second.goto(address);
    await expect(second.getByText(t.notOn)).toBeVisible();
    await second.getByRole("link", { name: t.read }).click();
    await expect(second.locator("ins, del").first()).toBeVisible();
    await expectAccessible(second);
    await second.goBack();
    await second.getByRole("button", { name: t.confirm }).click();
    await expect(second.getByText(t.confirmed).first()).toBeVisible();

    await convener.goto(address);
    await convener.locator("summary", { hasText: t.usable }).click();
    await convener.getByRole("button", { name: t.usable }).click();
    await expect(convener.getByText(t.nowUsable).first()).toBeVisible();

    await second.getByRole("link", { name: t.notes }).click();
    await second.getByRole("link", { name: t.members, exact: true }).click();
    await expect(second.getByRole("heading", { name: t.say, exact: true })).toBeVisible();
    await expect(second.getByText(t.may)).toBeVisible();
    await expectAccessible(second);
  });

  test(`what was typed over a version that was replaced meanwhile is kept, compared and posted over the new one, in ${locale}`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const author = await as("signatory.lodestar-law@demo.example", { locale });
    const address = await propose(author, locale, t);
    const colleague = await as("signatory.lodestar-law@demo.example", { locale });
    await colleague.goto(`${address}/edit`);
    await writeText(colleague, locale, [t.mine, t.changedOther]);
    await box(colleague, `summary.${locale}`).fill(t.mine);

    await author.goto(`${address}/edit`);
    await writeText(author, locale, [t.changed, t.changedOther]);
    await box(author, `summary.${locale}`).fill(t.changed);
    await author.getByRole("button", { name: t.post }).click();
    await expect(author.getByText(t.posted)).toBeVisible();

    await colleague.getByRole("button", { name: t.post }).click();
    await expect(colleague.getByText(t.meanwhile)).toBeVisible();
    await expect(colleague.locator("ins, del").first()).toBeVisible();
    await expect(box(colleague, `n1.text.${locale}`)).toHaveValue(t.mine);
    await expectAccessible(colleague);
    await colleague.getByRole("button", { name: t.keep }).click();
    await expect(colleague.getByText(t.meanwhile)).toHaveCount(0);
    // Not a letter is typed again, and the page can be left all the same.
    await colleague.reload();
    await expect(colleague.getByText(t.meanwhile)).toHaveCount(0);
    await expect(box(colleague, `n1.text.${locale}`)).toHaveValue(t.mine);
    await colleague.getByRole("button", { name: t.postNext }).click();
    await expect(colleague.getByText(t.posted)).toBeVisible();
  });
}
