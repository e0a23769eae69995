import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listEndpoints } from "./endpoints";
import { generateSpec } from "./spec";

const committed = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../openapi.json"), "utf8"));

test("the committed contract is the one that the router gives; `npm run spec` writes it anew", async () => {
  expect(committed).toEqual(JSON.parse(JSON.stringify(await generateSpec())));
});

test("every endpoint is in the contract, with a summary and its answers", async () => {
  const spec = await generateSpec();
  for (const { method, path: at } of listEndpoints()) {
    const operation = spec.paths?.[at]?.[method.toLowerCase() as "get"];
    expect(operation, `${method} ${at}`).toBeDefined();
    expect(operation?.summary, `${method} ${at}`).toBeTruthy();
    expect(operation?.responses, `${method} ${at}`).toHaveProperty("default");
  }
});
