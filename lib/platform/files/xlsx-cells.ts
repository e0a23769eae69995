/** A formula or a fault stands there: what it amounts to is not what somebody wrote. */
export const unreadable = Symbol("unreadable");
/** Words that somebody struck out stand there: read as plain text they would come back. */
export const struck = Symbol("struck");

export type Cell = string | null | typeof unreadable | typeof struck;
export type Row = { line: number; cells: Cell[] };

/** What a spreadsheet shows as nothing. */
export const isBlank = (cell: Cell) => cell === null || (typeof cell === "string" && cell.trim() === "");

const escaped = /_x([0-9A-Fa-f]{4})_/g;
// XML has no room for these; a lone carriage return it would read as a line feed.
const outsideXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written otherwise
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A cell's text as it is kept in a workbook, where `_xHHHH_` stands for a character, and line ends are one character. */
export const decodeCell = (kept: string) =>
  kept.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, "\n");

/** The other way round: what reads like such an escape already has its first letter escaped. */
export const encodeCell = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(outsideXml, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
