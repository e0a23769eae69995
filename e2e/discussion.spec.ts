import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";
import { makeBook } from "../tests/support/table-files";

const texts = {
  en: {
    comment: "Comment on clause 1",
    text: "Comment",
    quote: "Exact wording it is about",
    send: "Send the comment",
    wrong: "These words do not stand in this version.",
    said: "Comment sent. The network can read it.",
    own: "Our hall reads this differently.",
    reply: "Reply",
    answer: "We could say it otherwise.",
    edit: "Change",
    resolve: "Resolve",
    resolved: "Resolved.",
    discussion: /^Discussion: /,
    states: "Resolved",
    reopen: "Open again",
    table: "Comment table",
    all: "All comments, with the lead’s observations",
    take: /^Table for /,
    sendFor: /^Send for /,
    becomes: "what would become of it",
    refused: "Version 3 has no such clause.",
    sent: /^1 comment sent, 1 draft amendment saved\.$/,
    head: ["Clause", "Language", "Comment", "Proposed wording"],
  },
  fr: {
    comment: "Commenter le passage 1",
    text: "Commentaire",
    quote: "Formulation exacte visée",
    send: "Envoyer le commentaire",
    wrong: "Ces mots ne figurent pas dans cette version.",
    said: "Commentaire envoyé. Le réseau peut le lire.",
    own: "Notre assemblée le lit autrement.",
    reply: "Répondre",
    answer: "Nous pourrions le dire autrement.",
    edit: "Modifier",
    resolve: "Régler",
    resolved: "Réglé.",
    discussion: /^Discussion/,
    states: "Réglés",
    reopen: "Rouvrir",
    table: "Tableau de commentaires",
    all: "Tous les commentaires, avec les observations de l’organisation responsable",
    take: /^Tableau pour /,
    sendFor: /^Envoyer au nom de /,
    becomes: "ce qu’il en adviendrait",
    refused: "La version 3 ne comprend pas ce passage.",
    sent: /^1 commentaire envoyé, 1 ébauche d’amendement enregistrée\.$/,
    head: ["Passage", "Langue", "Commentaire", "Formulation proposée"],
  },
} as const;

const point = "talking-points/no-licence-for-force";

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`words are commented on, answered and settled in their margin, in ${locale}`, async ({ as }) => {
    test.setTimeout(240_000);
    const author = await as("rep.tamarack-relief@demo.example", { locale });
    await author.goto(`/${locale}/${point}`);
    const clause = author.locator("#clause-1");
    const words = (await clause.locator(`.words p[lang="${locale}"]`).first().innerText()).slice(0, 12);
    await clause.getByText(t.comment).focus();
    await author.keyboard.press("Enter");
    const form = clause.locator("form").last();
    await form.getByLabel(t.text, { exact: true }).fill(t.own);
    await form.getByLabel(t.quote).fill("xyzzy");
    await form.getByRole("button", { name: t.send }).press("Enter");
    await expect(form.locator(".notice-red")).toContainText(t.wrong);
    await expectAccessible(author);
    await author.reload();
    await clause.getByText(t.comment).click();
    await expect(form.getByLabel(t.text, { exact: true })).toHaveValue(t.own);
    await form.getByLabel(t.quote).fill(words);
    await form.getByRole("button", { name: t.send }).click();
    await expect(author.getByText(t.said)).toBeVisible();
    const note = author.locator("#clause-1 .note", { hasText: t.own });
    await expect(note.getByText(t.edit, { exact: true })).toBeVisible();
    await expectAccessible(author);

    const lead = await as("rep.northern-lantern@demo.example", { locale });
    await lead.goto(`/${locale}/${point}`);
    const theirs = lead.locator("#clause-1 .note", { hasText: t.own });
    await theirs.getByText(t.reply, { exact: true }).click();
    await theirs.getByLabel(t.text, { exact: true }).fill(t.answer);
    await theirs.getByRole("button", { name: t.send }).click();
    await expect(theirs.locator("p", { hasText: t.answer })).toBeVisible();

    await author.reload();
    await note.getByRole("button", { name: t.resolve }).click();
    await expect(author.getByText(t.resolved, { exact: true })).toBeVisible();
    await expect(note).toHaveCount(0);
    await author.getByRole("link", { name: t.discussion }).click();
    await author.getByRole("link", { name: t.states, exact: true }).click();
    const kept = author.locator("li.note", { hasText: t.own });
    await expect(kept.locator("p", { hasText: t.answer })).toBeVisible();
    await expectAccessible(author);
    await kept.getByRole("button", { name: t.reopen }).click();
    await expect(kept).toHaveCount(0);
  });

  test(`a comment table is taken, filled in and brought back, in ${locale}`, async ({ as }) => {
    test.setTimeout(240_000);
    const page = await as("rep.tamarack-relief@demo.example", { locale });
    await page.goto(`/${locale}/${point}`);
    await page.getByRole("link", { name: t.table }).click();
    await expectAccessible(page);
    for (const name of [t.take, t.all]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
      expect(
        readFileSync(await download.path())
          .subarray(0, 2)
          .toString(),
      ).toBe("PK");
    }
    const language = locale === "en" ? "English" : "français";
    const choose = async (...rows: (string | null)[][]) => {
      const bytes = Buffer.from(await makeBook([t.head, ...rows]).arrayBuffer());
      const file = { name: "table.xlsx", mimeType: "application/octet-stream", buffer: bytes };
      await page.locator('input[name="comment-table"]').setInputFiles(file);
    };
    const row = ["1", language, `Table, ${locale}.`, null];
    await choose(row, ["99", language, "?", null]);
    await expect(page.getByText(t.refused)).toBeVisible();
    await expectAccessible(page);
    await choose(row, ["2", language, null, `Mots, ${locale}.`]);
    await expect(page.getByRole("heading", { name: t.becomes })).toBeFocused();
    await page.getByRole("button", { name: t.sendFor }).press("Enter");
    await expect(page.getByText(t.sent)).toBeVisible();
    await page.goto(`/${locale}/${point}`);
    await expect(page.locator("#clause-1 .note p", { hasText: `Table, ${locale}.` })).toBeVisible();
  });
}
