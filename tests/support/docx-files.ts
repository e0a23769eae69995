import { writeZip } from "@/lib/platform/files/zip";

export const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const document = (body: string) => `<w:document ${w}><w:body>${body}</w:body></w:document>`;
export const p = (inner: string) => `<w:p>${inner}</w:p>`;
export const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
export const relations = (...inner: string[]) => `<Relationships>${inner.join("")}</Relationships>`;
export const relation = (type: string, target: string, more = "") =>
  `<Relationship Id="r" Type="x/${type}" Target="${target}"${more}/>`;
export const outside = ' TargetMode="External"';

export const plain: Record<string, string | Uint8Array> = {
  "[Content_Types].xml":
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
  "word/document.xml": document(p(r("One.")) + p(r("Two."))),
};
export const encode = (it: string | Uint8Array) => (typeof it === "string" ? new TextEncoder().encode(it) : it);
export const fileOf = (changed: Record<string, string | Uint8Array | null> = {}) =>
  writeZip(
    Object.entries({ ...plain, ...changed }).flatMap(([name, data]) =>
      data === null ? [] : [{ name, data: encode(data) }],
    ),
  );
export const bodyOf = (body: string) => fileOf({ "word/document.xml": document(body) });
export const commented = (
  comments: string,
  body = p('<w:commentRangeStart w:id="7"/><w:r><w:t>One.</w:t></w:r><w:commentRangeEnd w:id="7"/>'),
) =>
  fileOf({
    "word/document.xml": document(p(r("Zero.")) + body),
    "word/_rels/document.xml.rels": relations(relation("comments", "comments.xml")),
    "word/comments.xml": `<w:comments ${w}>${comments}</w:comments>`,
  });
