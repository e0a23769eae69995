import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listEndpoints } from "./endpoints";
import { notIdempotent, publicProcedures, rateLimitedExports, routesOutsideRouter } from "./procedure-options";

const root = path.resolve(import.meta.dirname, "../..");

const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|tsx)$/.test(file))
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`);

test("every route file is listed by name, with its reason, and no other exists", () => {
  const routes = sources("app").filter((file) => /\/route\.tsx?$/.test(file));
  expect(routes.sort()).toEqual(Object.keys(routesOutsideRouter).sort());
});

test("no file offers a second way in by a server action", () => {
  const guilty = ["app", "components", "lib"]
    .flatMap(sources)
    .filter((file) => /^\s*["']use server["']/m.test(readFileSync(path.join(root, file), "utf8")));
  expect(guilty).toEqual([]);
});

test("the lists of exceptions name procedures that exist", () => {
  const names = new Set(listEndpoints().map(({ name }) => name));
  for (const name of [...publicProcedures, ...notIdempotent, ...rateLimitedExports])
    expect(names, name).toContain(name);
});

test("no two endpoints have the same method and path", () => {
  const addresses = listEndpoints().map(({ method, path: at }) => `${method} ${at.replace(/\{[^}]+\}/g, "{}")}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});
