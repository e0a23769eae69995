import { parse } from "csv-parse/sync";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { unescapeFormula } from "@/lib/platform/files/csv";
import type { Position } from "@/lib/positions/schema";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, rest } from "@/tests/support/identities";
import { listFiles } from "./csv-export";
import { listEndpoints } from "./endpoints";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
});

const lists = listEndpoints().filter(({ name, params }) => listFiles().has(name) && params.length === 0);
const needed: Record<string, string> = { "organizations.similar": "en=Harbour" };

let callers: Record<string, Caller>;

beforeAll(async () => {
  const organization = await given.organization({ listing: "public", mandateEn: "=cmd|' /C calc'!A0" });
  await given.organization({ listing: "network" });
  for (const visibility of ["public", "network", "organization"] as const)
    await given.standing({ organization, proposition: await given.proposition(), visibility });
  callers = {
    visitor: {},
    member: await browserOf(await given.signatory(organization)),
    other: await browserOf(await given.memberOf(await given.organization())),
    administrator: await browserOf(await given.person({ administrator: true })),
  };
});

const rowsOf = async (answer: Response) => parse(await answer.text(), { bom: true }) as string[][];

test.each(
  lists.map(({ name, path }) => [name, path]),
)("%s leaves as a file with the rows that its caller may read", async (name, path) => {
  const query = needed[name] ?? "";
  for (const [who, as] of Object.entries(callers)) {
    const json = await rest("GET", `${path}?${query}`, { as });
    const file = await rest("GET", `${path}?${query}&format=csv`, { as });
    expect([who, file.status]).toEqual([who, json.status]);
    if (!json.ok) continue;
    const { total } = (await json.json()) as { total: number };
    const [head, ...rows] = await rowsOf(file);
    expect([who, rows.length]).toEqual([who, total]);
    expect(head).toEqual(
      listFiles()
        .get(name)
        ?.columns.map(({ header }) => header),
    );
  }
});

test("the lists of the network are among them", () => {
  expect([...listFiles().keys()]).toEqual(
    expect.arrayContaining([
      "themes.list",
      "themes.propositions",
      "organizations.list",
      "organizations.people.directory",
      "organizations.people.list",
      "organizations.mandates.list",
      "positions.list",
      "positions.history",
      "positions.annotations.joins",
      "proposals.list",
    ]),
  );
});

test("a file of a list runs no formula", async () => {
  const [head = [], ...rows] = await rowsOf(await rest("GET", "/organizations?format=csv"));
  const mandate = rows.map((row) => row[head.indexOf("mandate.en")]).find((it) => it?.includes("calc"));
  expect(mandate).toBe("'=cmd|' /C calc'!A0");
});

/** A cell of the file, as whoever reads it back takes it. */
const read = (row: readonly string[], head: readonly string[], column: string) =>
  unescapeFormula(row[head.indexOf(column)] ?? "");

test("a file of a list parses back to what the list says", async () => {
  const as = callers.member ?? {};
  const organization = await given.organization({ listing: "public" });
  const cells = [
    "=1+1",
    "-3 % de moins",
    '\'tis "so", said\r\nthe other; «\u00a0oui\u00a0»',
    "＝SUM(A1)",
    "@x\ty",
    "  +x",
  ];
  for (const rationaleEn of cells) {
    await given.standing({ organization, proposition: await given.proposition(), visibility: "public", rationaleEn });
  }
  const at = `/positions?organization=${organization.slug}`;
  const { items } = (await (await rest("GET", `${at}&limit=100`, { as })).json()) as { items: Position[] };
  const [head = [], ...rows] = await rowsOf(await rest("GET", `${at}&format=csv`, { as }));
  expect(items.map((it) => it.standing?.rationale.en ?? "").sort()).toEqual([...cells].sort());
  // A text from before may hold carriage returns: a file has line ends instead.
  expect(rows.map((row) => read(row, head, "standing.rationale.en"))).toEqual(
    items.map((it) => it.standing?.rationale.en?.replaceAll("\r\n", "\n") ?? ""),
  );
  expect(rows.map((row) => read(row, head, "proposition.slug"))).toEqual(items.map((it) => it.proposition.slug));
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
});

test("a list of many pages leaves whole", async () => {
  const organization = await given.organization({ listing: "public" });
  const theme = await given.theme();
  for (let i = 0; i < 101; i++)
    await given.standing({ organization, proposition: await given.proposition({ theme }), visibility: "public" });
  const [, ...rows] = await rowsOf(await rest("GET", `/positions?organization=${organization.slug}&format=csv`));
  expect(rows).toHaveLength(101);
  await db.$disconnect();
});
