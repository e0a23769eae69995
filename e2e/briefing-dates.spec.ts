import { findLink } from "../tests/support/mailed-links";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

// One poll, which the journeys answer, settle and open again one after the other.
test.use({ network: "dates" });
test.describe.configure({ mode: "default" });

const texts = {
  en: {
    member: "signatory.driftwood@demo.example",
    title: /^Find a date: /,
    none: /: Not answered$/,
    answered: [/: Yes$/, /: If need be$/, /: No$/],
    send: /’s 3 answers$/,
    sent: /answers are with the host\.$/,
    addNote: "Add a note to the host",
    note: "Note to the host",
    words: "After lunch, if it can be.",
    links: "Private links",
    to: "To",
    address: "Address",
    sendLink: "Send a link",
    onWay: "The link is on its way.",
    first: "Date 1 of 4",
    yes: "Yes",
    no: "No",
    next: "Date 2",
    sendByLink: "Send 2 answers",
    sentByLink: "Your answers are with the host.",
    gone: "This link opens nothing",
    pick: "Date",
    refused: /said no to it\. Choose it even so\?$/,
    evenSo: "Choose it even so",
    choose: /^Choose /,
    chose: /was chosen\.$/,
  },
  fr: {
    member: "signatory.saltmarsh@demo.example",
    title: /^Trouver une date\s: /,
    none: /\s: Sans réponse$/,
    answered: [/\s: Oui$/, /\s: Au besoin$/, /\s: Non$/],
    send: /^Envoyer les 3 réponses/,
    sent: /sont chez l’hôte\.$/,
    addNote: "Ajouter une note à l’hôte",
    note: "Note à l’hôte",
    words: "Après le dîner, si possible.",
    links: "Liens privés",
    to: "À",
    address: "Adresse",
    sendLink: "Envoyer un lien",
    onWay: "Le lien est en route.",
    first: "Date 1 sur 4",
    yes: "Oui",
    no: "Non",
    next: "Date 2",
    sendByLink: "Envoyer 2 réponses",
    sentByLink: "Vos réponses sont chez l’hôte.",
    gone: "Ce lien n’ouvre rien",
    pick: "Date",
    refused: /dit non\. La choisir quand même\?$/,
    evenSo: "La choisir quand même",
    choose: /^Choisir\s: /,
    chose: /^Date choisie\s: /,
  },
} as const;

const poll = "briefings/civil-society-3/dates";

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a member answers the dates by keyboard, with a note that the host reads, in ${locale}`, async ({ as }) => {
    const page = await as(t.member, { locale });
    await page.goto(`/${locale}/${poll}`);
    await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: t.none }).first().focus();
    await page.keyboard.press("y");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("i");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("n");
    for (const name of t.answered) await expect(page.getByRole("button", { name })).toHaveCount(1);
    await page.getByText(t.addNote, { exact: true }).click();
    await page.getByLabel(t.note).fill(t.words);
    await page.getByRole("button", { name: t.send }).click();
    await expect(page.getByText(t.sent)).toBeVisible();
    await page.reload();
    for (const name of t.answered) await expect(page.getByRole("button", { name })).toHaveCount(1);

    const other = await as("rep.red-cedar@demo.example", { locale });
    await other.goto(`/${locale}/${poll}`);
    await expect(other.getByText(t.words)).toHaveCount(0);
    const host = await as("convener@demo.example", { locale });
    await host.goto(`/${locale}/${poll}/edit`);
    await expect(host.getByText(t.words)).toBeVisible();
    await expectAccessible(host);
  });

  test(`somebody without an account answers by a private link on a phone, in ${locale}`, async ({ as }) => {
    const address = `ally.${locale}@partner.example`;
    const host = await as("convener@demo.example", { locale });
    await host.goto(`/${locale}/${poll}/edit`);
    const links = host.getByRole("region", { name: t.links });
    const asked = links.getByLabel(t.to, { exact: true });
    await asked.selectOption({ value: "organization kettle-rapids" });
    await links.getByLabel(t.address).fill(address);
    await links.getByRole("button", { name: t.sendLink }).click();
    await expect(host.getByText(t.onWay)).toBeVisible();
    const link = await findLink(host, address, /\/date-poll\//);

    const phone = await as(null, { locale, width: 360 });
    await phone.goto(link);
    await expect(phone.getByText(t.first)).toBeVisible();
    await expectAccessible(phone);
    const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await phone.getByRole("radio", { name: t.yes, exact: true }).check();
    await phone.getByRole("button", { name: t.next, exact: true }).click();
    await phone.getByRole("radio", { name: t.no, exact: true }).check();
    await phone.getByRole("button", { name: t.sendByLink }).click();
    await expect(phone.getByText(t.sentByLink)).toBeVisible();
    await expect(phone.getByText("Tamarack")).toHaveCount(0);

    await phone.goto(`/${locale}/date-poll/AAAAAAAAAAAAAAAAAAAAAA`);
    await expect(phone.getByRole("heading", { level: 1, name: t.gone })).toBeVisible();
    await expectAccessible(phone);
  });
}

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`the host is warned before a refused date is chosen, and opens the poll again with a reason, in ${locale}`, async ({
    as,
  }) => {
    const host = await as("convener@demo.example", { locale });
    await host.goto(`/${locale}/${poll}/edit`);
    if (locale === "fr") {
      await host.locator("[id='reason.fr']").fill("La salle est prise.");
      await host.getByRole("button", { name: "Reposer la question" }).click();
      await expect(host.getByText("Question reposée : La salle est prise.".replace(" :", "\u00a0:"))).toBeVisible();
    }
    const choosing = host.locator("#choose");
    const dates = choosing.getByLabel(t.pick, { exact: true });
    await dates.selectOption({ index: 1 });
    await choosing.getByRole("button", { name: t.choose }).click();
    await expect(choosing.getByText(t.refused)).toBeVisible();
    await expectAccessible(host);
    await choosing.getByRole("button", { name: t.evenSo }).click();
    await expect(host.getByText(t.chose).first()).toBeVisible();
    const member = await as(t.member, { locale });
    await member.goto(`/${locale}/${poll}`);
    await expect(member.getByText(t.chose)).toBeVisible();
    await expectAccessible(member);
  });
}
