import type { z } from "zod";
import { UserError } from "@/bin/host/user-error.mjs";
import { readFileLines } from "./file";
import { beginning, closing, type End, end, formatVersion, type Opening, opening, readableFormats } from "./format";
import type { TableColumn } from "./tables";

/** A table of a backup; its rows have to be taken before the next one comes. */
export type Section = { name: string; columns: TableColumn[]; rows: AsyncIterable<string[]>; readEnd: () => End };

/** Rows, and characters, that are given on at once: rows of a file's content are long. */
const batch = 500;
const longest = 4_000_000;

function read<T extends z.ZodType>(shape: T, line: string | undefined): z.output<T> {
  try {
    return shape.parse(JSON.parse(line?.startsWith("#") ? line.slice(1) : ""));
  } catch {
    throw new UserError("The backup is not written as this version writes them.");
  }
}

/** What the backup says of itself. */
export async function readOpening(file: string): Promise<Opening> {
  for await (const line of readFileLines(file)) {
    const said = read(opening, line);
    if (readableFormats.includes(said.format)) return said;
    throw new UserError(`The backup is of format ${said.format}; this version reads formats up to ${formatVersion}.`);
  }
  throw new UserError("The backup is empty.");
}

/** Its tables, one after the other. */
export async function* readSections(file: string): AsyncGenerator<Section> {
  const lines = readFileLines(file);
  const take = async () => (await lines.next()).value || undefined;
  await take();
  const whole = { tables: 0, rows: 0 };
  for (;;) {
    const line = await take();
    if (line?.startsWith('#{"whole"')) return compare(read(closing, line).whole, whole);
    const { table, columns } = read(beginning, line);
    let ended: End | undefined;
    const rows = takeRows(take, (said) => {
      ended = said;
      whole.rows += said.rows;
      whole.tables += 1;
    });
    const readEnd = () => {
      if (!ended) throw new Error(`the rows of ${table} were not taken`);
      return ended;
    };
    yield { name: table, columns, rows, readEnd };
  }
}

/** The rows up to the end of their table, many at a time. */
async function* takeRows(take: () => Promise<string | undefined>, ended: (end: End) => void): AsyncGenerator<string[]> {
  let rows: string[] = [];
  let length = 0;
  for (let line = await take(); ; line = await take()) {
    if (line && !line.startsWith("#")) {
      rows.push(line);
      length += line.length;
      if (rows.length < batch && length < longest) continue;
    }
    if (rows.length > 0) yield rows;
    [rows, length] = [[], 0];
    if (!line || line.startsWith("#")) return ended(read(end, line));
  }
}

function compare(said: { tables: number; rows: number }, found: { tables: number; rows: number }) {
  if (said.tables !== found.tables || said.rows !== found.rows)
    throw new UserError(`The backup says ${said.tables} tables and ${said.rows} rows, and holds others.`);
}
