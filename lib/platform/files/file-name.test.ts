import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { toAttachment, toFileName } from "./file-name";

test.each([
  ["Ordre du jour.pdf", "pdf", "Ordre du jour.pdf"],
  ["../../etc/passwd", "txt", "passwd.txt"],
  ["C:\\Users\\j\\Note.DOCX", "docx", "Note.docx"],
  ["invoice.pdf.exe", "pdf", "invoice.pdf.exe.pdf"],
  ["evil\u202efdp.exe", "pdf", "evilfdp.exe.pdf"],
  ['a"; filename="b.html', "pdf", "a; filename=b.html.pdf"],
  ["a\r\nSet-Cookie: b=c.pdf", "pdf", "aSet-Cookie b=c.pdf"],
  ["CON.txt", "txt", "_CON.txt"],
  ["…", "pdf", "file.pdf"],
  [".htaccess", "txt", "htaccess.txt"],
  ["ᐃᓄᐃᑦ 2027.pdf", "pdf", "ᐃᓄᐃᑦ 2027.pdf"],
  ["%2e%2e%2fa.pdf", "pdf", "2e2e2fa.pdf"],
  ["lone \ud800.pdf", "pdf", "lone.pdf"],
] as const)("%j is kept as %3$j", (given, type, kept) => {
  expect(toFileName(given, type)).toBe(kept);
});

const names = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "binary", maxLength: 300 }));

test("a name is one name, of what the file is, in letters that are seen", () => {
  fc.assert(
    fc.property(names, fc.constantFrom("pdf" as const, "docx" as const, "txt" as const), (given, type) => {
      const name = toFileName(given, type);
      expect(name).not.toMatch(/[/\\:*?"<>|%]|[\p{Cc}\p{Cf}\p{Cs}]|^\.|^\s/u);
      expect(name.endsWith(`.${type}`)).toBe(true);
      expect([...name].length).toBeLessThan(110);
      expect(toFileName(name, type)).toBe(name);
    }),
  );
});

test("what a browser reads from the header is the name, and old readers get plain letters", () => {
  fc.assert(
    fc.property(names, (given) => {
      const name = toFileName(given, "pdf");
      const header = toAttachment(name);
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
      const [, plain = "", whole = ""] =
        /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''(\S*)$/.exec(header) ?? [];
      expect(plain).not.toMatch(/["\\]/);
      expect(decodeURIComponent(whole)).toBe(name);
    }),
  );
});
