import { traverseContractProcedures } from "@orpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { router } from "./router";

type Text = { endpoint: string; field: string; shape: z.ZodType };

/** Every text that a shape takes, however deep, by the names that lead to it. */
function listTexts(shape: unknown, endpoint: string, field: string[] = []): Text[] {
  if (!(shape instanceof z.ZodType)) return [];
  const { def } = shape as unknown as { def: Record<string, unknown> & { type: string } };
  if (def.type === "string") return [{ endpoint, field: field.join("."), shape }];
  if (def.type === "object")
    return Object.entries(def.shape as object).flatMap(([name, inner]) => listTexts(inner, endpoint, [...field, name]));
  const inner = ["innerType", "element", "in", "left", "right", "keyType", "valueType"].map((name) => def[name]);
  const many = ["options", "items"].flatMap((name) => (def[name] as unknown[] | undefined) ?? []);
  return [...inner, ...many].flatMap((it) => listTexts(it, endpoint, field));
}

const texts: Text[] = [];
traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
  const { route, inputSchema } = contract["~orpc"];
  // What only reads keeps nothing.
  if (route.method !== "GET") texts.push(...listTexts(inputSchema, path.join(".")));
});

/** Read and compared, and never kept; why, for each. */
const neverKept: Record<string, string> = {
  token: "its digest is looked up",
  next: "becomes an address of ours, encoded as addresses are (safeNext)",
  "response.clientExtensionResults": "names that the library of passkeys reads",
};

const parsed = (given: string) =>
  texts.flatMap(({ endpoint, field, shape }) => {
    const taken = shape.safeParse(given);
    return taken.success && !Object.hasOwn(neverKept, field)
      ? [{ at: `${endpoint} ${field}`, kept: String(taken.data) }]
      : [];
  });

test("no endpoint takes a code point that is no character, in any of its texts", () => {
  expect(texts.length).toBeGreaterThan(80);
  for (const odd of ["\uffff", "\ufffe", "\u{1ffff}", "\ufdd0", "\u0000", "\u0007", "\u0085", "\ud800"])
    expect(parsed(`Cedar${odd}Pine`).map(({ at }) => at)).toEqual([]);
});

test("no endpoint keeps a carriage return, or a separator of lines that only some programs know", () => {
  for (const odd of ["\r", "\r\n", "\u2028", "\u2029"])
    expect(parsed(`Cedar${odd}Pine`).filter(({ kept }) => /[\r\u2028\u2029]/.test(kept))).toEqual([]);
});

test("no endpoint keeps a direction that goes on after its text", () => {
  for (const odd of ["\u202e", "\u2067", "\u202a"])
    expect(parsed(`Cedar${odd}Pine`).filter(({ kept }) => !/[\u202c\u2069]$/.test(kept))).toEqual([]);
});
