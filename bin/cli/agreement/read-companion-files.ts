import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type AgreeSign, readConvention, readFormat } from "@/lib/math/file/convention";
import { findCompanion } from "@/lib/math/file/export-files";
import { FileFault } from "@/lib/math/file/fault";
import { readStatements, readTable } from "@/lib/math/file/statements";
import { toId } from "@/lib/math/file/values";
import type { Id } from "@/lib/math/ids";
import { decodeBytes } from "@/lib/platform/files/encoding";
import { formatFault, InputError, inputErrorAt } from "./fault";

/** The statements of a consultation: their words, and which of them were moderated out or are about itself. */
export type Comments = {
  readonly texts: ReadonlyMap<Id, string>;
  readonly moderatedOut: readonly Id[];
  readonly meta: readonly Id[];
};

export const noComments: Comments = { texts: new Map(), moderatedOut: [], meta: [] };

type Kind = Parameters<typeof findCompanion>[2];

/** What lies beside the votes by its name, dated as they are or plain. */
function companionPath(votes: string, kind: Kind): string | null {
  if (votes === "-") return null;
  const folder = path.dirname(votes);
  const name = findCompanion(path.basename(votes), readdirSync(folder), kind);
  return name === null ? null : path.join(folder, name);
}

function formatFaults<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileFault ? formatFault(file, error) : error;
  }
}

/** The file given, or comments.csv beside the votes where there is one. @throws {InputError} */
export function readComments(file: string, given: string | null): Comments {
  const at = given ?? companionPath(file, "comments");
  if (!at) return noComments;
  const { statements } = formatFaults(at, () => readStatements(readBytes(at)));
  const idsWhere = (is: (it: (typeof statements)[number]) => boolean) =>
    statements.filter(is).map(({ id }): Id => toId(id));
  return {
    texts: new Map(statements.map(({ id, body, en, fr }) => [toId(id), body ?? en ?? fr ?? ""])),
    moderatedOut: idsWhere((it) => it.moderatedOut),
    meta: idsWhere((it) => it.meta),
  };
}

/** What the export declares to stand for agreement, in its summary or in format.json beside the votes; 1 where it does not. */
export function readSign(file: string): AgreeSign {
  const summary = companionPath(file, "summary");
  if (summary) {
    const declared = formatFaults(summary, () => {
      const row = readTable(readBytes(summary)).find(({ cells }) => cells[0]?.trim() === "vote-convention");
      return row ? readConvention(row.cells.slice(1).filter(Boolean).join(";")) : null;
    });
    if (declared !== null) return declared;
  }
  const format = companionPath(file, "format");
  return (format && formatFaults(format, () => readFormat(decodeBytes(readBytes(format))))) || 1;
}

/** {"participant": group}. @throws {InputError} */
export function readGroups(file: string): Record<string, Id> {
  const text = readText(file);
  const found = parseJson(file, text);
  if (typeof found !== "object" || found === null || Array.isArray(found))
    throw inputErrorAt(file, { line: 1, column: 1 }, 'groups are written as {"participant": group}.');
  for (const [participant, group] of Object.entries(found)) {
    if (typeof group === "number" ? Number.isInteger(group) : typeof group === "string" && group !== "") continue;
    const before = text.slice(0, text.indexOf(JSON.stringify(participant))).split("\n");
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw inputErrorAt(file, at, `the group of “${participant}” is neither a whole number nor a name.`);
  }
  return found as Record<string, Id>;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    throw inputErrorAt(
      file,
      { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      `this is not JSON: ${message}.`,
    );
  }
}

const readText = (file: string) => new TextDecoder("utf-8").decode(readBytes(file));

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
