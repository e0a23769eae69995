import type { z } from "zod";

/** What stands after the question mark of a page's address. */
export type Query = Record<string, string | string[] | undefined>;

/** The query parameters that are valid; unknown or malformed ones are ignored, not refused: a page still opens. */
export function readQueryParams<Shape extends z.ZodRawShape>(shape: Shape, query: Query): z.output<z.ZodObject<Shape>> {
  const chosen: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const given = [query[name]].flat()[0]?.trim();
    if (!given) continue;
    const parsed = (schema as z.ZodType).safeParse(given);
    if (parsed.success) chosen[name] = parsed.data;
  }
  return chosen as z.output<z.ZodObject<Shape>>;
}

/** The same choices as an address, leaving out what was not chosen. */
export function toUrlWithParams(path: string, params: Record<string, string | undefined>): string {
  const kept = Object.entries(params).filter((param): param is [string, string] => Boolean(param[1]));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
