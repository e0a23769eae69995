import { z } from "zod";
import { keptHead } from "@/lib/activity/schema";

/**
 * A backup is text, one row a line, packed by gzip: `zcat` shows it. Lines that begin with `#` say what the others are.
 * The order is: opening, then for each table its name, its rows and its end, then the closing.
 */
export const formatVersion = 2;
/** The first had neither a seal nor heads. */
export const readableFormats = [1, formatVersion];

const hex = z.string().regex(/^[0-9a-f]{64}$/);

export const opening = z.strictObject({
  concerted: z.literal("backup"),
  format: z.int(),
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** The schema the rows are of. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: hex })),
  /** Where the record had come to. */
  record: z.strictObject({ rows: z.int(), id: z.string(), hash: hex }),
  /** What was noted of the record outside the database until then. */
  heads: z.array(keptHead).default([]),
  /** The last number that each sequence gave away; null where it gave none. */
  counters: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
});

export const beginning = z.strictObject({
  table: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
});

/** sha256 over the lines of the table, line ends included. */
export const end = z.strictObject({ end: z.string(), rows: z.int(), digest: hex });

export const closing = z.strictObject({ whole: z.strictObject({ tables: z.int(), rows: z.int() }) });

export type Opening = z.output<typeof opening>;
export type End = z.output<typeof end>;
export type Counter = Opening["counters"][number];

export const toLine = (section: z.input<typeof opening | typeof beginning | typeof end | typeof closing>) =>
  `#${JSON.stringify(section)}\n`;
