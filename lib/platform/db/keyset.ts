import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { env } from "../env";
import { BadField } from "../http/refusal";

/** What a row is told apart and put in order by. */
type KeyValue = string | number | Date | null;

export type Page = { limit: number; cursor?: string | undefined };

const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", env().secret, "concerted", `cursor ${purpose}`, 32));

/**
 * A cursor is the last row's key, sealed: it may hold an id or a name that its reader is not told, and nobody else can write
 * one. It opens for the order that made it alone, and the same key makes the same cursor.
 */
function sealCursor(order: string, key: readonly KeyValue[]): string {
  const text = JSON.stringify(key.map((it) => (it instanceof Date ? { at: it.toISOString() } : it)));
  const iv = createHmac("sha256", keyFor("iv")).update(`${order}\n${text}`).digest().subarray(0, 12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("text"), iv).setAAD(Buffer.from(order));
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** The key in a cursor of this order. What is none is refused by name: taken for the beginning, it would repeat what was read. */
function openCursor(order: string, cursor: string): KeyValue[] {
  try {
    const sealed = Buffer.from(cursor, "base64url");
    if (sealed.toString("base64url") !== cursor) throw new Error("not as we write it");
    const decipher = createDecipheriv("aes-256-gcm", keyFor("text"), sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(order)).setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString("utf8");
    const key = JSON.parse(text) as (string | number | { at: string } | null)[];
    return key.map((it) => (it !== null && typeof it === "object" ? new Date(it.at) : it));
  } catch {
    throw new BadField("cursor", "badCursor");
  }
}

/** One column of an order: where it stands in the row, and which way it goes. */
type Column = { path: string[]; sort: "asc" | "desc"; nullable?: boolean; values?: readonly string[] };
type More = {
  /** May be null; such rows come last. */
  nullable?: boolean;
  /** The values of an enumeration as the database has them in order, since it does not compare them for us. */
  values?: readonly string[];
};

export const asc = (path: string, more: More = {}): Column => ({ path: path.split("."), sort: "asc", ...more });
export const desc = (path: string, more: More = {}): Column => ({ path: path.split("."), sort: "desc", ...more });

const nest = (path: readonly string[], value: unknown) =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

const valueAt = (row: unknown, path: readonly string[]) => {
  const value = path.reduce<unknown>((it, name) => (it as Record<string, unknown> | null | undefined)?.[name], row);
  if (value === undefined) throw new Error(`a list is in order of ${path.join(".")}, which its rows do not hold`);
  return value as KeyValue;
};

/** Rows that come after a value in one column. */
function beyond({ path, sort, nullable, values }: Column, value: KeyValue): unknown[] {
  if (value === null) return [];
  const way = sort === "asc" ? "gt" : "lt";
  const at = values?.indexOf(String(value)) ?? -1;
  const after = values ? { in: sort === "asc" ? values.slice(at + 1) : values.slice(0, at) } : { [way]: value };
  return [nest(path, after), ...(nullable ? [nest(path, null)] : [])];
}

/**
 * An order of rows in the database, and its pages. The columns together must be one row's alone. The next page begins after
 * the last row's key, wherever that is by then: what was added or removed meanwhile moves nothing.
 */
export function keyset<Where, OrderBy>(name: string, ...columns: Column[]) {
  const order = `${name} ${columns.map(({ path, sort }) => `${path.join(".")} ${sort}`).join()}`;
  const orderBy = columns.map(({ path, sort, nullable }) =>
    nest(path, nullable ? { sort, nulls: "last" } : sort),
  ) as OrderBy[];
  const after = (key: KeyValue[]) => ({
    OR: columns.flatMap((column, at) => {
      const same = columns.slice(0, at).map(({ path }, i) => nest(path, key[i] ?? null));
      return beyond(column, key[at] ?? null).map((it) => ({ AND: [...same, it] }));
    }),
  });
  const cut = <Row>(rows: readonly Row[], { limit }: Page, more = rows.length > limit) => {
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const key = more && last ? columns.map(({ path }) => valueAt(last, path)) : null;
    return { rows: shown, nextCursor: key && sealCursor(order, key) };
  };
  return {
    orderBy,
    /** What findMany takes to read a page, and one row more, which says whether there is another. */
    page: (where: Where, { limit, cursor }: Page) => ({
      where: (cursor ? { AND: [where, after(openCursor(order, cursor))] } : where) as Where,
      orderBy,
      take: limit + 1,
    }),
    cut,
    /** What was read, as a list answers it. */
    toPage<Row, Item>(rows: readonly Row[], page: Page, total: number, toItem: (row: Row) => Item) {
      const { rows: shown, nextCursor } = cut(rows, page);
      return { items: shown.map(toItem), nextCursor, total };
    },
  };
}

type Compare = (one: string, other: string) => number;
const byCode: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

const compareValues = (one: KeyValue, other: KeyValue, compare: Compare): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === "string" && typeof other === "string") return compare(one, other) || byCode(one, other);
  return Number(one) - Number(other);
};

/**
 * The same for a list that is short enough to be read whole, put in order here by what `keyOf` says of a row. `compare` is for
 * texts in a language.
 */
export function sliceOrder<Row>(name: string, keyOf: (row: Row) => readonly KeyValue[], compare: Compare = byCode) {
  const byKey = (one: readonly KeyValue[], other: readonly KeyValue[]) => {
    for (const [at, value] of one.entries()) {
      const found = compareValues(value, other[at] ?? null, compare);
      if (found) return found;
    }
    return 0;
  };
  const sort = (rows: readonly Row[]) => [...rows].sort((one, other) => byKey(keyOf(one), keyOf(other)));
  return {
    sort,
    toSlice(rows: readonly Row[], { limit, cursor }: Page) {
      const from = cursor ? openCursor(name, cursor) : null;
      const left = from ? sort(rows).filter((row) => byKey(keyOf(row), from) > 0) : sort(rows);
      const items = left.slice(0, limit);
      const last = items.at(-1);
      const nextCursor = last && left.length > limit ? sealCursor(name, keyOf(last)) : null;
      return { items, nextCursor, total: rows.length };
    },
  };
}
