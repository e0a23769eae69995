import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MarkedRow, MarkedText } from "@/lib/talking-points/schema.word";
import { draftNotes, unplacedReasons } from "@/lib/talking-points/schema.word";
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
    note: null,
    kept: null,
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
    ...draftNotes.map((note, at) => row({ row: 100 + at, what: "new_clause", after: `Proof ${at}.`, note })),
    row({ row: 200, what: "already", kept: { kind: "amendment", id: "ours", number: null } }),
    row({ row: 201, what: "already", kept: { kind: "amendment", id: "theirs", number: 7 } }),
    row({ row: 202, what: "already", kept: { kind: "comment", id: "said", number: null } }),
    ...unplacedReasons.map((reason, at) => row({ row: 5 + at, what: "unplaced", after: `Lost ${at}.`, reason })),
  ],
};

const htmlOf = (locale: "en" | "fr") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      <MarkedPreview point="a-point" answer={answer} file="ours.docx" leftOut={new Set([2])} onChoose={() => {}}>
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
    const { note, kept } = messages[locale].word.page;
    for (const said of [...draftNotes.map((it) => note[it]), kept.draft, kept.comment])
      expect(html).toContain(said.replaceAll("'", "&#x27;"));
    expect(html).toContain('talking-points/a-point/amendments/ours"');
    for (const reason of unplacedReasons)
      expect(html).toContain(messages[locale].word.page.reason[reason].replaceAll("'", "&#x27;"));
  }
  expect(htmlOf("fr").replace(/<[^>]+>/g, "")).toContain("provient de la version 2");
});

test("markup in the words is shown, and what was left out is not ticked; what has no place cannot be", () => {
  const html = htmlOf("en");
  expect(html).toContain("One &lt;b&gt;more&lt;/b&gt;.");
  expect(html.match(/checked=""/g)).toHaveLength(5);
  expect(html.match(/type="checkbox"/g)).toHaveLength(6);
});
