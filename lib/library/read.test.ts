import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { loadReport } from "@/prisma/seed/load-report";
import { readReport } from "@/prisma/seed/read-report";
import { listGlossary, listLibrary } from "./read";
import { glossaryList, libraryList } from "./schema";

const all = { limit: 100 };
const get = (path: string, headers: Record<string, string> = {}) =>
  handleRequest(new Request(`http://localhost:3000/api/v1${path}`, { headers }), handleRest);

beforeAll(async () => {
  await loadReport(readReport());
});

test("documents outside the report are told from those it cites", async () => {
  const { total } = libraryList.parse(await listLibrary(all));
  const outside = await listLibrary({ inSource: "false", ...all });
  expect(total).toBe(29);
  expect(outside.items.map((it) => it.slug)).toContain("sg-2009");
  expect(outside.items.every((it) => it.reference.en === "")).toBe(true);
});

test("the glossary follows the order of the language that asks", async () => {
  const inFrench = glossaryList.parse(await listGlossary(all, "fr")).items.map((it) => it.fr);
  expect(inFrench).toHaveLength(77);
  expect(inFrench.indexOf("énoncé")).toBeLessThan(inFrench.indexOf("génocide"));
  const answer = await get("/glossary?limit=1", { "accept-language": "fr-CA" });
  expect((await answer.json()).items[0].fr).toBe(inFrench[0]);
});

test("a list downloads as a file, in the language asked for, to anyone", async () => {
  const answer = await get("/library/export?language=fr&kind=treaty");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv;charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="library.csv"');
  const [row] = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
  expect(row?.Titre).toBe("Acte constitutif de l’Union africaine");
  expect(row?.Avertissement).toMatch(/consensus/);
});

test("a choice that is none is refused by name, not ignored", async () => {
  const answer = await get("/library?kind=film");
  expect(answer.status).toBe(400);
  expect(Object.keys((await answer.json()).errors)).toEqual(["kind"]);
});
