import { DocxFault } from "./docx-fault";
import { Tally } from "./tally";
import { attributeOf, type Listener, readXml } from "./xlsx-xml";
import { NotAnArchive, readZip } from "./zip";

/** What one document may hold, unpacked. */
const limits = { bytes: 40_000_000, entries: 500 };
const contentTypes = "[content_types].xml";

export type Parts = ReadonlyMap<string, Uint8Array>;

/** What is read of a document; pictures, themes, fonts and the rest stay packed. */
const isWanted = (name: string) =>
  /(?:\.xml|\.rels)$/i.test(name) && !/\/(?:theme|glossary|customXml)\//i.test(`/${name}`);

const isAt = (bytes: Uint8Array, from: number, mark: readonly number[]) =>
  mark.every((it, at) => bytes[from + at] === it);
const older = [0xd0, 0xcf, 0x11, 0xe0];
const zipped = [0x50, 0x4b, 0x03, 0x04];

/** The parts of a document by their names, or why it is none: what it claims to be is not believed. */
export function openDocx(bytes: Uint8Array): Parts {
  if (isAt(bytes, 0, older)) {
    // A document under a password is an older file around a sealed one, and says so in letters of two bytes.
    const sealed = Buffer.from("EncryptedPackage", "utf16le");
    throw new DocxFault(Buffer.from(bytes).includes(sealed) ? "encryptedDocument" : "olderDocument");
  }
  if (!isAt(bytes, 0, zipped)) throw new DocxFault("notADocument");
  const names = new Set<string>();
  let doubled: string | null = null;
  const entries = readZip(bytes, limits, (name) => {
    const key = name.toLowerCase();
    if (names.has(key)) doubled = key;
    names.add(key);
    return isWanted(name);
  });
  // Programs differ in which of two they read.
  if (doubled !== null) throw new DocxFault("partDoubled", { part: doubled });
  const parts = new Map(entries.map(({ name, data }) => [name.toLowerCase(), data]));
  refuseActive([...names], parts);
  return parts;
}

function refuseActive(names: readonly string[], parts: Parts) {
  const macros = names.find((it) => /vba(?:project|data)\.(?:bin|xml)$/.test(it));
  const types = parts.get(contentTypes);
  if (!types) throw new DocxFault("notADocument", { part: contentTypes });
  const listener: Listener = {
    open(name, { ContentType = "" }) {
      if (/macroEnabled/i.test(ContentType))
        throw new DocxFault("macrosInDocument", { part: contentTypes, element: name });
    },
  };
  readPart(contentTypes, types, listener, new Tally());
  if (macros) throw new DocxFault("macrosInDocument", { part: macros });
  const embedded = names.find((it) => /\/(?:embeddings|activex)\/[^/]/.test(it));
  if (embedded) throw new DocxFault("embeddedContent", { part: embedded });
}

type Where = { paragraph: () => number | null };

/** Reads a part; what is wrong in it is said with the part, the paragraph and the element that was open. */
export function readPart(part: string, bytes: Uint8Array, listener: Listener, tally: Tally, where?: Where) {
  let element: string | null = null;
  const at = () => ({ part, paragraph: where?.paragraph() ?? null, element });
  const heard: Listener = {
    ...listener,
    open(name, attributes) {
      element = name;
      listener.open(name, attributes);
    },
  };
  let head: string;
  try {
    head = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DocxFault("partNotUtf8", { part });
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(head)) throw new DocxFault("entitiesDeclared", { part });
  try {
    readXml(bytes, heard, tally);
  } catch (error) {
    if (error instanceof DocxFault) throw new DocxFault(error.reason, { ...at(), ...withoutNulls(error.place) });
    if (error instanceof NotAnArchive) throw new DocxFault("tooDeep", at());
    throw new DocxFault(/over the limit$/.test((error as Error).message) ? "tooManyElements" : "brokenXml", at());
  }
}

const withoutNulls = (place: object) => Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));

export type Relation = { id: string; type: string; target: string };

/** Where a part leads to. What lies outside the file is not fetched; but a link to follow, it is refused by its kind. */
export function readRelations(part: string, parts: Parts, tally: Tally): Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const bytes = parts.get(name);
  if (!bytes) return [];
  const relations: Relation[] = [];
  const listener: Listener = {
    open(element, attributes) {
      if (element !== "Relationship") return;
      const [type, mode] = [attributeOf(attributes, "Type") ?? "", attributeOf(attributes, "TargetMode")];
      const kind = type.slice(type.lastIndexOf("/") + 1);
      if (mode === "External" && kind !== "hyperlink") throw new DocxFault("externalContent", { element: kind });
      if (/^(?:aFChunk|subDocument|oleObject|control)$/.test(kind))
        throw new DocxFault("embeddedContent", { element: kind });
      if (mode === "External") return;
      const target = attributeOf(attributes, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `${folder}${target.replace(/^\.\//, "")}`;
      relations.push({ id: attributeOf(attributes, "Id") ?? "", type: kind, target: path.toLowerCase() });
    },
  };
  readPart(name, bytes, listener, tally);
  return relations;
}
