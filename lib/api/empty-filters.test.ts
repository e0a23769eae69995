import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { loadReport } from "@/prisma/seed/load-report";
import { readReport } from "@/prisma/seed/read-report";
import { given } from "@/tests/support/builders";
import { listReadEndpoints } from "@/tests/support/canary/requests";
import { browserOf, type Caller, rest } from "@/tests/support/identities";

type List = { items: unknown[]; total: number };

const filters = ["q", "organization", "theme", "proposition"];
/** Lists that stand at an address of their own, with each filter that a reader may fill in. */
const lists = listReadEndpoints()
  .filter(({ at, shape }) => !at.includes("{") && "cursor" in shape)
  .flatMap(({ name, at, shape }) => filters.filter((it) => it in shape).map((filter) => ({ name, at, filter })));

let member: Caller;
beforeAll(async () => {
  await loadReport(readReport());
  const organization = await given.organization({ listing: "public", nameEn: "Zibeline", nameFr: "Zibeline" });
  const person = await given.memberOf(organization);
  await db.person.update({ where: { id: person.id }, data: { name: "Anouk Sørensen-Côté" } });
  await db.representation.updateMany({ where: { personId: person.id }, data: { shownTo: "network" } });
  await given.standing({
    organization,
    proposition: await given.proposition(),
    stance: "support_with_reservation",
    reservationFr:
      "Des réfugiées, d’où qu’elles viennent : « protégées » au sens de S/RES/1674, pages 138–139, selon le C‑34.",
    rationaleEn: "Œuvre commune.",
    since: new Date(Date.now() - 86_400_000),
    visibility: "public",
  });
  member = await browserOf(person);
});

const ask = async (at: string, query: Record<string, string>) => {
  const required = at === "/agreement/changes" ? { since: "2026-01-01" } : {};
  const answer = await rest("GET", `${at}?${new URLSearchParams({ ...required, ...query })}`, { as: member });
  expect([200, 404], `${at} ${answer.status}`).toContain(answer.status);
  return answer.status === 404 ? { items: [], total: 0 } : ((await answer.json()) as List);
};

test("there are lists that are looked through", () => {
  expect(lists.filter(({ filter }) => filter === "q").map(({ name }) => name)).toEqual(
    expect.arrayContaining(["organizations.list", "organizations.people.directory", "positions.list"]),
  );
});

describe("what fits nothing yields nothing, not everything", () => {
  test.each(lists)("$name by $filter", async ({ at, filter }) => {
    const nobody = filter === "q" ? "Harpsichordwright" : "no-such-one";
    const { items, total = 0 } = await ask(at, { [filter]: nobody });
    expect([items?.length ?? 0, total]).toEqual([0, 0]);
  });
});

describe("people, organizations and what is said are found however they are typed", () => {
  test.each([
    ["/people", "anouk cote"],
    ["/people", "COTÉ zibeline"],
    ["/people", "Sørensen‑Côté"],
    ["/organizations", "ZIBÉLINE"],
    ["/positions", "réfugiées"],
    ["/positions", "refugie"],
    ["/positions", "138-139"],
    ["/positions", "138–139"],
    ["/positions", "C-34"],
    ["/positions", "S/RES/1674"],
    ["/positions", "d'ou qu’elles"],
    ["/positions", "« protegees »"],
    ["/positions", "oeuvre COMMUNE"],
  ])("%s: %j", async (at, q) => {
    expect((await ask(at, { q })).total).toBe(1);
  });
});

test("looking through what was said can be planned on the index of folded words", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT "positionId" FROM "PositionRevision" WHERE "folded" LIKE '%refugie%'`;
  });
  expect(plan.map((it) => it["QUERY PLAN"]).join("\n")).toContain("PositionRevision_folded_idx");
});
