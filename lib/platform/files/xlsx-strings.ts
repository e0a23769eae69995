import type { Tally } from "./tally";
import { decodeCell, struck } from "./xlsx-cells";
import { type Attributes, isSet, type Listener, readXml } from "./xlsx-xml";

/**
 * The text of a cell, of one piece or of several that look otherwise. How it is read aloud (`rPh`) is not what it says; a
 * piece that is struck out makes the whole unreadable, since plain text cannot say which words were meant to go.
 */
export class CellText implements Listener {
  private parts: string[] = [];
  private inText = false;
  private inReading = false;
  private isStruck = false;

  open(name: string, attributes: Attributes) {
    if (name === "rPh") this.inReading = true;
    if (name === "t") this.inText = !this.inReading;
    if (name === "strike" && isSet(attributes)) this.isStruck = true;
  }

  close(name: string) {
    if (name === "rPh") this.inReading = false;
    if (name === "t") this.inText = false;
  }

  text(piece: string) {
    if (this.inText) this.parts.push(piece);
  }

  /** What it says, and is ready for the next. */
  finish(): string | typeof struck {
    const said = this.isStruck ? struck : decodeCell(this.parts.join(""));
    this.parts = [];
    this.isStruck = false;
    return said;
  }
}

/** The texts that cells refer to by number. */
export function readSharedStrings(bytes: Uint8Array | undefined, tally: Tally): (string | typeof struck)[] {
  const all: (string | typeof struck)[] = [];
  if (!bytes) return all;
  const text = new CellText();
  const listener: Listener = {
    open: (name, attributes) => text.open(name, attributes),
    text: (piece) => text.text(piece),
    close: (name) => {
      text.close(name);
      if (name === "si") all.push(text.finish());
    },
  };
  readXml(bytes, listener, tally);
  return all;
}
