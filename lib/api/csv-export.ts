import { traverseContractProcedures } from "@orpc/server";
import { z } from "zod";
import { type CsvColumn, csvFile, toCsv } from "@/lib/platform/files/csv";
import { findEndpoint } from "./endpoints";
import { router } from "./router";

type Row = Record<string, unknown>;
type Column = CsvColumn<Row>;

/** More than this is asked for in parts, by the filters that a list has. */
const maxRows = 10_000;

const unwrap = (schema: unknown): unknown => {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault)
    inner = inner.unwrap();
  return inner;
};

const at = (row: Row, path: readonly string[]) =>
  path.reduce<unknown>((it, key) => (it as Row | null | undefined)?.[key], row);

function toCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((it) => typeof it !== "object")) return value.join("; ");
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** A column for everything that a row says, named as the contract names it: `organization.name.fr`. */
function toColumns(schema: unknown, path: readonly string[] = []): Column[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, it]) => toColumns(it, [...path, key]));
  return [{ header: path.join("."), value: (row) => toCell(at(row, path)) }];
}

type List = { columns: Column[]; paged: boolean };
let known: Map<string, List> | undefined;

/** Every list that leaves as a file, by the name of its endpoint: its columns, and whether it is paginated. Endpoints that make files of their own are not here. */
export function listFiles(): Map<string, List> {
  if (known) return known;
  const lists = new Map<string, List>();
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { route, inputSchema, outputSchema } = contract["~orpc"];
    if (route.method !== "GET" || !(outputSchema instanceof z.ZodObject)) return;
    const { items, nextCursor, total } = outputSchema.shape as Record<string, unknown>;
    const inputs = inputSchema instanceof z.ZodObject ? inputSchema.shape : {};
    if ("format" in inputs || !nextCursor || !total || !(items instanceof z.ZodArray)) return;
    lists.set(path.join("."), { columns: toColumns(items.element), paged: "limit" in inputs });
  });
  known = lists;
  return lists;
}

/** Whether a list is asked for as a file: `?format=csv`. */
export function findListFile(request: Request): (List & { name: string }) | null {
  if (request.method !== "GET" || new URL(request.url).searchParams.get("format") !== "csv") return null;
  const name = findEndpoint(request)?.name;
  const list = name && listFiles().get(name);
  return list ? { name, ...list } : null;
}

type Ask = (request: Request) => Promise<Response | null>;
type Page = { items: Row[]; nextCursor: string | null };

/**
 * The list page by page through its own endpoint, so that its file holds what the caller may read there and nothing else. What the
 * endpoint refuses is answered as it refuses it.
 */
export async function writeListFile(request: Request, ask: Ask): Promise<Response | null | "tooLarge"> {
  const file = findListFile(request);
  if (!file) return ask(request);
  const rows: Row[] = [];
  const url = new URL(request.url);
  url.searchParams.delete("format");
  if (file.paged) url.searchParams.set("limit", "100");
  url.searchParams.delete("cursor");
  for (;;) {
    const answer = await ask(new Request(url, { headers: request.headers, signal: request.signal }));
    if (!answer?.ok) return answer;
    const { items, nextCursor } = (await answer.json()) as Page;
    rows.push(...items);
    if (rows.length > maxRows) return "tooLarge";
    if (!nextCursor) break;
    url.searchParams.set("cursor", nextCursor);
  }
  const name = `${file.name.replaceAll(".", "-").toLowerCase()}.csv`;
  return new Response(csvFile(name, toCsv(file.columns, rows)), {
    headers: {
      "content-type": "text/csv;charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
