import type { Tally } from "./tally";
import { type Attributes, isSet, type Listener, readXml } from "./xlsx-xml";

/** What a cell's look says of its value. */
export type CellStyle = { isDay: boolean; isStruck: boolean };

const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a number shown so is a day; hours alone are not. Words in quotation marks or brackets, and escaped letters, say nothing. */
export function isDayFormat(code: string): boolean {
  const [positive = ""] = code.replace(/"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|[\\_*]./g, "").split(";");
  return /[dy]/i.test(positive) && !/general/i.test(positive);
}

/** The looks that cells refer to by number. */
export function readCellStyles(bytes: Uint8Array | undefined, tally: Tally): CellStyle[] {
  const looks: CellStyle[] = [];
  if (!bytes) return looks;
  const days = new Map<number, boolean>();
  const struckFonts: boolean[] = [];
  let within = "";
  const isDay = (id: number) => days.get(id) ?? isBuiltInDay(id);
  const listener: Listener = {
    open(name: string, attributes: Attributes) {
      if (name === "fonts" || name === "cellXfs" || name === "dxfs") within = name;
      if (name === "numFmt" && within === "")
        days.set(Number(attributes.numFmtId), isDayFormat(attributes.formatCode ?? ""));
      if (within === "fonts" && name === "font") struckFonts.push(false);
      if (within === "fonts" && name === "strike" && isSet(attributes)) struckFonts[struckFonts.length - 1] = true;
      if (within === "cellXfs" && name === "xf") {
        looks.push({
          isDay: isDay(Number(attributes.numFmtId ?? 0)),
          isStruck: struckFonts[Number(attributes.fontId ?? 0)] ?? false,
        });
      }
    },
    close(name: string) {
      if (name === within) within = "";
    },
  };
  readXml(bytes, listener, tally);
  return looks;
}
