import { hasLetter } from "../text/characters";
import { findControl } from "./controls";
import { DocxFault } from "./docx-fault";
import { openDocx, type Parts, readPart } from "./docx-parts";
import { Tally } from "./tally";
import { attributeOf, type Listener } from "./xlsx-xml";

/** What is kept as a file, and how it is sent out. */
export const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain;charset=utf-8",
} as const;
export type FileType = keyof typeof mediaTypes;

export const fileTypeReasons = [
  "emptyFile",
  "unknownFileType",
  "brokenPdf",
  "twoFilesInOne",
  "controlsInFile",
] as const;

/** A file that is none of those that are kept, or more than one of them at once. */
export class FileTypeFault extends Error {
  constructor(
    readonly reason: (typeof fileTypeReasons)[number],
    readonly facts: Readonly<Record<string, string>> = {},
  ) {
    super(reason);
  }
}

/** What a file is by its content alone: neither its name nor the type it claims is believed. */
export function detectFileType(bytes: Uint8Array): FileType {
  if (bytes.byteLength === 0) throw new FileTypeFault("emptyFile");
  const head = toLatin(bytes.subarray(0, 16));
  if (head.startsWith("%PDF-")) return checkPdf(bytes, head);
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u00d0\u00cf\u0011\u00e0")) return checkDocx(bytes);
  return checkText(bytes);
}

const toLatin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** Its first line and its last three: nothing of it is read. What stands behind the end would be another file to other programs. */
function checkPdf(bytes: Uint8Array, head: string): FileType {
  if (!/^%PDF-(?:1\.[0-7]|2\.0)[\s%]/.test(head)) throw new FileTypeFault("brokenPdf");
  const tail = toLatin(bytes.subarray(Math.max(0, bytes.byteLength - 1_100)));
  const end = /startxref\s{1,4}(\d{1,10})\s{1,4}%%EOF[\s\0]{0,1000}$/.exec(tail);
  if (!end || Number(end[1]) >= bytes.byteLength) throw new FileTypeFault("brokenPdf");
  if (endsAsArchive(bytes)) throw new FileTypeFault("twoFilesInOne");
  return "pdf";
}

/** Whether an archive ends with these bytes: its end may hold a remark, and the remark may look like the end of a PDF. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const earliest = Math.max(0, bytes.byteLength - 22 - 65_535);
  for (let at = bytes.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.byteLength)
      return true;
  return false;
}

const document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A document for Word: nothing that runs in it, nothing embedded, nothing fetched from elsewhere as it is opened. */
function checkDocx(bytes: Uint8Array): FileType {
  const parts = openDocx(bytes);
  const tally = new Tally();
  if (!isDocument(parts, tally)) throw new DocxFault("notADocument", { part: "[content_types].xml" });
  for (const name of parts.keys()) if (name.endsWith(".rels")) refuseOutside(name, parts, tally);
  return "docx";
}

function isDocument(parts: Parts, tally: Tally): boolean {
  let found = false;
  const listener: Listener = {
    open(_, { ContentType = "" }) {
      found ||= ContentType.toLowerCase() === document;
    },
  };
  const types = parts.get("[content_types].xml");
  if (types) readPart("[content_types].xml", types, listener, tally);
  return found;
}

/** A template on the disk of whoever wrote it is looked for there and nowhere else; one on the network is fetched. */
const onDisk = /^file:\/\/\/[a-z]:/i;

function refuseOutside(part: string, parts: Parts, tally: Tally) {
  const listener: Listener = {
    open(element, attributes) {
      if (element !== "Relationship" || attributeOf(attributes, "TargetMode") !== "External") return;
      const type = attributeOf(attributes, "Type") ?? "";
      const kind = type.slice(type.lastIndexOf("/") + 1);
      if (kind === "hyperlink" || onDisk.test(attributeOf(attributes, "Target") ?? "")) return;
      throw new DocxFault("externalContent", { element: kind });
    },
  };
  readPart(part, parts.get(part) ?? new Uint8Array(), listener, tally);
}

function checkText(bytes: Uint8Array): FileType {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileTypeFault("unknownFileType");
  }
  const control = findControl(text);
  if (control) throw new FileTypeFault("controlsInFile", { code: control.code });
  if (!hasLetter(text)) throw new FileTypeFault("emptyFile");
  return "txt";
}
