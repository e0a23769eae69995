import { writeZip } from "@/lib/platform/files/zip";
import { markedTextInput } from "@/lib/talking-points/schema.word";

const encode = (text: string) => new TextEncoder().encode(text);
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A document with these paragraphs and nothing else: what is left of a file once a program lost everything that is ours. */
export function bareDocx(paragraphs: readonly string[]): Uint8Array<ArrayBuffer> {
  const body = paragraphs
    .map((it) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(it)}</w:t></w:r></w:p>`)
    .join("");
  const parts = {
    "[Content_Types].xml": `<Types><Override ContentType="${type}.main+xml"/></Types>`,
    "_rels/.rels":
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  };
  return writeZip(Object.entries(parts).map(([name, text]) => ({ name, data: encode(text) })));
}

export const toMarkedFile = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], "marked.docx", { type });

/** A document in which somebody inserted, struck out and remarked: words of the file as it went out, replaced in its parts. */
export const changePart = (
  entries: readonly { name: string; data: Uint8Array }[],
  name: string,
  change: (xml: string) => string,
): Uint8Array<ArrayBuffer> =>
  writeZip(
    entries.map((it) =>
      it.name === name ? { name, data: encode(change(new TextDecoder().decode(it.data))) } : { ...it },
    ),
  );

type MarkedOptions = { preview?: "true" | "false"; digest?: string; leaveOut?: string };

export const askMarked = (
  id: string,
  onBehalfOf: string,
  file: File,
  { preview = "true", ...rest }: MarkedOptions = {},
) => markedTextInput.parse({ params: { id }, query: { preview }, body: { onBehalfOf, file, ...rest } });
