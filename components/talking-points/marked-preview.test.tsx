import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MarkedRow, MarkedText } from "@/lib/talking-points/schema.word";
import { unplacedReasons } from "@/lib/talking-points/schema.word";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { MarkedPreview } from "./marked-preview";

const messages = { en, fr };
const row = (it: Partial<MarkedRow>): MarkedRow => ({
  ...{
    row: 1,
    what: "wording",
    paragraph: 5,
    clause: 1,
    before: null,
    after: null,
    place: null,
    quote: null,
    reason: null,
  },
  ...it,
});
const answer: MarkedText = {
  ...{ version: 2, current: 3, language: "en", digest: "d", returned: 1, applied: null },
  rows: [
    row({ before: "The primary duty.", after: "The first duty." }),
    row({ row: 2, what: "new_clause", clause: null, after: "One <b>more</b>.", place: 0 }),
    row({ row: 3, what: "drop", before: "Gone." }),
    row({ row: 4, what: "comment", after: "How often?", quote: "each year" }),
    ...unplacedReasons.map((reason, at) => row({ row: 5 + at, what: "unplaced", after: `Lost ${at}.`, reason })),
  ],
};

const htmlOf = (locale: "en" | "fr") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      <MarkedPreview answer={answer} file="ours.docx" leftOut={new Set([2])} onChoose={() => {}}>
        <p>acts</p>
      </MarkedPreview>
    </NextIntlClientProvider>,
  );

test("the preview shows every row with its words, what it becomes and why it has no place, in both languages", () => {
  for (const locale of ["en", "fr"] as const) {
    const html = htmlOf(locale);
    const text = html.replace(/<[^>]+>/g, " ");
    for (const said of [
      "ours.docx",
      "Gone.",
      "How often?",
      "each year",
      ...unplacedReasons.map((_, at) => `Lost ${at}.`),
    ])
      expect(text).toContain(said);
    for (const reason of unplacedReasons)
      expect(html).toContain(messages[locale].word.page.reason[reason].replaceAll("'", "&#x27;"));
  }
  expect(htmlOf("fr").replace(/<[^>]+>/g, "")).toContain("provient de la version 2");
});

test("markup in the words is shown, and what was left out is not ticked; what has no place cannot be", () => {
  const html = htmlOf("en");
  expect(html).toContain("One &lt;b&gt;more&lt;/b&gt;.");
  expect(html.match(/checked=""/g)).toHaveLength(3);
  expect(html.match(/type="checkbox"/g)).toHaveLength(4);
});
