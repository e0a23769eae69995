import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    add: "Add an office",
    title: "Title of the office",
    known: "Institution with offices in this list",
    institution: "Foreign Affairs",
    work: "What it does",
    save: "Save",
    added: /A second person now checks/,
    yours: /someone else has to check it/,
    check: "Check the title",
    right: "The title is right",
    checked: /^Checked by Red Cedar Women and Peace Circle/,
    wrong: "Write one plain e-mail address.",
    address: /^Address of the office/,
    holder: "Add a holder",
    name: "Name",
    first: "First day",
    addHolder: "Add",
    now: "Holds it now",
    erase: /^Erase the name/,
    eraseButton: "Erase the name",
    erased: "Name erased",
    since: "since 1 March 2026",
    handIn: "Hand in",
    noFile: "Choose a file.",
    titleEn: "Title in English",
    titleFr: "Title in French",
    file: "File",
    refused: /no PDF, no Word document/,
    handedIn: "The paper is handed in.",
    download: "Download Two districts.pdf",
    withdraw: /^Withdraw: /,
    withdrawButton: "Withdraw the paper",
    withdrawn: /The file is gone/,
    agenda: "Agenda",
    differ: "Where we differ",
    pdf: "PDF",
    rule: /^Is it written who said it\?/,
  },
  fr: {
    add: "Ajouter un bureau",
    title: "Titre du bureau",
    known: "Institution dont la liste compte déjà des bureaux",
    institution: "Affaires étrangères",
    work: "Fonctions",
    save: "Enregistrer",
    added: /Une deuxième personne vérifie maintenant/,
    yours: /une autre personne doit le vérifier/,
    check: "Vérifier le titre",
    right: "Le titre est exact",
    checked: /^Vérifié par Cercle Femmes et paix du Cèdre rouge/,
    wrong: /une seule adresse/,
    address: /^Adresse du bureau/,
    holder: "Ajouter un titulaire",
    name: "Nom",
    first: "Premier jour",
    addHolder: "Ajouter",
    now: "En fonction",
    erase: /^Effacer le nom/,
    eraseButton: "Effacer le nom",
    erased: "Nom effacé",
    since: "depuis le 1er mars 2026",
    handIn: "Déposer",
    noFile: "Choisissez un fichier.",
    titleEn: "Titre en anglais",
    titleFr: "Titre en français",
    file: "Fichier",
    refused: /ni un PDF, ni un document Word/,
    handedIn: "Le document est déposé.",
    download: "Télécharger Two districts.pdf",
    withdraw: /^Retirer\u00a0: /,
    withdrawButton: "Retirer le document",
    withdrawn: /Le fichier est supprimé/,
    agenda: "Ordre du jour",
    differ: "Nos divergences",
    pdf: "PDF",
    rule: /^Est-il consigné qui l’a dit\?/,
  },
};

const writer = "rep.saltmarsh@demo.example";
const checker = "rep.red-cedar@demo.example";
const convener = "convener@demo.example";
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n");

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`an office is added, checked by a second person, and its holder’s name erased (${locale})`, async ({ as }) => {
    const page = await as(writer, { locale });
    await page.goto(`/${locale}/offices`);
    await expectAccessible(page);
    await page.getByRole("link", { name: t.add }).click();
    const title = page.getByRole("group", { name: t.title });
    await title.getByRole("textbox", { name: "English" }).fill(`Office for early warning (${locale})`);
    await title.getByRole("textbox", { name: "Français" }).fill(`Bureau de l’alerte rapide (${locale})`);
    await page.getByLabel(t.known).selectOption({ label: t.institution });
    const work = page.getByRole("group", { name: t.work });
    await work.getByRole("textbox", { name: "English" }).fill("Reads early signs");
    await work.getByRole("textbox", { name: "Français" }).fill("Lit les premiers signes");
    await page.getByLabel(t.address).fill("nobody");
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByRole("link", { name: t.wrong })).toBeVisible();
    await expect(title.getByRole("textbox", { name: "English" })).toHaveValue(/early warning/);
    await expectAccessible(page);
    await page.getByLabel(t.address).fill("early.warning@example.ca");
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.added)).toBeVisible();
    await expect(page.getByText(t.yours)).toBeVisible();
    const address = page.url();

    await page.getByText(t.holder, { exact: true }).click();
    await page.getByLabel(t.name, { exact: true }).fill("Ilse Marchand-Vogt");
    await page.getByLabel(t.first).fill("2026-03-01");
    await page.getByRole("button", { name: t.addHolder, exact: true }).click();
    await expect(page.getByText("Ilse Marchand-Vogt", { exact: true })).toBeVisible();
    await expect(page.getByText(t.now, { exact: true })).toBeVisible();

    const second = await as(checker, { locale });
    await second.goto(address);
    await second.getByText(t.check, { exact: true }).click();
    await second.getByRole("button", { name: t.right }).click();
    await expect(second.getByText(t.checked)).toBeVisible();
    await expectAccessible(second);

    const holding = await as(convener, { locale });
    await holding.goto(address);
    await holding.getByRole("button", { name: t.erase }).click();
    await expectAccessible(holding);
    await holding.getByRole("dialog").getByRole("button", { name: t.eraseButton }).click();
    await expect(holding.getByText(t.erased)).toBeVisible();
    await expect(holding.getByText(t.since)).toBeVisible();
    await page.reload();
    await expect(page.getByText("Ilse Marchand-Vogt")).toHaveCount(0);
    await expect(page.getByText(t.erased)).toBeVisible();
  });

  test(`a paper is handed in, downloaded and withdrawn, on a phone as well (${locale})`, async ({ as }) => {
    const page = await as(writer, { locale, width: 360 });
    await page.goto(`/${locale}/briefings/civil-society-3/papers`);
    await expectAccessible(page);
    await page.getByLabel(t.titleEn).fill("Two districts");
    await page.getByLabel(t.titleFr).fill("Deux districts");
    await page.getByRole("button", { name: t.handIn, exact: true }).click();
    await expect(page.getByRole("link", { name: t.noFile })).toBeVisible();
    const file = page.getByLabel(t.file, { exact: true });
    await file.setInputFiles({
      name: "photo.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from([0xff, 0xd8, 0xff]),
    });
    await page.getByRole("button", { name: t.handIn, exact: true }).click();
    await expect(page.getByText(t.refused)).toBeVisible();
    await expect(page.getByLabel(t.titleEn)).toHaveValue("Two districts");
    await expectAccessible(page);
    await file.setInputFiles({ name: "Two districts.pdf", mimeType: "application/pdf", buffer: pdf });
    await page.getByRole("button", { name: t.handIn, exact: true }).click();
    await expect(page.getByText(t.handedIn)).toBeVisible();

    const link = page.getByRole("link", { name: t.download });
    const saving = page.waitForEvent("download");
    await link.click();
    expect((await saving).suggestedFilename()).toBe("Two districts.pdf");
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await answer.body()).toEqual(pdf);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; /),
      "content-security-policy": expect.stringContaining("sandbox"),
      "x-content-type-options": "nosniff",
    });

    const reader = await as(checker, { locale });
    await reader.goto(`/${locale}/briefings/civil-society-3/papers`);
    await expect(reader.getByRole("link", { name: t.download })).toBeVisible();
    await expect(reader.getByText(t.withdraw)).toHaveCount(0);

    await page.getByText(t.withdraw).click();
    await page.getByRole("button", { name: t.withdrawButton }).click();
    await expect(page.getByText(t.withdrawn).first()).toBeVisible();
    await expect(page.getByRole("link", { name: t.download })).toHaveCount(0);
    await expectAccessible(page);
    expect((await page.request.get(answer.url())).status()).toBe(404);
  });

  test(`a pack is opened, printed and taken along in either language (${locale})`, async ({ as }) => {
    const page = await as(checker, { locale });
    await page.goto(`/${locale}/briefings/foreign-affairs-2/pack`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const heading of [t.agenda, t.differ])
      await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await expect(page.getByText(t.rule).first()).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("link", { name: t.pdf })).toBeHidden();
    await expect(page.getByRole("heading", { name: t.agenda, exact: true })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    const href = (await page.getByRole("link", { name: t.pdf }).getAttribute("href")) ?? "";
    const answer = await page.request.get(href);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const other = locale === "en" ? texts.fr : texts.en;
    await page.goto(`/${locale}/briefings/foreign-affairs-2/pack?text=${locale === "en" ? "fr" : "en"}`);
    await expect(page.getByRole("heading", { name: other.agenda, exact: true })).toBeVisible();
    await expectAccessible(page);
  });
}
