import { expect, test } from "vitest";
import { renderWord } from "@/lib/platform/documents/render-word";
import { openDocx } from "@/lib/platform/files/docx-parts";
import { readDocx } from "@/lib/platform/files/docx-read";
import { type Side, toFlow } from "@/lib/platform/files/docx-streams";
import { digestOfText, type PrintedText } from "@/lib/platform/text/digest";
import { clauseOf } from "@/tests/support/clause-texts";
import { fc } from "@/tests/support/fast-check";
import { labels, toComplete, twoVersions, versionOf, wordOf } from "@/tests/support/word-texts";
import type { ClauseKind } from "./constants";
import { readMarkedText } from "./rules.marked-text";
import type { WordVersion } from "./rules.word";
import { readName } from "./rules.word-names";
import { isSigned, signLines } from "./rules.word-notes";

const read = async (text: ReturnType<typeof wordOf>) => readDocx(await renderWord(text));

/** The words of a text as they stand in its document, without what is printed around them. */
const wordingOf = (docx: Awaited<ReturnType<typeof read>>, side: Side) =>
  toFlow(docx.paragraphs, side)
    .filter(({ pieces }) => pieces.every(({ names }) => names.every((it) => !it.startsWith("frame"))))
    .map(({ text }) => text);

test("any two versions: with every change accepted the later words, with every change rejected the earlier ones", async () => {
  await fc.assert(
    fc.asyncProperty(
      twoVersions,
      fc.constantFrom("en" as const, "fr" as const),
      async ({ before, after }, language) => {
        const both = await read(wordOf(after, { since: before, language }));
        expect(wordingOf(both, "later")).toEqual(wordingOf(await read(wordOf(after, { language })), "later"));
        expect(wordingOf(both, "earlier")).toEqual(wordingOf(await read(wordOf(before, { language })), "later"));
      },
    ),
    { numRuns: 50 },
  );
});

test("a document that nobody marked changes nothing, whatever changes of ours it shows", async () => {
  await fc.assert(
    fc.asyncProperty(twoVersions, async ({ before, after }) => {
      for (const since of [null, before])
        expect(
          readMarkedText(await read(wordOf(after, { since })), after, { language: "en", kinds: labels, toComplete })
            .changes,
        ).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

/** The printed text, put together from what both documents say. */
async function printedIn(version: WordVersion): Promise<PrintedText> {
  const title = { en: "", fr: "" };
  const clauses: PrintedText["clauses"][number][] = version.clauses.map(() => ({ kind: "", en: "", fr: "" }));
  for (const language of ["en", "fr"] as const) {
    const docx = await read(wordOf(version, { language }));
    for (const { text, pieces } of toFlow(docx.paragraphs, "later")) {
      const place = readName(pieces[0]?.names[0] ?? "");
      if (place?.of === "title") title[language] = text;
      if (place?.of !== "clause") continue;
      const clause = clauses[place.number - 1];
      if (!clause) continue;
      const kind = Object.entries(labels[language]).find(([, label]) => label === text)?.[0] as ClauseKind;
      if (place.part === "kind") clause.kind = kind;
      if (place.part === "text") clause[language] = text;
      if (place.part === "question") clause.question = { en: "", fr: "", ...clause.question, [language]: text };
      if (place.part === "source") clause.source = text.slice(1, -1);
      if (place.part === "of") clause.of = { en: "", fr: "", ...clause.of, [language]: text.slice(2) };
    }
  }
  return { title, clauses };
}

test("whatever letters it holds: the digest of what both documents say is that of the version", async () => {
  await fc.assert(
    fc.asyncProperty(twoVersions, async ({ after }) => {
      expect(digestOfText(await printedIn(after))).toBe(after.digest);
    }),
    { numRuns: 30 },
  );
});

test("the same text makes the same bytes, and markup in it is words", async () => {
  const version = versionOf(1, [clauseOf("a", "</w:t><script>alert(1)</script>&#x202e;\u202eabc\u202c 𝒜")]);
  const one = await renderWord(wordOf(version));
  expect(Buffer.compare(Buffer.from(one), Buffer.from(await renderWord(wordOf(version))))).toBe(0);
  expect(wordingOf(readDocx(one), "later")[2]).toBe("</w:t><script>alert(1)</script>&#x202e;\u202eabc\u202c 𝒜");
});

test("a heading has its level in the outline, without which LibreOffice takes it for text", async () => {
  const parts = openDocx(await renderWord(wordOf(versionOf(1, [clauseOf("a", "One.")]))));
  const styles = parts.get("word/styles.xml");
  expect(new TextDecoder().decode(styles)).toMatch(
    /w:styleId="Heading1"(?:(?!<\/w:style>).)*<w:outlineLvl w:val="0"\/>/s,
  );
});

test("a comment of ours is known again, and one that somebody wrote into is not", async () => {
  const lines = signLines(["Amendment 3, Kettle Rapids: other words", "Proposed wording: a\nb"]);
  const version = versionOf(1, [clauseOf("a", "One."), clauseOf("b", "Two.")]);
  const note = { clause: "b", author: "Kettle Rapids", at: new Date("2026-06-02T00:00:00Z"), lines };
  const { comments } = await read(wordOf(version, { notes: [note] }));
  expect(comments).toMatchObject([{ quote: "Two.", names: [expect.stringContaining("clause_2_text_en_")] }]);
  const [{ text = "" } = {}] = comments;
  expect(isSigned(text)).toBe(true);
  expect(isSigned(`We agree.\n${text}`)).toBe(false);
  expect(isSigned(text.replace("other", "better"))).toBe(false);
});
