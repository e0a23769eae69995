import { writeZip } from "@/lib/platform/files/zip";

/** A cell that is filled in: a text; a formula with what it came to; words that are struck out; a text behind which a link stands. */
export type TableCell = string | null | { formula: string } | { struck: string } | { error: string };

type Parts = Record<string, string>;
type BookOptions = {
  /** How the sheets after the first are kept. */
  hidden?: "hidden" | "veryHidden";
  /** A link behind this cell. */
  link?: { cell: string; target: string };
  /** A file that the workbook leads to. */
  external?: string;
  /** A picture of the sheet that lies elsewhere. */
  picture?: string;
  macros?: boolean;
};

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const letters = (at: number): string => String.fromCharCode(65 + at);

function toCell(cell: TableCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
  if ("formula" in cell) return `<c r="${at}" t="str"><f>${xml(cell.formula)}</f><v>came of it</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><v>${xml(cell.error)}</v></c>`;
  return `<c r="${at}" t="inlineStr" s="1"><is><t>${xml(cell.struck)}</t></is></c>`;
}

const toSheet = (rows: readonly (readonly TableCell[])[]) =>
  rows
    .map((cells, line) => {
      const all = cells.map((cell, at) => toCell(cell, `${letters(at)}${line + 1}`)).join("");
      return `<row r="${line + 1}">${all}</row>`;
    })
    .join("");

const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="x/${type}" Target="${xml(target)}"${external ? ' TargetMode="External"' : ""}/>`;
const relations = (...all: string[]) => `<Relationships>${all.join("")}</Relationships>`;

/** A workbook with these cells on its first sheet, as another program could have made it. */
export function makeBook(rows: readonly (readonly TableCell[])[], options: BookOptions = {}) {
  const { hidden, link, external, picture, macros } = options;
  const sheetLinks = [
    ...(link ? [relation("h1", "hyperlink", link.target, true)] : []),
    ...(picture ? [relation("p1", "image", picture, true)] : []),
  ];
  const second = hidden ? `<sheet name="Notes" sheetId="2" state="${hidden}" r:id="b"/>` : "";
  const parts: Parts = {
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Comments" sheetId="1" r:id="a"/>${second}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("a", "worksheet", "worksheets/sheet1.xml"),
      ...(hidden ? [relation("b", "worksheet", "worksheets/sheet2.xml")] : []),
    ),
    "xl/styles.xml":
      "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId='1' applyFont='1'/></cellXfs></styleSheet>",
    "xl/worksheets/sheet1.xml": `<worksheet xmlns:r="r"><sheetData>${toSheet(rows)}</sheetData>${
      link ? `<hyperlinks><hyperlink ref="${link.cell}" r:id="h1"/></hyperlinks>` : ""
    }</worksheet>`,
    ...(hidden && {
      "xl/worksheets/sheet2.xml": `<worksheet><sheetData>${toSheet([["kept back"]])}</sheetData></worksheet>`,
    }),
    ...(sheetLinks.length > 0 && { "xl/worksheets/_rels/sheet1.xml.rels": relations(...sheetLinks) }),
    ...(external && {
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
      "xl/externalLinks/_rels/externalLink1.xml.rels": relations(relation("e", "externalLinkPath", external, true)),
    }),
    ...(macros && { "xl/vbaProject.bin": "a program" }),
  };
  const entries = Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) }));
  return new File([writeZip(entries)], "table.xlsx");
}
