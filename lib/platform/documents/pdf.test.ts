import { readdirSync, readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { anyText } from "@/tests/support/any-text";
import { fc } from "@/tests/support/fast-check";
import { prose } from "../text/schema";
import { createPdf, finishPdf, type Run, writeLine, writeRuns } from "./pdf";
import { fitFaces, missingLetter } from "./pdf-fonts";

const setup = { title: "A paper", language: "fr", paper: "letter", day: "2026-11-30" } as const;

async function readBack(write: (doc: PDFKit.PDFDocument) => void): Promise<string> {
  const doc = createPdf(setup);
  write(doc);
  const pdf = await getDocument({ data: await finishPdf(doc), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((it) => ("str" in it ? it.str + (it.hasEOL ? " " : "") : "")).join(""));
  }
  return pages.join(" ");
}

const write = (runs: Run[]) => readBack((doc) => writeRuns(doc, runs, { size: 11 }));
const asRead = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

const names = [
  "Kwakwa̱ka̱ʼwakw",
  "Nisg̱a’a",
  "W̱SÁNEĆ",
  "SENĆOŦEN",
  "hən̓q̓əmin̓əm̓",
  "xʷməθkʷəy̓əm",
  "Sḵwx̱wú7mesh",
  "ᐃᓄᐃᑦ ᑕᐱᕇᑦ ᑲᓇᑕᒥ",
  "ᓀᐦᐃᔭᐍᐏᐣ",
  "Łódź, Đặng, Şırnak, Ōtautahi",
  "Žofín, Ἀθῆναι, Київ",
];

test("names stand on paper letter by letter, with their marks and in their scripts", async () => {
  const text = names.join(" / ");
  expect(asRead(await write([{ text, face: "serif" }]))).toBe(asRead(text));
});

test.each([
  "serif",
  "serifItalic",
  "serifBold",
  "sans",
  "sansBold",
] as const)("every letter of the content and of the texts has a place in a face (%s or the fallback)", (face) => {
  const folders = ["prisma/seed", "locales/en", "locales/fr"];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const texts = files.filter((it) => /\.(csv|json)$/.test(it)).map((it) => readFileSync(it, "utf8"));
  const letters = [...new Set(texts.join("").normalize("NFC"))].filter((it) => it >= " ");
  expect(letters.length).toBeGreaterThan(100);
  const boxed = letters.filter((it) => fitFaces(it, face).some(({ text }) => text === missingLetter(it)));
  expect(boxed).toEqual([]);
});

const spaces = [..."\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"];
const others = [..."\u200b\u2060\ufeff\u00ad\u2011‰≥−\u2028\u2029\r"];

test("no space and no rare letter stops a paper, wherever it stands, and no letter beside it is lost", async () => {
  const all = [...spaces, ...others];
  const read = asRead(
    await readBack((doc) => {
      for (const [at, letter] of all.entries())
        writeRuns(
          doc,
          [
            { text: letter, face: "sans" },
            { text: `un${at}${letter}deux${at}${letter}`, face: "serif" },
            { text: letter, face: "serifItalic", underline: true },
            { text: `${letter}trois${at}`, face: "sansBold", strike: true },
          ],
          { size: 11 },
        );
    }),
  );
  for (const at of all.keys()) for (const word of ["un", "deux", "trois"]) expect(read).toContain(`${word}${at}`);
});

test("what no face has is a box with its code, never a letter left out", async () => {
  expect(await write([{ text: "avant 中 après 🜚", face: "serif" }])).toContain("avant □[U+4E2D] après □[U+1F71A]");
});

test("a mark stays with its letter when a face lacks one of the two", () => {
  const split = fitFaces("aq̓b", "serif").map(({ text }) => text);
  expect(split.some((it) => it.includes("q̓"))).toBe(true);
});

test("a line at the edge of a page is cut with an ellipsis, in letters of any face", async () => {
  const long = "ᐃᓄᐃᑦ ᑕᐱᕇᑦ ᑲᓇᑕᒥ ".repeat(20);
  const place = { face: "sans", size: 9, x: 40, y: 40, width: 200 } as const;
  const read = asRead(await readBack((doc) => writeLine(doc, long, place)));
  expect(read.startsWith("ᐃᓄᐃᑦ ᑕᐱᕇᑦ")).toBe(true);
  expect(read.endsWith("…")).toBe(true);
  expect(read.length).toBeLessThan(60);
});

const texts = prose(400);
/** What of a text can be seen, in no order: a reader of papers puts what is written from right to left in an order of its own. */
const lettersIn = (text: string) =>
  [...text.normalize("NFKD").replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")].sort().join("");

test("whatever text is taken stands on paper with every letter that it has, and stops no paper", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (given) => {
      const taken = texts.safeParse(given);
      if (!taken.success) return;
      const drawn = fitFaces(taken.data, "serif")
        .map(({ text }) => text)
        .join("");
      const read = await write([{ text: `avant ${taken.data} après`, face: "serif" }]);
      expect(lettersIn(read)).toBe(lettersIn(`avant ${drawn} après`));
    }),
    { numRuns: 60 },
  );
});
