import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bodyOf, fileOf, outside, p, r, relation, relations } from "@/tests/support/docx-files";
import { readDocx } from "./docx-read";
import { toFlow } from "./docx-streams";

test("a document by another program is read as it says: other prefixes, other places, links, fields and copies for older programs", () => {
  const x = 'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const bytes = fileOf({
    "_rels/.rels": relations(relation("officeDocument", "/word/document2.xml")),
    "word/document.xml": null,
    "word/document2.xml": `<x:document ${x}><x:body><x:p><x:hyperlink r:id="h"><x:r><x:t>a link</x:t></x:r></x:hyperlink>
      <x:r><x:fldChar/><x:instrText> PAGE </x:instrText><x:t xml:space="preserve"> on 4</x:t></x:r>
      <x:r><mc:AlternateContent><mc:Choice><x:t>once</x:t></mc:Choice><mc:Fallback><x:t>twice</x:t></mc:Fallback></mc:AlternateContent></x:r></x:p></x:body></x:document>`,
    "word/_rels/document2.xml.rels": relations(relation("hyperlink", "https://example.org/secret", outside)),
  });
  const docx = readDocx(bytes);
  expect(toFlow(docx.paragraphs, "later").map(({ text }) => text)).toEqual(["a link on 4once"]);
  expect(JSON.stringify(docx)).not.toContain("example.org");
});

test("what somebody inserted and somebody else struck out was never there", () => {
  const twice = "<w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:ins>";
  const docx = readDocx(bodyOf(p(`${r("a") + twice}<w:r><w:br/><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>`)));
  for (const side of ["earlier", "later"] as const)
    expect(toFlow(docx.paragraphs, side)[0]?.text).toBe("a\n\t\u2011\u00ad");
});

test("a real file of LibreOffice keeps the comments with the words that they are about", () => {
  const { comments } = readDocx(new Uint8Array(readFileSync("tests/fixtures/docx/marked-libreoffice.docx")));
  expect(comments.map(({ quote }) => quote)).toContain("each year");
});
