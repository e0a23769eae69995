import { parse } from "csv-parse/sync";
import type { Id } from "@/lib/math/ids";
import { MatrixBuilder } from "@/lib/math/matrix";
import type { NamedMatrix } from "@/lib/math/reorder";
import { findDelimiter } from "@/lib/platform/files/encoding";
import { InputError, inputErrorAt } from "./fault";
import type { Mode } from "./options";

/** What each stance counts as; null where there is no stance on the line from support to opposition. */
const stances: Record<string, Record<Mode, number | null>> = {
  support: { coalition: 1, polis: 1 },
  support_with_reservation: { coalition: 0.5, polis: 1 },
  undecided: { coalition: null, polis: 0 },
  stand_aside: { coalition: 0, polis: 0 },
  oppose: { coalition: -1, polis: -1 },
  no_mandate: { coalition: null, polis: null },
  not_recorded: { coalition: null, polis: null },
  not_shown: { coalition: null, polis: null },
  "": { coalition: null, polis: null },
};

const organization = /\(([^()]+)\)$/;

export const isExportHeader = (names: readonly string[]) => names.includes("slug") && names.includes("category");

type Table = { readonly record: readonly string[]; readonly line: number }[];

/** The agreement as Concerted exports it: a line per proposition, a column per organization. @throws {InputError} */
export function readExport(file: string, text: string, mode: Mode): NamedMatrix {
  const [head, ...lines] = readTable(file, text);
  const names = head?.record ?? [];
  const slug = names.indexOf("slug");
  const members = findMembers(names);
  if (members.length === 0)
    throw inputErrorAt(file, { line: 1, column: names.length }, "there is no column of an organization.");
  mustDiffer(
    file,
    members.map(({ id, at }) => ({ id, line: 1, column: at + 1 })),
  );
  const propositions = lines.map(({ record, line }) => ({ id: record[slug] ?? "", line, column: slug + 1 }));
  mustDiffer(file, propositions);
  const levels = mode === "polis" ? [-1, 0, 1] : [-1, 0, 0.5, 1];
  const builder = new MatrixBuilder(lines.length, levels);
  for (const { at } of members) {
    for (const [proposition, { record, line }] of lines.entries()) {
      const said = record[at] ?? "";
      const value = Object.hasOwn(stances, said) ? (stances[said]?.[mode] ?? null) : undefined;
      if (value === undefined)
        throw inputErrorAt(file, { line, column: at + 1 }, `“${said.slice(0, 40)}” is not a stance.`);
      if (value !== null) builder.add(proposition, levels.indexOf(value));
    }
    builder.endRow();
  }
  return { rows: members.map(({ id }) => id), columns: propositions.map(({ id }) => id), matrix: builder.finish() };
}

function readTable(file: string, text: string): Table {
  try {
    const read = parse(text, { bom: true, delimiter: findDelimiter(text), info: true, skip_empty_lines: true });
    return (read as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines - record.join().split("\n").length + 1,
    }));
  } catch (error) {
    const { message, lines = 1, column = 0 } = error as Error & { lines?: number; column?: number | string };
    const at = { line: lines, column: typeof column === "number" ? column + 1 : 1 };
    throw inputErrorAt(file, at, message.replace(/\.?$/, "."));
  }
}

/** A column that is named after the one before it holds its reservations. */
function findMembers(names: readonly string[]): { id: Id; at: number }[] {
  return names.flatMap((name, at) => {
    const before = names[at - 1];
    const [, code] = organization.exec(name) ?? [];
    return code === undefined || (before && name.includes(before)) ? [] : [{ id: code, at }];
  });
}

function mustDiffer(file: string, all: readonly { id: Id; line: number; column: number }[]): void {
  const seen = new Set<Id>();
  for (const { id, line, column } of all) {
    if (id === "") throw inputErrorAt(file, { line, column }, "there is no name here.");
    if (seen.has(id)) throw inputErrorAt(file, { line, column }, `“${id}” is here twice.`);
    seen.add(id);
  }
  if (all.length === 0) throw new InputError(`${file}: line 2, column 1: there is no proposition.`);
}
