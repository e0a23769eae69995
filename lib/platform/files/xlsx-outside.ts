import { fileLimits, Tally } from "./tally";
import { decodeCell } from "./xlsx-cells";
import { attributeOf, readXml } from "./xlsx-xml";
import { listZip, NotAnArchive, readZip } from "./zip";

export type OutsideFacts = Readonly<Record<string, string>>;

/** A workbook holds what its reader does not see, or leads elsewhere: what it is, by its name. */
export class OutsideContent extends Error {
  constructor(
    readonly reason: "hiddenSheet" | "externalLink" | "linkInCell" | "macros",
    readonly facts: OutsideFacts,
  ) {
    super(reason);
  }
}

const relations = /^xl\/(?:worksheets|externallinks)\/_rels\/[^/\\]{1,80}\.rels$/;
const sheets = /^xl\/worksheets\/[^/\\]{1,60}\.xml$/;
const needed = (name: string) =>
  name === "xl/workbook.xml" || name === "xl/_rels/workbook.xml.rels" || relations.test(name) || sheets.test(name);

const longestName = 200;
const named = (text: string) => decodeCell(text).slice(0, longestName);

/**
 * Refuses a workbook whose reader cannot see all that is in it: a hidden sheet, a link to another file, a link behind a cell,
 * a program. Each is named, so that whoever sent it finds it.
 */
export function refuseOutside(bytes: Uint8Array): void {
  const macros = listZip(bytes, fileLimits).find((name) => /vbaproject\.bin$|\/macrosheets\//i.test(name));
  if (macros !== undefined) throw new OutsideContent("macros", { name: named(macros) });
  const read = readZip(bytes, fileLimits, (name) => needed(name.toLowerCase()));
  const parts = new Map(read.map(({ name, data }) => [name.toLowerCase(), data]));
  const tally = new Tally();
  const tabs = listTabs(parts, tally);
  const hidden = tabs.find(({ hidden }) => hidden);
  if (hidden) throw new OutsideContent("hiddenSheet", { sheet: hidden.name });
  for (const [name, part] of parts) {
    if (!relations.test(name)) continue;
    const outside = listTargets(part, tally);
    const [first] = outside.values();
    if (first === undefined) continue;
    if (name.startsWith("xl/externallinks/")) throw new OutsideContent("externalLink", { target: named(first) });
    refuseLinks(parts, name, outside, tabs, tally);
  }
}

type Parts = ReadonlyMap<string, Uint8Array>;
type Tab = { name: string; hidden: boolean; part: string };

function listTabs(parts: Parts, tally: Tally): Tab[] {
  const workbook = parts.get("xl/workbook.xml");
  const links = parts.get("xl/_rels/workbook.xml.rels");
  if (!workbook || !links) throw new NotAnArchive("brokenArchive");
  const targets = new Map<string, string>();
  readXml(
    links,
    {
      open(name, { Id = "", Target = "" }) {
        if (name === "Relationship") targets.set(Id, Target.replace(/^\/?(xl\/)?(\.\/)?/i, "xl/").toLowerCase());
      },
    },
    tally,
  );
  const tabs: Tab[] = [];
  readXml(
    workbook,
    {
      open(name, attributes) {
        if (name !== "sheet") return;
        const { state = "visible" } = attributes;
        const part = targets.get(attributeOf(attributes, "id") ?? "") ?? "";
        tabs.push({ name: named(attributes.name ?? ""), hidden: state !== "visible", part });
      },
    },
    tally,
  );
  return tabs;
}

/** Where a part leads outside its workbook, by the ids of the relations. */
function listTargets(part: Uint8Array, tally: Tally): Map<string, string> {
  const outside = new Map<string, string>();
  readXml(
    part,
    {
      open(name, { Id = "", Target = "", TargetMode = "" }) {
        if (name === "Relationship" && TargetMode.toLowerCase() === "external") outside.set(Id, Target);
      },
    },
    tally,
  );
  return outside;
}

function refuseLinks(parts: Parts, rels: string, outside: Map<string, string>, tabs: readonly Tab[], tally: Tally) {
  const at = rels.replace("/_rels/", "/").replace(/\.rels$/, "");
  const sheet = tabs.find(({ part }) => part === at)?.name ?? "";
  const part = parts.get(at);
  if (part)
    readXml(
      part,
      {
        open(name, attributes) {
          const target = name === "hyperlink" ? outside.get(attributeOf(attributes, "id") ?? "") : undefined;
          if (target === undefined) return;
          throw new OutsideContent("linkInCell", { sheet, cell: named(attributes.ref ?? ""), target: named(target) });
        },
      },
      tally,
    );
  // Something else of the sheet leads away: a picture, an object.
  const [target = ""] = outside.values();
  throw new OutsideContent("externalLink", { target: named(target) });
}
