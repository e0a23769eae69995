import { beforeAll, expect, test, vi } from "vitest";
import { coveredElsewhere, unnoticedRules } from "@/tests/support/matrix/exempt";
import { PolicyMutations, type Rule } from "@/tests/support/matrix/policy-mutations";
import { type MatrixRow, rows, type Subject, subjects } from "@/tests/support/matrix/table";
import type { MatrixWorld } from "@/tests/support/matrix/world";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
});

type Cell = { row: MatrixRow; subject: Subject };

const rules = new PolicyMutations();
rules.install(vi.doMock);
// Only now: what is imported from here on finds the rules where they can be taken out.
const { apart, requestCell, several } = await import("@/tests/support/matrix/cells");
const { buildMatrixWorld } = await import("@/tests/support/matrix/world");
const { listEndpoints } = await import("./endpoints");

let world: MatrixWorld;
/** The cells in which each rule was asked. */
const cellsOf = new Map<Rule, Cell[]>();

const ask = ({ row, subject }: Cell) => requestCell(world, row, subject);
const describeMismatch = ({ row, subject }: Cell, got: string) =>
  `${row.endpoint} on ${row.caseName} by ${subject}: ${got}, where the table says ${row.expected[subject]}`;

beforeAll(async () => {
  world = await buildMatrixWorld(subjects);
});

const minutes = 60_000;

test("everybody is allowed, refused or shown nothing as the table says, at every endpoint", {
  timeout: 4 * minutes,
}, async () => {
  const wrong: string[] = [];
  await several(apart(rows), async (together) => {
    for (const cell of together.flatMap((row) => subjects.map((subject) => ({ row, subject })))) {
      const [got, asked] = await rules.consultedIn(() => ask(cell));
      if (got !== cell.row.expected[cell.subject]) wrong.push(describeMismatch(cell, got));
      for (const rule of asked) cellsOf.set(rule, [...(cellsOf.get(rule) ?? []), cell]);
    }
  });
  expect(wrong).toEqual([]);
});

/** What a missing rule opens is most often what was refused, or for reading what was not there. */
function likeliestFirst(rule: Rule): Cell[] {
  const first = /eadableBy$|audienceOf$/.test(rule) ? "-" : "no";
  const likely = ({ row, subject }: Cell) => row.expected[subject] === first;
  const cells = cellsOf.get(rule) ?? [];
  return [...cells.filter(likely), ...cells.filter((it) => !likely(it))];
}

/** The first cell that answers otherwise without the rule, and as the table says again with it. */
async function notice(rule: Rule): Promise<string | null> {
  for (const cell of likeliestFirst(rule)) {
    const meant = cell.row.expected[cell.subject];
    const got = await rules.removing(rule, () => ask(cell));
    if (got === meant || got.startsWith("5")) continue;
    expect(await ask(cell), `${rule} left something behind`).toBe(meant);
    return describeMismatch(cell, got);
  }
  return null;
}

test("no rule of a policy can be taken out without the table noticing", { timeout: 10 * minutes }, async () => {
  const unnoticed: Rule[] = [];
  for (const rule of rules.all) {
    if ((await notice(rule)) === null) unnoticed.push(rule);
  }
  expect(unnoticed.sort()).toEqual(Object.keys(unnoticedRules).sort());
});

test("every endpoint has rows in the table, or a reason to be tested elsewhere, and no name is of an endpoint that is gone", () => {
  const names = listEndpoints().map(({ name }) => name);
  const named = [...new Set([...rows.map(({ endpoint }) => endpoint), ...Object.keys(coveredElsewhere)])];
  expect(named.sort()).toEqual(names.sort());
  expect(rows.filter(({ endpoint }) => endpoint in coveredElsewhere)).toEqual([]);
});
