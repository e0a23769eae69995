import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { listOrganizations } from "@/lib/organizations/read";
import { db, transact } from "@/lib/platform/db/client";
import { visibilities } from "@/lib/positions/constants";
import { listPositions } from "@/lib/positions/read";
import { positionsInput, stances } from "@/lib/positions/schema";
import type { Viewer } from "@/lib/viewer/schema";
import { type Built, draft, insertPositions, openPosition, signOff, withdraw } from "@/prisma/seed/build-position";
import { as, given } from "@/tests/support/builders";
import { addMembers } from "@/tests/support/bulk-members";
import { refreshConcealed } from "./jobs";
import { readAgreement } from "./read";
import { listNonRespondents, readPropositionStances } from "./read.proposition";

const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
const dayAgo = (ago: number) => days(ago).toISOString().slice(0, 10);
const kinds = [
  { status: "member", listing: "public" },
  { status: "member", listing: "network" },
  { status: "observer", listing: "public" },
  { status: "suspended", listing: "public" },
  { status: "left", listing: "public" },
] as const;

let viewers: [string, Viewer][];
let slug: string;

/** Every kind of organization with every answer shown as widely as can be, for two wordings; some silent, some withdrawn. */
beforeAll(async () => {
  const theme = await given.theme();
  const proposition = await given.proposition({ theme });
  slug = proposition.slug;
  const built: Built[] = [];
  const organizations = [];
  let place = 0;
  for (const kind of kinds) {
    for (const visibility of visibilities) {
      const organization = await given.organization({ ...kind, createdAt: days(400) });
      organizations.push(organization);
      const stance = stances[place % stances.length] ?? "support";
      const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: days(60) };
      const act = { by: randomUUID(), at: days(40), mandate };
      const position = openPosition(organization.id, proposition.id);
      const reservationEn = stance === "support_with_reservation" ? "Except by force." : null;
      draft(position, { stance, visibility, propositionVersion: 1, reservationEn }, act);
      if (place % 7 !== 6) signOff(position, act);
      if (place % 5 === 4 && place % 7 !== 6) withdraw(position, { ...act, at: days(10) });
      built.push(position);
      place += 1;
    }
  }
  await transact((tx) => insertPositions(tx, built));
  await refreshConcealed();
  const [listed, , , , quiet, , , , observing, , , , suspended] = organizations;
  if (!listed || !quiet || !observing || !suspended) throw new Error("there are more");
  viewers = [
    ["a visitor", await as(null)],
    ["a guest", await as(await given.person({ guest: true }))],
    ["a member", await as(await given.memberOf(listed))],
    ["a member that is not listed", await as(await given.memberOf(quiet))],
    ["an observer", await as(await given.memberOf(observing))],
    ["somebody suspended", await as(await given.signatory(suspended))],
    ["the convener", await as(await given.convener(listed))],
  ];
}, 60_000);

describe.each([undefined, dayAgo(20), dayAgo(5)])("who holds what on one proposition (on %s)", (asOf) => {
  const on = asOf ? { asOf } : {};

  test("is what the lists and the grid say, for every reader", async () => {
    for (const [reader, viewer] of viewers) {
      const told = await readPropositionStances(viewer, { slug, ...on }, "en");
      const { items } = await listPositions(viewer, positionsInput.parse({ proposition: slug, ...on }), "en");
      const standing = items.filter((it) => it.standing);
      const held = stances.flatMap((stance) => {
        const of = standing.filter((it) => it.standing?.stance === stance);
        return of.length > 0 ? [{ stance, total: of.length, items: of }] : [];
      });
      const byStance = [...told.held].sort((a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance));
      expect([reader, byStance]).toEqual([reader, held]);

      const grid = await readAgreement(viewer, { limit: 200, ...on }, "en");
      const { held: _, silent, ...verdict } = told;
      expect([reader, verdict]).toEqual([reader, grid.propositions.find((it) => it.slug === slug)]);

      const spoken = standing.map((it) => it.organization.slug);
      const names = asOf
        ? grid.organizations
        : (await listOrganizations(viewer, { limit: 100, status: "member" }, "en")).items;
      const missing = names.map((it) => it.slug).filter((it) => !spoken.includes(it));
      expect([reader, silent.items.map((it) => it.slug), silent.total]).toEqual([reader, missing, missing.length]);
      const list = await listNonRespondents(viewer, { slug, limit: 100, ...on }, "en");
      expect([reader, list]).toEqual([reader, { ...silent, nextCursor: null }]);
    }
  });
});

test("of a large coalition the first of each answer are named, everybody is counted, and lists hold the rest", async () => {
  const before = await readPropositionStances((viewers[2] ?? ["", await as(null)])[1], { slug }, "en");
  await db.proposition.updateMany({ where: { slug: { not: slug } }, data: { number: { increment: 10_000 } } });
  await addMembers(1, 60);
  const viewer = (viewers[2] ?? ["", await as(null)])[1];
  const told = await readPropositionStances(viewer, { slug }, "en");
  const supports = told.held.find((it) => it.stance === "support");
  expect(supports?.total).toBe((before.held.find((it) => it.stance === "support")?.total ?? 0) + 60);
  expect(supports?.items).toHaveLength(8);
  const list = await listPositions(viewer, positionsInput.parse({ proposition: slug, stance: "support" }), "en");
  expect(list.total).toBe(supports?.total);
  expect(list.items.slice(0, 8)).toEqual(supports?.items);
  expect(told.silent).toEqual(before.silent);
});

test("nobody is told of a proposition that is not there", async () => {
  for (const asOf of [undefined, dayAgo(5)])
    await expect(readPropositionStances(await as(null), { slug: "none", ...(asOf && { asOf }) }, "en")).rejects.toThrow(
      "noSuchProposition",
    );
});

test("on its own page too, a batch older than 26 hours knows no more than none", async () => {
  const { slug: about } = await given.proposition();
  const read = async () => (await readPropositionStances(await as(null), { slug: about }, "en")).notShown;
  await refreshConcealed();
  expect(await read()).toBe("none");
  await db.$executeRaw`UPDATE "Network" SET "concealedAt" = now() - interval '26 hours 1 minute'`;
  expect(await read()).toBe("some");
});
