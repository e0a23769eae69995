import { beforeAll, describe, expect, test } from "vitest";
import { listOrganizations } from "@/lib/organizations/read";
import { listDirectory } from "@/lib/organizations/read.people";
import { listPositions } from "@/lib/positions/read";
import { positionsInput } from "@/lib/positions/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { programOf, rest } from "@/tests/support/identities";
import type { Viewer } from "../../viewer/schema";
import { BadField } from "../http/refusal";
import { compareIn } from "../i18n/collation";
import { locales } from "../i18n/routing";
import { db } from "./client";
import { sliceOrder } from "./keyset";

type Listed = { items: unknown[]; nextCursor: string | null; total: number };
type Read = (page: { limit: number; cursor?: string }) => Promise<Listed>;

const names = [
  "Côte",
  "Coté",
  "Cote",
  "côté",
  "Éole",
  "Eole",
  "Œuvre",
  "Oeuvre",
  "« Voix »",
  "Voix du Nord",
  "L’Étoile",
];
const nameAt = (at: number) => `${names[at % names.length]} ${at % 3}`;

let viewer: Viewer;
let proposition: { slug: string; id: string };
let serial = 0;

/** An organization among them, with somebody who is known to the network and a position, or without. */
async function add(at: number): Promise<string> {
  serial += 1;
  const name = nameAt(at);
  const organization = await given.organization({
    nameEn: name,
    nameFr: name,
    listing: "public",
    slug: `keyset-${serial}`,
  });
  const person = await given.memberOf(organization);
  await db.person.update({ where: { id: person.id }, data: { name: at % 4 === 0 ? null : nameAt(at * 7) } });
  await db.representation.updateMany({ where: { personId: person.id }, data: { shownTo: "network" } });
  await given.standing({
    organization,
    proposition: proposition as never,
    stance: at % 2 ? "support" : "oppose",
    reservationEn: null,
    since: new Date(Date.UTC(2026, 0, 1 + (at % 5))),
    visibility: "public",
  });
  return organization.id;
}

/** As far as any list goes it is gone: it has left, nobody acts for it, and nothing of it is shown. */
async function remove(id: string) {
  await db.organization.update({ where: { id }, data: { status: "left", listing: "network" } });
  await db.representation.updateMany({ where: { organizationId: id }, data: { endedAt: new Date() } });
}

beforeAll(async () => {
  proposition = await given.proposition();
  viewer = await as(await given.memberOf(await given.organization({ nameEn: "Zzz", nameFr: "Zzz" })));
});

const idOf = (item: unknown) => {
  const it = item as { slug?: string; name?: string | null; organization?: { slug: string } };
  return it.slug ?? it.organization?.slug ?? "";
};

async function readOn(read: Read, limit: number, between: (at: number) => Promise<void> = async () => {}) {
  const seen: unknown[] = [];
  let cursor: string | null = null;
  for (let at = 0; at < 200; at++) {
    const page: Listed = await read({ limit, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) return seen;
    await between(at);
  }
  throw new Error("a list without an end");
}

const lists = (language: "en" | "fr"): [string, Read][] => [
  ["organizations by name", (page) => listOrganizations(viewer, page, language)],
  ["people by organization and name", (page) => listDirectory(viewer, page, language)],
  ...(["number", "since", "review", "stance"] as const).map((sort): [string, Read] => [
    `positions by ${sort}`,
    (page) => listPositions(viewer, positionsInput.parse({ proposition: proposition.slug, sort, ...page }), language),
  ]),
  [
    "positions on a day that is over",
    (page) =>
      listPositions(
        viewer,
        positionsInput.parse({ proposition: proposition.slug, sort: "stance", asOf: "2026-03-01", ...page }),
        language,
      ),
  ],
];

describe.each(locales)("in %s", (language) => {
  test.each(
    lists(language),
  )("%s: what stays is told once, whatever comes and goes between the pages", async (_, read) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { minLength: 3, maxLength: 6 }),
        fc.array(fc.record({ add: fc.boolean(), at: fc.nat(30) }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (first, changes, limit) => {
          const mine: string[] = [];
          for (const at of first) mine.push(await add(at));
          const before = (await readOn(read, 100)).map(idOf);
          const gone = new Set<string>();
          const seen = (
            await readOn(read, limit, async (at) => {
              const change = changes[at];
              if (change?.add) mine.push(await add(change.at));
              else if (change) {
                const id = mine[change.at % mine.length] ?? "";
                gone.add((await db.organization.findUniqueOrThrow({ where: { id } })).slug);
                await remove(id);
              }
            })
          ).map(idOf);
          expect(new Set(seen).size).toBe(seen.length);
          expect(before.filter((it) => !gone.has(it) && !seen.includes(it))).toEqual([]);
          const after = (await readOn(read, 100)).map(idOf);
          const stayed = seen.filter((it) => after.includes(it));
          expect(
            after.filter((it) => stayed.includes(it)),
            "in one order",
          ).toEqual(stayed);
          for (const id of mine) await remove(id);
        },
      ),
      { numRuns: 3 },
    );
  });

  test("organizations stand in the order of the language, on every page as in the whole", async () => {
    for (const at of names.keys()) await add(at);
    const told = (await readOn((page) => listOrganizations(viewer, page, language), 3)) as {
      name: Record<string, string>;
    }[];
    const shown = told.map(({ name }) => name[language] ?? "");
    expect(shown).toEqual([...shown].sort(compareIn(language)));
    const four = shown.filter((it) => /^c[oô]t[eé] 0$/i.test(it));
    expect(four.length).toBeGreaterThan(1);
  });
});

describe("a cursor", () => {
  test("of another list, another order or another language is refused by name, and so is what is none", async () => {
    for (const at of [1, 2, 3]) await add(at);
    const program = await programOf(await given.memberOf(await given.organization()), "read");
    const ask = (path: string, headers: Record<string, string> = {}) => rest("GET", path, { as: program, headers });
    const cursorOf = async (path: string) => ((await (await ask(path)).json()) as { nextCursor: string }).nextCursor;
    const own = await cursorOf("/organizations?limit=1");
    expect((await ask(`/organizations?limit=1&cursor=${own}`)).status).toBe(200);
    const by = `proposition=${proposition.slug}&limit=1`;
    const bad = [
      ["/organizations", "nonsense"],
      ["/organizations", Buffer.from("o:100").toString("base64url")],
      ["/organizations", `${own.slice(0, -2)}AA`],
      ["/organizations", `${own}A`],
      ["/people", own],
      ["/themes", own],
      ["/library", own],
      ["/positions", own],
      [`/positions?${by}&sort=stance`, await cursorOf(`/positions?${by}&sort=since`)],
    ] as const;
    for (const [path, cursor] of bad) {
      const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}cursor=${cursor}`);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(await answer.json()).toMatchObject({
        errors: { cursor: ["This cursor is not one of this list in this order. Begin again without it."] },
      });
    }
    const inFrench = await ask(`/organizations?cursor=${own}`, { "accept-language": "fr" });
    expect(inFrench.status).toBe(400);
    expect(await inFrench.json()).toMatchObject({
      errors: { cursor: ["Ce curseur n’est pas de cette liste dans cet ordre. Recommencez sans lui."] },
    });
    expect((await ask("/organizations?cursor=")).status).toBe(400);
  });

  test("tells nothing of the row that it was made of", async () => {
    const secret = await given.organization({ nameEn: "Aaaa Unsaid", nameFr: "Aaaa Unsaid", listing: "public" });
    const { nextCursor } = await listOrganizations(viewer, { limit: 1 }, "en");
    const plain = Buffer.from(nextCursor ?? "", "base64url").toString("latin1");
    expect(nextCursor).not.toBeNull();
    expect(plain).not.toContain("Unsaid");
    expect(plain).not.toContain(secret.slug);
  });
});

test("a list that is read whole goes on after the last row's key, whether that row is still there or not", () => {
  const order = sliceOrder<{ sort: number; name: string }>("rows", ({ sort, name }) => [sort, name], compareIn("fr"));
  const rows = ["coté", "cote", "côte", "côté"].map((name) => ({ sort: 1, name }));
  const first = order.toSlice(rows, { limit: 2 });
  expect(first.items.map(({ name }) => name)).toEqual(["cote", "côte"]);
  const later = [{ sort: 0, name: "added" }, ...rows.filter(({ name }) => name !== "côte")];
  const rest = order.toSlice(later, { limit: 2, cursor: first.nextCursor ?? "" });
  expect(rest).toEqual({
    items: [
      { sort: 1, name: "coté" },
      { sort: 1, name: "côté" },
    ],
    nextCursor: null,
    total: 4,
  });
  expect(() =>
    sliceOrder<{ sort: number }>("others", ({ sort }) => [sort]).toSlice([], {
      limit: 1,
      cursor: first.nextCursor ?? "",
    }),
  ).toThrow(BadField);
});
