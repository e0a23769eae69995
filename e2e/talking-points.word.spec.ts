import { readZip } from "../lib/platform/files/zip";
import { changePart } from "../tests/support/marked-file";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    word: "Word",
    plain: /^The text, version/,
    choose: "Marked file (DOCX)",
    becomes: "Amendment: wording",
    store: "Store 1 row",
    stored: "Stored: 1 draft amendment, no comment",
    broken: /older Word file/,
    another: "Choose another file",
  },
  fr: {
    word: "Word",
    plain: /^Le texte, version/,
    choose: "Fichier annoté (DOCX)",
    becomes: "Amendement\u00a0: formulation",
    store: "Enregistrer 1 ligne",
    stored: "Enregistré\u00a0: 1 ébauche d’amendement, aucun commentaire",
    broken: /ancien fichier Word/,
    another: "Choisir un autre fichier",
  },
};
const by = 'w:id="900" w:author="Jane Doe" w:date="2026-06-03T09:30:00Z"';
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  test(`a board marks a text up in Word, and its change becomes a draft amendment (${locale})`, async ({ as }) => {
    const page = await as("signatory.red-cedar@demo.example", { locale });
    await page.goto(`/${locale}/talking-points/no-licence-for-force`);
    await page.getByRole("link", { name: t.word, exact: true }).click();
    await expectAccessible(page);
    const link = page.locator(`a[href$="text.docx?language=${locale}"]`);
    await expect(link).toHaveText(t.plain);
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toBe(type);
    const marked = changePart(
      readZip(await answer.body(), { entries: 100, bytes: 10_000_000 }),
      "word/document.xml",
      (xml) =>
        xml.replace(
          /w:name="clause_1_text_[^>]*>/,
          `$&<w:ins ${by}><w:r><w:t xml:space="preserve">Indeed: </w:t></w:r></w:ins>`,
        ),
    );
    const choose = page.getByLabel(t.choose);
    await choose.setInputFiles({ name: "older.docx", mimeType: type, buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") });
    await expect(page.getByText(t.broken)).toBeVisible();
    await page.getByRole("button", { name: t.another }).click();
    await choose.setInputFiles({ name: "marked.docx", mimeType: type, buffer: Buffer.from(marked) });
    await expect(page.getByText(t.becomes)).toBeVisible();
    await expect(page.locator("ins").first()).toContainText("Indeed:");
    await expectAccessible(page);
    await page.getByRole("button", { name: t.store }).click();
    await expect(page.getByText(t.stored)).toBeVisible();
  });
}
