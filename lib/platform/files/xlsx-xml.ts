import { SaxesParser } from "saxes";
import type { Tally } from "./tally";
import { NotAnArchive } from "./zip";

export type Attributes = Readonly<Record<string, string>>;

/** Hears the parts of a document in order. Names come without the prefix that some programs put before them. */
export type Listener = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Said by a listener that has heard enough. */
export const enough = Symbol("enough");

const pieceLetters = 1 << 16;
const deepest = 64;
const maxAttributes = 200;

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads a document of a workbook piece by piece. It declares no entities of its own: one that does is not part of a workbook,
 * whatever they would expand to. Elements and attributes are counted before anybody hears of them.
 */
export function readXml(bytes: Uint8Array, listener: Listener, tally: Tally): void {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new NotAnArchive("brokenArchive");
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let [depth, attributes] = [0, 0];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("attribute", () => {
    attributes += 1;
    tally.countAttribute();
    if (attributes > maxAttributes) throw new NotAnArchive("archiveTooLarge");
  });
  parser.on("opentag", ({ name, attributes: given }) => {
    depth += 1;
    tally.countElement();
    attributes = 0;
    if (depth > deepest) throw new NotAnArchive("archiveTooLarge");
    listener.open(localName(name), given);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    listener.close?.(localName(name));
  });
  const hear = (piece: string) => listener.text?.(piece);
  parser.on("text", hear);
  parser.on("cdata", hear);
  try {
    for (let at = 0; at < text.length; at += pieceLetters) parser.write(text.slice(at, at + pieceLetters));
    parser.close();
  } catch (error) {
    if (error !== enough) throw error;
  }
}

/** An attribute whatever prefix it has, as that of a relation may have any. */
export const attributeOf = (attributes: Attributes, name: string) =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

/** A mark such as `<strike/>`, which `val="0"` takes back. */
export const isSet = ({ val = "1" }: Attributes) => !/^(0|false|off)$/.test(val);
