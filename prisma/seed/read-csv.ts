import { readFileSync } from "node:fs";
import path from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import { UserError } from "@/bin/host/user-error.mjs";

/** A mistake in a file, told so that whoever wrote it finds it. */
export class BrokenFile extends UserError {
  constructor(file: string, place: string, what: string) {
    super(`prisma/seed/${file} ${place}: ${what}`);
  }
}

/** A row and the line it stands on. */
export type Line<T> = { line: number; row: T };

type Shape<T> = z.ZodType<T> & { shape: Record<string, unknown> };

/** Every row of a file, in the shape it must have. Throws at the first mistake, before anyone has used a row. */
export function readCsv<T>(folder: string, file: string, shape: Shape<T>): Line<T>[] {
  const records = parseText(file, readText(folder, file));
  checkHeader(file, records[0]?.record ?? [], Object.keys(shape.shape));
  const [header, ...rows] = records;
  return rows.map(({ record, line }) => {
    const parsed = shape.safeParse(Object.fromEntries(record.map((cell, i) => [header?.record[i], cell])));
    if (parsed.success) return { line, row: parsed.data };
    const issue = parsed.error.issues[0];
    throw new BrokenFile(
      file,
      `line ${line}, column ${String(issue?.path[0])}`,
      issue?.message ?? "is not as it must be",
    );
  });
}

function readText(folder: string, file: string): string {
  const bytes = readFileSync(path.join(folder, file));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = bytes.toString("utf8").split("\ufffd")[0] ?? "";
    throw new BrokenFile(file, `line ${before.split("\n").length}`, "is not UTF-8");
  }
}

type Numbered = { line: number; record: string[] };

function parseText(file: string, text: string): Numbered[] {
  const records: Numbered[] = [];
  // A record may span lines; it is named by the one it begins on.
  let line = 1;
  const keep = (record: string[], { lines }: { lines: number }) => {
    records.push({ line, record });
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { on_record: keep });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const uneven = error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH";
    throw new BrokenFile(
      file,
      `line ${line}`,
      uneven ? "has more or fewer columns than the header" : "has quotes that do not match",
    );
  }
}

function checkHeader(file: string, header: string[], wanted: string[]) {
  const missing = wanted.find((column) => !header.includes(column));
  if (missing) throw new BrokenFile(file, `line 1, column ${missing}`, "is missing");
  const unknown = header.find((column, i) => !wanted.includes(column) || header.indexOf(column) !== i);
  if (unknown !== undefined)
    throw new BrokenFile(file, `line 1, column ${unknown || "without a name"}`, "does not belong here");
}

/** No two rows may say the same in this column. */
export function mustDiffer<T>(file: string, lines: Line<T>[], ...columns: (keyof T & string)[]) {
  const seen = new Map<string, number>();
  for (const { line, row } of lines) {
    const value = columns.map((column) => String(row[column])).join(", ");
    const earlier = seen.get(value);
    if (earlier)
      throw new BrokenFile(
        file,
        `line ${line}, column ${columns.join(" + ")}`,
        `"${value}" stands on line ${earlier} already`,
      );
    seen.set(value, line);
  }
}

/** What this column names must exist in another file. */
export function mustExist<T>(
  file: string,
  lines: Line<T>[],
  column: keyof T & string,
  known: Set<string>,
  where: string,
) {
  for (const { line, row } of lines) {
    for (const name of [row[column]].flat()) {
      if (name !== null && !known.has(String(name))) {
        throw new BrokenFile(file, `line ${line}, column ${column}`, `"${String(name)}" is not in ${where}`);
      }
    }
  }
}
