import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import writeExcel from "write-excel-file/node";
import { ageSignIn } from "../tests/support/age-sign-in";
import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    packed: "quorum-campus",
    packer: "signatory.quorum-campus@demo.example",
    owed: /decisions? (is|are) waiting/,
    mandate: "Mandate",
    digest: /Digest ([0-9a-f]{64})/,
    others: "Who else took a stance",
    imported: "northern-lantern",
    refused: "3 refused",
    first: "Rows are refused, so nothing can be written.",
    another: "Choose another file",
    found: /^1 changed|^1 new/,
    write: /^Write 1 draft/,
    written: /1 draft is written/,
    undo: /^Undo/,
    undone: /^Undone/,
    bar: "Writing drafts",
  },
  fr: {
    packed: "tamarack-relief",
    packer: "signatory.tamarack-relief@demo.example",
    owed: /décisions?.*attendues?/,
    mandate: "Mandat",
    digest: /Empreinte ([0-9a-f]{64})/,
    others: "Qui d’autre s’est prononcé",
    imported: "small-shoulders",
    refused: "3 refusées",
    first: "Des lignes sont refusées",
    another: "Choisir un autre fichier",
    found: /^1 modifiée|^1 nouvelle/,
    write: /^Écrire 1 ébauche/,
    written: /1 ébauche est écrite/,
    undo: /^Annuler/,
    undone: /^Annulée/,
    bar: "Écriture des ébauches",
  },
} as const;

const tidy = (text: string) => text.replace(/\s+/g, " ");

async function textOf(data: Uint8Array): Promise<string> {
  const document = await getDocument({ data }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
  const contents = await Promise.all(pages.map((it) => it.getTextContent()));
  return tidy(contents.flatMap(({ items }) => items.flatMap((it) => ("str" in it ? it.str : []))).join(" "));
}

const columns = ["proposition", "stance", "rationaleEn"];
type Rows = readonly (readonly string[])[];

const toCsv = (rows: Rows) => ({
  name: "ours.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([columns, ...rows].map((row) => row.join(",")).join("\r\n")),
});

async function toXlsx(rows: Rows) {
  const book = await writeExcel([{ sheet: "Positions", data: [columns, ...rows].map((row) => [...row]) }]).toBuffer();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "ours.xlsx", mimeType, buffer: book };
}

/** The request waits in the browser until the bar was seen. */
async function delayImport(page: Page): Promise<() => void> {
  let letGo = () => {};
  const seen = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/positions\/import(\?|$)/, async (route) => {
    await seen;
    await route.continue();
  });
  return () => letGo();
}

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a board member opens the pack, and its code leads to a page that asks for mandate and a fresh sign-in (${locale})`, async ({
    as,
  }) => {
    const page = await as(t.packer, { locale });
    await page.goto(`/${locale}/organizations/${t.packed}/board-pack`);
    await expect(page.getByText(t.owed).first()).toBeVisible();
    await expect(page.getByText(t.others).first()).toBeVisible();
    await expectAccessible(page);
    const title = await page.locator(".pack-decision h2").first().innerText();
    const href = (await page.locator('a[href*="/decisions/"]').first().getAttribute("href")) ?? "";
    const code = /[0-9a-z]{8}$/.exec(href)?.[0] ?? "no code";
    const digest = t.digest.exec(tidy(await page.locator("main").innerText()))?.[1] ?? "no digest";
    // Toronto's clock in winter, when the year turns.
    const year = new Date(Date.now() - 5 * 3_600_000).getUTCFullYear();
    const file = await page.request.get(
      `/api/v1/organizations/${t.packed}/board-pack?format=pdf&paper=letter&language=${locale}`,
    );
    const text = await textOf(new Uint8Array(await file.body()));
    for (const said of [code, title, digest, t.others, String(year)]) expect(text).toContain(tidy(said));

    await ageSignIn(t.packer);
    await page.goto(`/${locale}/decisions/${code}`);
    await expect(page).toHaveURL(new RegExp(`/${locale}/positions/${t.packed}/`));
    await expect(page.getByText(t.mandate, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('a[href*="/sign-in?next="]:visible').first()).toBeVisible();
    await expectAccessible(page);
    const stranger = await as("rep.lodestar-law@demo.example", { locale });
    expect((await stranger.goto(`/${locale}/decisions/${code}`))?.status()).toBe(404);
  });

  test(`a file is told row by row, mended, written as drafts under a bar, and undone (${locale})`, async ({ as }) => {
    const page = await as(`rep.${t.imported}@demo.example`, { locale });
    await page.goto(`/${locale}/positions/import?organization=${t.imported}`);
    await expectAccessible(page);
    const choose = page.locator('input[type="file"]');
    const good = ["military-training", "oppose", "From a file."];
    const bad = [
      ["no-such-thing", "support", "x"],
      ["canada-leads", "perhaps", "x"],
      ["africa-first", "support", "=cmd"],
      ["africa-first", "support", "twice"],
    ];
    const toFile = locale === "en" ? toCsv : toXlsx;
    await choose.setInputFiles(await toFile([good, ...bad]));
    await expect(page.getByText(t.refused)).toBeVisible();
    await expect(page.getByText(t.first)).toBeVisible();
    await expect(page.getByRole("row", { name: /no-such-thing/ })).toContainText("3");
    await expectAccessible(page);
    await page.getByRole("button", { name: t.another }).click();
    await choose.setInputFiles(await toFile([good]));
    await expect(page.getByText(t.found)).toBeVisible();
    const letGo = await delayImport(page);
    await page.getByRole("button", { name: t.write }).click();
    await expect(page.getByRole("progressbar", { name: t.bar })).toBeVisible();
    await expectAccessible(page);
    letGo();
    await expect(page.getByText(t.written)).toBeVisible();
    await page.getByRole("button", { name: t.undo }).first().click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: t.undo }).click();
    await expect(page.getByText(t.undone).first()).toBeVisible();
  });
}
