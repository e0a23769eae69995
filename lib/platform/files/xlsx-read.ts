import { fileLimits, OverLimit, Tally } from "./tally";
import type { Cell, Row } from "./xlsx-cells";
import { decodeCell } from "./xlsx-cells";
import { type Book, readSheet } from "./xlsx-sheet";
import { readSharedStrings } from "./xlsx-strings";
import { readCellStyles } from "./xlsx-styles";
import { attributeOf, type Listener, readXml } from "./xlsx-xml";
import { NotAnArchive, readZip } from "./zip";

/** Only what a table is read from; drawings, links, macros and the rest stay outside. */
const needed =
  /^(?:xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml)|xl\/worksheets\/[^/\\]{1,60}\.xml)$/i;

type Parts = ReadonlyMap<string, Uint8Array>;
type Tab = { name: string; visible: boolean; part: Uint8Array };

/** The sheet that was read, by the name on its tab. */
type SheetRows = { sheet: string; rows: Row[] };

/**
 * The rows of the first sheet, in the order of the tabs, that can be seen and whose first row fits. Where none fits it is the
 * first that holds anything, so that whoever is refused is told of a sheet that they can see.
 */
export function readXlsx(
  bytes: Uint8Array,
  mostRows: number,
  fits: (head: readonly Cell[]) => boolean = () => true,
): SheetRows {
  const entries = readZip(bytes, fileLimits, (name) => needed.test(name));
  const parts = new Map(entries.map(({ name, data }) => [name.toLowerCase(), data]));
  try {
    return readFirst(parts, mostRows, fits);
  } catch (error) {
    throw error instanceof NotAnArchive || error instanceof OverLimit ? error : new NotAnArchive("brokenArchive");
  }
}

function readFirst(parts: Parts, mostRows: number, fits: (head: readonly Cell[]) => boolean): SheetRows {
  const tally = new Tally();
  const { tabs, from1904 } = readTabs(parts, tally);
  const seen = tabs.filter(({ visible }) => visible);
  const book: Book = {
    strings: readSharedStrings(parts.get("xl/sharedstrings.xml"), tally),
    looks: readCellStyles(parts.get("xl/styles.xml"), tally),
    from1904,
  };
  const read = ({ name, part }: Tab, most: number) => {
    tally.enterSheet(name);
    return readSheet(part, book, most, tally);
  };
  // Tabs after the one that fits are not looked into: what they hold counts for nothing.
  let [chosen, isHeaded] = [seen[0], false];
  for (const tab of seen) {
    const head = read(tab, 0)[0]?.cells;
    if (!head || (isHeaded && !fits(head))) continue;
    [chosen, isHeaded] = [tab, true];
    if (fits(head)) break;
  }
  if (!chosen) throw new NotAnArchive("brokenArchive");
  return { sheet: chosen.name, rows: read(chosen, mostRows) };
}

/** The tabs in their order, which is not that of the files. */
function readTabs(parts: Parts, tally: Tally): { tabs: Tab[]; from1904: boolean } {
  const workbook = parts.get("xl/workbook.xml");
  if (!workbook) throw new NotAnArchive("brokenArchive");
  const targets = readTargets(parts.get("xl/_rels/workbook.xml.rels"), tally);
  const tabs: Tab[] = [];
  let from1904 = false;
  const listener: Listener = {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const part = parts.get(targets.get(attributeOf(attributes, "id") ?? "") ?? "");
      if (part) tabs.push({ name: decodeCell(attributes.name ?? ""), visible: isVisible(attributes.state), part });
    },
  };
  readXml(workbook, listener, tally);
  return { tabs, from1904 };
}

const isVisible = (state: string | undefined) => state === undefined || state === "visible";

/** Which file each relation of the workbook leads to; sheets of charts are no tables. */
function readTargets(bytes: Uint8Array | undefined, tally: Tally): Map<string, string> {
  const targets = new Map<string, string>();
  if (!bytes) throw new NotAnArchive("brokenArchive");
  const listener: Listener = {
    open(name, { Id = "", Target = "", Type = "" }) {
      if (name !== "Relationship" || !Type.endsWith("/worksheet")) return;
      targets.set(Id, (Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`).toLowerCase());
    },
  };
  readXml(bytes, listener, tally);
  return targets;
}
