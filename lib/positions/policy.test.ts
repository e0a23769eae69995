import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { OrganizationStatus } from "@/lib/platform/generated/prisma/enums";
import { inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { draft, insertPositions, openPosition, signOff } from "@/prisma/seed/build-position";
import { as, given } from "@/tests/support/builders";
import { visibilities } from "./constants";
import { mayRead, mayReadRevision, readableBy, revisionsReadableBy } from "./policy";
import { getPosition, listPositions } from "./read";
import { readableAsOf } from "./read.as-of";
import { getHistory } from "./read.history";
import { listDaysOfChange, readStanceMatrix, readStanceMatrixAsOf, type StanceRow } from "./read.stance-matrix";
import type { Visibility } from "./schema";

const kinds: { status: OrganizationStatus; listing: "network" | "public" }[] = [
  { status: "member", listing: "network" },
  { status: "member", listing: "public" },
  { status: "observer", listing: "public" },
  { status: "suspended", listing: "public" },
  { status: "left", listing: "public" },
];

/** What a position may have come to: first and second text with their readers, and what became of them. */
type Life = { first: Visibility | null; second: Visibility | null; draft: boolean; withdrawn: boolean };

const lives: Life[] = visibilities.flatMap((first) => [
  { first: null, second: null, draft: true, withdrawn: false },
  { first, second: null, draft: false, withdrawn: false },
  { first, second: null, draft: true, withdrawn: false },
  { first, second: null, draft: false, withdrawn: true },
  ...visibilities.map((second) => ({ first, second, draft: false, withdrawn: false })),
]);

function build(organizationId: string, propositionId: string, life: Life) {
  const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: new Date() };
  const act = { by: randomUUID(), at: new Date(), mandate };
  const built = openPosition(organizationId, propositionId);
  const said = { stance: "support", propositionVersion: 1 } as const;
  for (const visibility of [life.first, life.second]) {
    if (!visibility) continue;
    draft(built, { ...said, visibility }, act);
    signOff(built, act);
  }
  if (life.draft) draft(built, { ...said, visibility: "public" }, act);
  if (life.withdrawn) Object.assign(built.position, { standing: null, standingSince: null, reviewBy: null });
  return built;
}

const owner = { select: { id: true, status: true, listing: true } } as const;
const position = {
  id: true,
  organizationId: true,
  organization: owner,
  standingRevision: { select: { visibility: true } },
} satisfies Prisma.PositionSelect;
const revision = {
  positionId: true,
  number: true,
  signedOffAt: true,
  visibility: true,
  position: { select: { organizationId: true, organization: owner } },
} satisfies Prisma.PositionRevisionSelect;

let viewers: Record<string, Viewer>;
let propositions: Awaited<ReturnType<typeof given.proposition>>[];

beforeAll(async () => {
  const theme = await given.theme();
  propositions = await Promise.all(lives.map(() => given.proposition({ theme })));
  const organizations = await Promise.all(kinds.map((kind) => given.organization(kind)));
  const [quiet, listed, observing, suspended, left] = organizations;
  if (!quiet || !listed || !observing || !suspended || !left) throw new Error("there are five kinds");
  const built = organizations.flatMap(({ id }) => lives.map((life, i) => build(id, propositions[i]?.id ?? "", life)));
  await transact((tx) => insertPositions(tx, built));

  const removed = await given.convener(listed);
  await db.representation.updateMany({ where: { personId: removed.id }, data: { endedAt: new Date() } });
  const both = await given.memberOf(quiet);
  await db.representation.create({ data: { personId: both.id, organizationId: listed.id } });
  viewers = {
    visitor: await as(null),
    guest: await as(await given.person({ guest: true })),
    administrator: await as(await given.person({ administrator: true })),
    representative: await as(await given.representative(quiet)),
    signatory: await as(await given.signatory(listed)),
    signatoryByToken: await as(await given.signatory(quiet), { token: "read" }),
    observer: await as(await given.memberOf(observing)),
    suspended: await as(await given.signatory(suspended)),
    left: await as(await given.signatory(left)),
    convener: await as(await given.convener(quiet)),
    suspendedConvener: await as(await given.convener(suspended)),
    removedConvener: await as(removed),
    ofTwo: await as(both),
  };
});

test("the filter finds exactly the positions that the predicate lets through, for every viewer", async () => {
  const all = await db.position.findMany({ select: position, orderBy: { id: "asc" } });
  expect(all.length).toBe(kinds.length * lives.length);
  for (const [name, viewer] of Object.entries(viewers)) {
    const found = await db.position.findMany({
      where: readableBy(viewer),
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const allowed = all.filter(({ standingRevision: standing, ...it }) => mayRead(viewer, { ...it, standing }));
    expect([name, found.map((it) => it.id)]).toEqual([name, allowed.map((it) => it.id)]);
  }
});

test("the filter finds exactly the texts that the predicate lets through, for every viewer", async () => {
  const orderBy = [{ positionId: "asc" as const }, { number: "asc" as const }];
  const all = await db.positionRevision.findMany({ select: revision, orderBy });
  for (const [name, viewer] of Object.entries(viewers)) {
    const where = revisionsReadableBy(viewer);
    const found = await db.positionRevision.findMany({ where, select: revision, orderBy });
    expect([name, found]).toEqual([
      name,
      all.filter(({ position, ...it }) => mayReadRevision(viewer, { ...position, ...it })),
    ]);
  }
});

test("nobody reads a draft, a private text or a silent organization that is not their own", async () => {
  for (const viewer of Object.values(viewers)) {
    const own = organizationsOf(viewer);
    const found = await db.positionRevision.findMany({ where: revisionsReadableBy(viewer), select: revision });
    const others = found.filter((it) => !own.includes(it.position.organizationId));
    expect(others.every((it) => it.signedOffAt !== null && it.visibility !== "organization")).toBe(true);
    expect(others.every((it) => it.position.organization.status === "member")).toBe(true);
    if (inNetwork(viewer)) continue;
    expect(others.every((it) => it.visibility === "public" && it.position.organization.listing === "public")).toBe(
      true,
    );
    expect(others.length).toBeGreaterThan(0);
  }
});

test("only who exercises the convener's term now reads what was shown to the convener", async () => {
  const readers = Object.entries(viewers).map(async ([name, viewer]) => {
    const shown = { visibility: "convener" as const, position: { organizationId: { notIn: organizationsOf(viewer) } } };
    const count = await db.positionRevision.count({ where: { AND: [revisionsReadableBy(viewer), shown] } });
    return count > 0 ? [name] : [];
  });
  expect((await Promise.all(readers)).flat()).toEqual(["convener"]);
});

test("list, count, single reads and history tell the same, for every viewer", async () => {
  const theme = { theme: (await db.theme.findFirstOrThrow()).slug, limit: 100 };
  const organizations = await db.organization.findMany({ select: { slug: true } });
  for (const [name, viewer] of Object.entries(viewers)) {
    const { items, nextCursor, total } = await listPositions(viewer, theme, "en");
    const second = nextCursor ? (await listPositions(viewer, { ...theme, cursor: nextCursor }, "en")).items : [];
    const listed = [...items, ...second].map((it) => `${it.organization.slug}/${it.proposition.slug}`);
    expect([name, listed.length]).toEqual([name, total]);
    for (const { slug: organization } of organizations) {
      for (const { slug: proposition } of propositions.filter((_, i) => i % 7 === 0)) {
        const positionPath = { organization, proposition };
        const got = await getPosition(viewer, positionPath).catch(() => null);
        const listedToo = listed.includes(`${organization}/${proposition}`);
        if (!got?.viewer.own) expect([name, positionPath, got !== null]).toEqual([name, positionPath, listedToo]);
        const history = await getHistory(viewer, { ...positionPath, limit: 100 }).catch(() => null);
        if (got) expect(history?.total ?? 0).toBeGreaterThan(0);
        if (!got?.viewer.own)
          expect(history?.items.every((it) => it.actor === null && it.note === null) ?? true).toBe(true);
      }
    }
  }
});

const toLines = (held: readonly StanceRow[], organizations: readonly string[]) =>
  held
    .flatMap((it) =>
      it.organizationIndexes.map((positionPath) => `${it.propositionId} ${organizations[positionPath]} ${it.wording}`),
    )
    .sort();

test("what the database gathers by itself is exactly what the filters find, for every viewer, now and on a day", async () => {
  const everybody = (await db.organization.findMany({ select: { id: true } })).map(({ id }) => id);
  const past = { day: "2100-01-01", end: new Date(Date.now() + 60_000), members: { status: "member" } } as const;
  const at = { position: { select: { organizationId: true, propositionId: true } }, propositionVersion: true } as const;
  for (const [name, viewer] of Object.entries(viewers)) {
    const standing = { AND: [readableBy(viewer), { standing: { not: null } }] };
    const now = await db.positionRevision.findMany({ where: { standingOf: standing }, select: at });
    const keysOf = (rows: typeof now) =>
      rows.map((it) => `${it.position.propositionId} ${it.position.organizationId} ${it.propositionVersion}`).sort();
    const held = await readStanceMatrix(db, viewer, { organizations: everybody });
    expect([name, toLines(held, everybody)]).toEqual([name, keysOf(now)]);
    const heard = inNetwork(viewer) ? past.members : { ...past.members, listing: "public" as const };
    const members = (await db.organization.findMany({ where: heard, select: { id: true } })).map(({ id }) => id);
    const then = await db.positionRevision.findMany({
      where: { AND: [readableAsOf(viewer, past), { position: { organization: heard } }] },
      select: at,
    });
    const heldThen = await readStanceMatrixAsOf(db, viewer, past, { organizations: members });
    expect([name, toLines(heldThen, members)]).toEqual([name, keysOf(then)]);
    const changing = {
      AND: [revisionsReadableBy(viewer), { position: { organization: { status: "member" as const } } }],
    };
    const signed = await db.positionRevision.count({ where: { AND: [changing, { signedOffAt: { not: null } }] } });
    expect([name, (await listDaysOfChange(viewer, undefined)).length > 0]).toEqual([name, signed > 0]);
  }
});
