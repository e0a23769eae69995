import { expect, test } from "vitest";
import {
  bodyOf,
  commented,
  document,
  encode,
  fileOf,
  outside,
  p,
  r,
  relation,
  relations,
  w,
} from "@/tests/support/docx-files";
import { DocxFault } from "./docx-fault";
import { readDocx } from "./docx-read";
import { NotAnArchive } from "./zip";

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
const older = (inner: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(504),
      Buffer.from(inner, "utf16le"),
    ]),
  );
const main = "word/document.xml";
const cut = (bytes: Uint8Array) => bytes.slice(0, bytes.length - 30);
const spoiled = (bytes: Uint8Array) => bytes.map((it, at) => (at > 40 && at < 120 ? it ^ 0xff : it));
const sealed = (bytes: Uint8Array) => {
  const marked = Uint8Array.from(bytes);
  for (let at = 0; at < marked.length - 4; at++)
    if (marked[at] === 0x50 && marked[at + 1] === 0x4b && marked[at + 2] === 1 && marked[at + 3] === 2)
      marked[at + 8] = 1;
  return marked;
};
const doubled = () => {
  const named = fileOf({ "word/documenu.xml": document(p(r("Other."))) });
  return new Uint8Array(
    Buffer.from(Buffer.from(named).toString("latin1").replaceAll("documenu", "document"), "latin1"),
  );
};

test.each<
  [string, () => Uint8Array, string, { part?: string | null; paragraph?: number | null; element?: string | null }]
>([
  ["a text", () => encode("No licence for force"), "notADocument", {}],
  ["nothing at all", () => new Uint8Array(), "notADocument", {}],
  ["an older Word file", () => older("WordDocument"), "olderDocument", {}],
  ["a document under a password", () => older("EncryptedPackage"), "encryptedDocument", {}],
  [
    "a workbook",
    () => fileOf({ "_rels/.rels": relations(relation("officeDocument", "xl/workbook.xml")) }),
    "notADocument",
    { part: "xl/workbook.xml" },
  ],
  [
    "an archive that is no document",
    () => fileOf({ "[Content_Types].xml": null }),
    "notADocument",
    { part: "[content_types].xml" },
  ],
  ["a document without its main part", () => fileOf({ [main]: null }), "partMissing", { part: main }],
  [
    "a document that names no main part",
    () => fileOf({ "_rels/.rels": relations() }),
    "notADocument",
    { part: "_rels/.rels" },
  ],
  ["the same part twice", doubled, "partDoubled", { part: main }],
  [
    "a project of macros",
    () => fileOf({ "word/vbaProject.bin": "x" }),
    "macrosInDocument",
    { part: "word/vbaproject.bin" },
  ],
  [
    "a document that says it has macros",
    () =>
      fileOf({
        "[Content_Types].xml":
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    "macrosInDocument",
    { part: "[content_types].xml", element: "Override" },
  ],
  [
    "an embedded file",
    () => fileOf({ "word/embeddings/a.xlsx": "x" }),
    "embeddedContent",
    { part: "word/embeddings/a.xlsx" },
  ],
  ["a control", () => fileOf({ "word/activeX/a.bin": "x" }), "embeddedContent", { part: "word/activex/a.bin" }],
  [
    "a picture from elsewhere",
    () =>
      fileOf({ "word/_rels/document.xml.rels": relations(relation("image", "https://example.org/a.png", outside)) }),
    "externalContent",
    { part: "word/_rels/document.xml.rels", element: "image" },
  ],
  [
    "a template from elsewhere",
    () =>
      fileOf({
        "word/_rels/document.xml.rels": relations(relation("attachedTemplate", "https://example.org/a.dotm", outside)),
      }),
    "externalContent",
    { element: "attachedTemplate" },
  ],
  [
    "a piece of another format",
    () => bodyOf(`${p(r("One."))}<w:altChunk r:id="a"/>`),
    "embeddedContent",
    { part: main, paragraph: 1, element: "altChunk" },
  ],
  ["a document inside it", () => bodyOf('<w:subDoc r:id="a"/>'), "embeddedContent", { part: main, element: "subDoc" }],
  [
    "a field that fetches a text",
    () => bodyOf(p(r("One.")) + p('<w:r><w:instrText> INCLUDETEXT "https://example.org" </w:instrText></w:r>')),
    "externalContent",
    { part: main, paragraph: 2, element: "INCLUDETEXT" },
  ],
  [
    "a field that asks a program",
    () => bodyOf(p('<w:fldSimple w:instr="DDEAUTO a b"/>')),
    "externalContent",
    { paragraph: 1, element: "DDEAUTO" },
  ],
  [
    "entities",
    () => fileOf({ [main]: `<!DOCTYPE w [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${document(p(r("&c;")))}` }),
    "entitiesDeclared",
    { part: main },
  ],
  [
    "an entity that nobody declared",
    () => bodyOf(p(r("One.")) + p(r("&c;"))),
    "brokenXml",
    { part: main, paragraph: 2, element: "t" },
  ],
  [
    "an element that is not closed",
    () => fileOf({ [main]: `<w:document ${w}><w:body><w:p><w:r><w:t>One.</w:r>` }),
    "brokenXml",
    { part: main, paragraph: 1, element: "t" },
  ],
  [
    "a part that ends too soon",
    () => fileOf({ [main]: `<w:document ${w}><w:body><w:p><w:r>` }),
    "brokenXml",
    { part: main, paragraph: 1, element: "r" },
  ],
  ["a part in UTF-16", () => fileOf({ [main]: utf16(document(p(r("One.")))) }), "partNotUtf8", { part: main }],
  [
    "a letter that XML has not",
    () => bodyOf(p(r("One.")) + p(r("&#xFFFF;"))),
    "brokenXml",
    { part: main, paragraph: 2, element: "t" },
  ],
  [
    "a control code",
    () => bodyOf(p(r("One.")) + p(r("a\u0085b"))),
    "noCharacter",
    { part: main, paragraph: 2, element: "t" },
  ],
  [
    "a comment that is not there",
    () => commented(""),
    "commentMissing",
    { part: "word/comments.xml", paragraph: 2, element: "7" },
  ],
  [
    "a broken comment",
    () => commented('<w:comment w:id="7"><w:p><w:r><w:t>a</w:r></w:p></w:comment>'),
    "brokenXml",
    { part: "word/comments.xml", paragraph: 1, element: "t" },
  ],
  [
    "comments without end",
    () => commented('<w:comment w:id="7"/>'.repeat(1_001)),
    "tooManyComments",
    { part: "word/comments.xml", element: "comment" },
  ],
  ["paragraphs without end", () => bodyOf("<w:p/>".repeat(5_001)), "tooManyParagraphs", { part: main, element: "p" }],
  [
    "letters without end",
    () => bodyOf(p(r("x".repeat(1_000_001)))),
    "tooManyLetters",
    { part: main, paragraph: 1, element: "t" },
  ],
  [
    "elements without end",
    () => bodyOf(p("<w:r/>".repeat(1_000_001))),
    "tooManyElements",
    { part: main, paragraph: 1, element: "r" },
  ],
  [
    "elements inside each other",
    () => bodyOf(p("<w:sdt>".repeat(80))),
    "tooDeep",
    { part: main, paragraph: 1, element: "sdt" },
  ],
])("%s: refused by its name, and where it is", (_, make, reason, place) => {
  let thrown: unknown;
  try {
    readDocx(make());
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DocxFault);
  expect(thrown).toMatchObject({ reason, place });
});

test.each<[string, () => Uint8Array, string]>([
  ["cut short", () => cut(fileOf()), "brokenArchive"],
  ["spoiled on the way", () => spoiled(fileOf()), "brokenArchive"],
  ["with parts under a password", () => sealed(fileOf()), "brokenArchive"],
  ["that unpacks to much more", () => fileOf({ "word/a.xml": " ".repeat(41_000_000) }), "archiveTooLarge"],
  [
    "of too many parts",
    () => fileOf(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`word/a${at}.xml`, "<a/>"]))),
    "archiveTooLarge",
  ],
])("an archive %s is refused", (_, make, reason) => {
  expect(() => readDocx(make())).toThrow(expect.toSatisfy((it) => it instanceof NotAnArchive && it.reason === reason));
});
