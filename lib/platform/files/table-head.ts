import { foldText } from "../text/fold";
import { unescapeFormula } from "./csv";
import { type Cell, isBlank } from "./xlsx-cells";

const plain = (text: string) => foldText(text.replaceAll(/[\u00a0\u202f]/g, " ")).trim();

/** Words of several languages, each for the code that it stands for, as `findCode` looks them up. */
export const toCodes = <T extends string>(codes: readonly T[], names: readonly ((it: T) => string)[]) =>
  new Map(codes.flatMap((code) => [code, ...names.map((name) => name(code))].map((word) => [plain(word), code])));

/** A word of a file, for what it stands for; null where it stands for nothing we know. */
export const findCode = <T>(codes: ReadonlyMap<string, T>, word: string): T | null =>
  codes.get(plain(unescapeFormula(word))) ?? null;

/** The headings that a table may have, each for its column, and the columns that it must have. Plain data: it goes to a thread. */
export type TableHead<Key extends string = string> = {
  readonly columns: ReadonlyMap<string, Key>;
  readonly required: readonly Key[];
};

export type HeadFault = {
  reason: "unknownColumn" | "repeatedColumn" | "columnMissing" | "unreadableColumn";
  column: string;
};

/** As a spreadsheet names its columns: A, B, … Z, AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** Which column means what. A heading that means nothing is refused rather than passed over: it may be a mistyped one. */
export function readHead<Key extends string>(
  cells: readonly (Cell | symbol)[],
  { columns, required }: TableHead<Key>,
): (Key | null)[] | HeadFault {
  const keys: (Key | null)[] = [];
  for (const [at, cell] of cells.entries()) {
    if (typeof cell === "symbol") return { reason: "unreadableColumn", column: letterOf(at) };
    if (cell === null || isBlank(cell)) {
      keys.push(null);
      continue;
    }
    const heading = cell.slice(0, 80);
    const key = findCode(columns, heading);
    if (!key) return { reason: "unknownColumn", column: heading };
    if (keys.includes(key)) return { reason: "repeatedColumn", column: heading };
    keys.push(key);
  }
  for (const key of required) if (!keys.includes(key)) return { reason: "columnMissing", column: key };
  return keys;
}

/** Whether these cells are the head of such a table. */
export const fitsHead = (cells: readonly Cell[], head: TableHead) => Array.isArray(readHead(cells, head));
