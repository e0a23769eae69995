import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ImportAnswer } from "@/lib/positions/schema.files";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { ImportPreview } from "./import-preview";

const messages = { en, fr };
const answer: ImportAnswer = {
  organization: "cedar",
  sheet: "Positions",
  digest: "d",
  counts: { new: 0, changed: 1, unchanged: 0, refused: 0 },
  rows: [
    {
      line: 7,
      proposition: "one",
      title: { en: "A title", fr: "Un titre" },
      statement: { en: "The words of the proposition.", fr: "Les mots de l’énoncé." },
      outcome: "changed",
      stance: "oppose",
      visibility: "network",
      reason: null,
      column: null,
      changes: [
        { column: "Reasons (French)", language: "fr", before: null, after: "Les motifs nouveaux." },
        { column: "Reservation (English)", language: "en", before: "Not by force.", after: null },
      ],
    },
  ],
  applied: null,
};

const textOf = (locale: "en" | "fr", given: ImportAnswer) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      <ImportPreview answer={given} file="ours.xlsx">
        <p>acts</p>
      </ImportPreview>
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("the preview names the sheet, and shows the proposition’s words and the reasons and reservations that would change", () => {
  const english = textOf("en", answer);
  expect(english).toContain("ours.xlsx, sheet “Positions”: what would become of it");
  for (const said of ["The words of the proposition.", "Les motifs nouveaux.", "Not by force.", "Recorded", "nothing"])
    expect(english).toContain(said);
  expect(textOf("fr", answer)).toContain("Les mots de l’énoncé.");
  expect(textOf("fr", { ...answer, sheet: null })).not.toContain("feuille");
});
