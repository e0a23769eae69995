import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { toId } from "@/lib/math/file/values";
import type { Id } from "@/lib/math/ids";
import { InputError, inputErrorAt } from "./fault";

/** The statements of a consultation: their words, and which of them were moderated out or are about itself. */
export type Comments = {
  readonly texts: ReadonlyMap<Id, string>;
  readonly moderatedOut: readonly Id[];
  readonly meta: readonly Id[];
};

export const noComments: Comments = { texts: new Map(), moderatedOut: [], meta: [] };

/** The file given, or comments.csv beside the votes where there is one. @throws {InputError} */
export function readComments(file: string, given: string | null): Comments {
  const beside = file === "-" ? null : path.join(path.dirname(file), "comments.csv");
  const at = given ?? (beside && existsSync(beside) ? beside : null);
  if (!at) return noComments;
  const rows = readRows(at);
  const [head] = rows;
  for (const name of ["comment-id", "moderated"])
    if (head && !(name in head.record)) throw inputErrorAt(at, { line: 1, column: 1 }, `there is no column “${name}”.`);
  const all = rows.map(({ record }) => ({ id: toId(record["comment-id"] ?? ""), record }));
  const idsWhere = (is: (record: Row) => boolean) => all.filter(({ record }) => is(record)).map(({ id }) => id);
  return {
    texts: new Map(all.map(({ id, record }) => [id, record["comment-body"] ?? ""])),
    moderatedOut: idsWhere(({ moderated }) => Number(moderated) === -1),
    meta: idsWhere((record) => /^(true|1)$/i.test(record["is-meta"] ?? "")),
  };
}

type Row = Record<string, string>;

function readRows(file: string): { record: Row }[] {
  const options = { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true } as const;
  const text = readText(file);
  try {
    return parse(text, options) as unknown as { record: Row }[];
  } catch (error) {
    const { message, lines = 1, index = 0 } = error as Error & { lines?: number; index?: number };
    throw inputErrorAt(file, { line: lines, column: index + 1 }, message.replace(/\.?$/, "."));
  }
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

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
