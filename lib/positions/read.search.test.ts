import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { draft, insertPositions, openPosition } from "@/prisma/seed/build-position";
import { as, given } from "@/tests/support/builders";
import { listPositions } from "./read";
import { type PositionSort, positionsInput } from "./schema";

const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
const dayIn = (ahead: number) => days(-ahead).toISOString().slice(0, 10);

let organization: Awaited<ReturnType<typeof given.organization>>;
let own: Viewer;
let other: Viewer;
let slugs: string[];

/** Three that stand, one of them for its own people alone, and a draft over the first. */
beforeAll(async () => {
  organization = await given.organization({ listing: "public", createdAt: days(900) });
  const propositions = [await given.proposition(), await given.proposition(), await given.proposition()];
  propositions.sort((a, b) => a.number - b.number);
  slugs = propositions.map(({ slug }) => slug);
  const said = [
    { stance: "oppose", rationaleEn: "Lanterns at 100% of the doors.", since: days(30), reviewBy: dayIn(90) },
    {
      stance: "support",
      reservationEn: null,
      rationaleFr: "Les lanternes du quai.",
      since: days(10),
      reviewBy: dayIn(20),
    },
    { stance: "support", rationaleEn: "Lanterns kept at home.", since: days(20), visibility: "organization" },
  ] as const;
  for (const [at, one] of said.entries()) {
    const proposition = propositions[at];
    if (proposition) await given.standing({ organization, proposition, ...one });
  }
  own = await as(await given.signatory(organization));
  other = await as(await given.memberOf(await given.organization()));
});

async function find(viewer: Viewer, more: { q?: string; sort?: PositionSort; asOf?: string; limit?: number }) {
  const { items, total } = await listPositions(
    viewer,
    positionsInput.parse({ organization: organization.slug, ...more }),
    "en",
  );
  expect(total).toBeGreaterThanOrEqual(items.length);
  return items.map(({ proposition }) => slugs.indexOf(proposition.slug));
}

// Yesterday may not be over yet by the clocks of the network.
describe.each([undefined, dayIn(-2)])("the positions of an organization (on %s)", (asOf) => {
  const at = asOf ? { asOf } : {};

  test("are found by words of the sentence, with accents or without, and by what stands there", async () => {
    expect(await find(own, { ...at, q: `enonce ${slugs[0]}` })).toEqual([0]);
    expect(await find(own, { ...at, q: `STATEMENT ${slugs[1]} wording` })).toEqual([1]);
    expect(await find(own, { ...at, q: "lantern" })).toEqual([0, 1, 2]);
    expect(await find(own, { ...at, q: "lantern quai" })).toEqual([1]);
    expect(await find(own, { ...at, q: "Énoncé doors" })).toEqual([0]);
    expect(await find(own, { ...at, q: "harpsichord" })).toEqual([]);
  });

  test("are not given away by a word that the reader may not read", async () => {
    expect(await find(other, { ...at, q: "lantern" })).toEqual([0, 1]);
    expect(await find(other, { ...at, q: "kept home" })).toEqual([]);
  });

  test("a percent sign and an underscore are letters like others", async () => {
    expect(await find(own, { ...at, q: "100%" })).toEqual([0]);
    expect(await find(own, { ...at, q: "%" })).toEqual([0]);
    expect(await find(own, { ...at, q: "_" })).toEqual([]);
  });

  test("come in the order that is asked for, page by page as well", async () => {
    expect(await find(own, at)).toEqual([0, 1, 2]);
    expect(await find(own, { ...at, sort: "since" })).toEqual([1, 2, 0]);
    expect(await find(own, { ...at, sort: "stance" })).toEqual([1, 2, 0]);
    // Of a day that is over what was signed first comes up first: the day asked for belongs to what stands now.
    expect((await find(own, { ...at, sort: "review" })).slice(0, 2)).toEqual(asOf ? [0, 2] : [1, 0]);
    const first = await listPositions(
      own,
      positionsInput.parse({ organization: organization.slug, ...at, sort: "since", limit: 2 }),
      "en",
    );
    const rest = await listPositions(
      own,
      positionsInput.parse({
        ...{ organization: organization.slug, ...at, sort: "since", limit: 2 },
        cursor: first.nextCursor ?? "",
      }),
      "en",
    );
    expect([...first.items, ...rest.items].map(({ proposition }) => slugs.indexOf(proposition.slug))).toEqual([
      1, 2, 0,
    ]);
  });
});

test("a draft is searched by nobody", async () => {
  const proposition = await given.proposition();
  const built = openPosition(organization.id, proposition.id);
  const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: days(90) };
  const said = { stance: "support", visibility: "public", propositionVersion: 1, rationaleEn: "Barnacles." } as const;
  draft(built, said, { by: randomUUID(), at: days(1), mandate });
  await transact((tx) => insertPositions(tx, [built]));
  expect((await listPositions(own, positionsInput.parse({ q: "barnacles" }), "en")).total).toBe(0);
});

test("a search that no text can hold is refused by name, before the database is asked", () => {
  for (const q of ["\u0000", "a\u0000b", "\ud800"]) {
    const { error } = positionsInput.safeParse({ q });
    expect(error?.issues.map(({ path }) => path)).toEqual([["q"]]);
  }
});
