import { expect, test } from "vitest";
import { encode, fileOf, outside, relation, relations } from "@/tests/support/docx-files";
import { fc } from "@/tests/support/fast-check";
import { DocxFault } from "./docx-fault";
import { detectFileType, FileTypeFault } from "./file-type";
import { NotAnArchive, writeZip } from "./zip";

const pdf = (version = "1.7", tail = "startxref\n9\n%%EOF\n") =>
  encode(`%PDF-${version}\n1 0 obj\n<< >>\nendobj\nxref\n0 1\ntrailer\n<< >>\n${tail}`);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const template = (target: string) =>
  fileOf({ "word/_rels/settings.xml.rels": relations(relation("attachedTemplate", target, outside)) });

/** An archive after a PDF, whose remark looks like the end of one. */
function polyglot() {
  const archive = writeZip([{ name: "run.js", data: encode("alert(1)") }]);
  const remark = encode("\nstartxref\n9\n%%EOF\n");
  new DataView(archive.buffer).setUint16(archive.byteLength - 2, remark.byteLength, true);
  return join(pdf(), archive, remark);
}

function reasonOf(bytes: Uint8Array) {
  try {
    return detectFileType(bytes);
  } catch (error) {
    if (error instanceof FileTypeFault || error instanceof DocxFault || error instanceof NotAnArchive)
      return error.reason;
    throw error;
  }
}

test.each([
  ["a PDF", pdf(), "pdf"],
  ["a PDF 2.0 whose lines end as on Windows", pdf("2.0", "startxref\r\n9\r\n%%EOF\r\n"), "pdf"],
  ["a document for Word", fileOf(), "docx"],
  [
    "one that leads to a page",
    fileOf({ "word/_rels/document.xml.rels": relations(relation("hyperlink", "https://a.example", outside)) }),
    "docx",
  ],
  ["one made from a template on its author’s disk", template("file:///C:\\Templates\\Memo.dotx"), "docx"],
  ["a text in two languages", encode("R2P\n\nLa responsabilité de protéger\n"), "txt"],
  ["markup, which is a text and never more", encode("<!doctype html><script>alert(1)</script>"), "txt"],
])("%s is kept as what it is", (_, bytes, type) => {
  expect(detectFileType(bytes)).toBe(type);
});

test.each([
  ["nothing", new Uint8Array(), "emptyFile"],
  ["blanks", encode(" \n\n"), "emptyFile"],
  ["a program", join(encode("MZ"), new Uint8Array([0x90, 0, 3, 0xff, 0xfe])), "unknownFileType"],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "unknownFileType"],
  ["a text in UTF-16", new Uint8Array(Buffer.from("\ufeffR2P", "utf16le")), "unknownFileType"],
  ["a text that commands a terminal", encode("R2P \u001b]0;owned\u0007"), "controlsInFile"],
  ["a PDF that was cut short", pdf().subarray(0, -12), "brokenPdf"],
  ["a PDF that ends beyond its end", pdf("1.7", "startxref\n999999\n%%EOF"), "brokenPdf"],
  ["a PDF of no version", pdf("9.9"), "brokenPdf"],
  ["a PDF with a page behind its end", join(pdf(), encode("<script>")), "brokenPdf"],
  ["a PDF that is an archive too", polyglot(), "twoFilesInOne"],
  ["something before a PDF", join(encode("GIF89a\u0000"), pdf()), "controlsInFile"],
  ["an older document", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "olderDocument"],
  [
    "a workbook",
    fileOf({
      "[Content_Types].xml":
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    }),
    "notADocument",
  ],
  ["any archive", writeZip([{ name: "a.txt", data: encode("a") }]), "notADocument"],
  ["an archive that is cut short", fileOf().subarray(0, -30), "brokenArchive"],
  ["macros", fileOf({ "word/vbaProject.bin": "x" }), "macrosInDocument"],
  ["another file inside", fileOf({ "word/embeddings/oleObject1.bin": "x" }), "embeddedContent"],
  ["a template that is fetched", template("https://evil.example/t.dotm"), "externalContent"],
  ["a template on a share", template("file:////server/share/t.dotm"), "externalContent"],
  [
    "a picture that is fetched",
    fileOf({ "word/_rels/document.xml.rels": relations(relation("image", "https://a.example/p.png", outside)) }),
    "externalContent",
  ],
  [
    "entities",
    fileOf({ "word/_rels/document.xml.rels": '<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>' }),
    "entitiesDeclared",
  ],
  [
    "forty megabytes in forty kilobytes",
    fileOf({ "word/document.xml": new Uint8Array(40_000_001) }),
    "archiveTooLarge",
  ],
  [
    "a thousand parts",
    writeZip(Array.from({ length: 1_000 }, (_, at) => ({ name: `word/${at}.xml`, data: encode("<a/>") }))),
    "archiveTooLarge",
  ],
])("%s is refused: %s", (_, bytes, reason) => {
  expect(reasonOf(bytes)).toBe(reason);
});

test("whatever the bytes are, they are told or refused with a reason", () => {
  const begin = fc.constantFrom(
    encode(""),
    encode("%PDF-1.7\n"),
    encode("PK\u0003\u0004"),
    fileOf(),
    pdf(),
    fileOf().subarray(0, 90),
  );
  fc.assert(
    fc.property(begin, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      expect(typeof reasonOf(join(head, rest))).toBe("string");
    }),
    { numRuns: 500 },
  );
});
