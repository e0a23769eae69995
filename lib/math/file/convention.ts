import { FileFault } from "@/lib/math/file/fault";

/** What stands for agreement in the cells: 1 in every published export, −1 in the database behind it. */
export type AgreeSign = 1 | -1;

const cellOf = { line: 1, column: 1 };

/**
 * What an export declares of its signs: `agree=+1;disagree=-1;pass=0;format=polis-export/1`, in any order, in the last row of
 * its summary or in `format.json`.
 *
 * @throws {FileFault} where it cannot be read: guessing could turn everything round
 */
export function readConvention(declared: string): AgreeSign {
  const unreadable = () => new FileFault("conventionUnreadable", cellOf, { said: declared.slice(0, 80) });
  const values = new Map<string, string>();
  for (const part of declared.split(";").filter((it) => it.trim() !== "")) {
    const [key = "", value = "", ...more] = part.split("=").map((it) => it.trim());
    if (values.has(key) || more.length > 0) throw unreadable();
    values.set(key, value);
  }
  const number = (key: string) => (/^[+-]?\d$/.test(values.get(key) ?? "") ? Number(values.get(key)) : null);
  const [agree, disagree] = [number("agree"), number("disagree")];
  if (number("pass") !== 0 || (agree !== 1 && agree !== -1) || disagree !== -agree) throw unreadable();
  return agree;
}

/** The same of the whole `format.json`; null where it declares nothing. */
export function readFormat(text: string): AgreeSign | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== "object" || found === null || !("vote-convention" in found)) return null;
    return readConvention(String(found["vote-convention"]));
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault("conventionUnreadable", cellOf, { said: text.slice(0, 80) });
  }
}
