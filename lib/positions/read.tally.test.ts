import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { readableBy } from "./policy";
import { listPositions } from "./read";
import { tallyStances } from "./read.tally";
import { positionsInput, type Stance, type Visibility } from "./schema";
import { changeVisibility, withdraw } from "./write.visibility";

type Desk = Awaited<ReturnType<typeof given.desk>>;
let desk: Desk;

beforeAll(async () => {
  desk = await given.desk();
  await given.standing({ organization: desk.organization, proposition: desk.proposition, stance: "oppose" });
});

const copied = () =>
  db.position.findFirstOrThrow({
    where: { propositionId: desk.proposition.id },
    select: { standingStance: true, standingVisibility: true, standingWording: true },
  });

test("what stands is copied by the database alone, and follows every change", async () => {
  expect(await copied()).toEqual({ standingStance: "oppose", standingVisibility: "network", standingWording: 1 });
  await db.position.updateMany({
    where: { propositionId: desk.proposition.id },
    data: { standingStance: "support", standingVisibility: "public", standingWording: 7 },
  });
  expect(await copied()).toEqual({ standingStance: "oppose", standingVisibility: "network", standingWording: 1 });
  await changeVisibility(desk.signer, { ...desk.positionPath, visibility: "organization" }, null);
  expect(await copied()).toMatchObject({ standingVisibility: "organization" });
  const other = await as(await given.memberOf(await given.organization()));
  const limits = { showAllUpTo: 9, perStance: 3, scanByNameFrom: 500 };
  expect(await tallyStances(db, other, desk.proposition.slug, limits, "en")).toEqual([]);
  const own = await tallyStances(db, desk.signer, desk.proposition.slug, limits, "en");
  expect(own).toMatchObject([{ stance: "oppose", total: 1, members: 1, counted: 1 }]);
  const { items } = await listPositions(
    desk.signer,
    positionsInput.parse({ proposition: desk.proposition.slug }),
    "en",
  );
  expect(items).toHaveLength(1);
  await withdraw(desk.signer, desk.positionPath, null);
  expect(await copied()).toEqual({ standingStance: null, standingVisibility: null, standingWording: null });
  expect(await tallyStances(db, desk.signer, desk.proposition.slug, limits, "en")).toEqual([]);
});

/** Organizations of every status and listing, with every stance as narrowly and as widely shown as may be; some reworded. */
async function crowdedProposition() {
  const proposition = await given.proposition();
  const organizations: { id: string }[] = [];
  const cases = [
    ["member", "public"],
    ["member", "network"],
    ["suspended", "public"],
    ["left", "network"],
  ] as const;
  for (const [status, listing] of cases)
    for (const stance of ["support", "oppose"] satisfies Stance[])
      for (const visibility of ["organization", "convener", "network", "public"] satisfies Visibility[]) {
        const organization = await given.organization({ status, listing });
        organizations.push(organization);
        await given.standing({ organization, proposition, stance, visibility });
      }
  await given.rewording(proposition);
  const later = await given.organization({ listing: "public" });
  await given.standing({
    organization: later,
    proposition,
    stance: "oppose",
    visibility: "public",
    propositionVersion: 2,
  });
  const own = (index: number) => given.memberOf(organizations[index] ?? later);
  const people = [null, await own(0), await own(9), await own(16), await own(24), await given.convener(later)];
  return { proposition, viewers: await Promise.all(people.map((it) => as(it))) };
}

test("whoever asks, the count is of what they may read, and names who comes first; the ways to find them agree", async () => {
  const { proposition, viewers } = await crowdedProposition();
  const totals: number[] = [];
  for (const viewer of viewers) {
    const rows = await db.position.findMany({
      where: { AND: [readableBy(viewer), { propositionId: proposition.id, standing: { not: null } }] },
      orderBy: { organization: { slug: "asc" } },
      select: { id: true, standingStance: true, standingWording: true, organization: { select: { status: true } } },
    });
    totals.push(rows.length);
    for (const [whole, each] of [
      [100, 1],
      [2, 1],
    ] as const) {
      const told = ["support", "oppose"].flatMap((stance) => {
        const of = rows.filter((it) => it.standingStance === stance);
        const members = of.filter((it) => it.organization.status === "member");
        const counted = members.filter((it) => it.standingWording === 2).length;
        const first = of.slice(0, rows.length > whole ? each : whole).map(({ id }) => id);
        return of.length > 0 ? [{ stance, total: of.length, members: members.length, counted, first }] : [];
      });
      for (const common of [0, 500]) {
        const tallies = await tallyStances(
          db,
          viewer,
          proposition.slug,
          {
            showAllUpTo: whole,
            perStance: each,
            scanByNameFrom: common,
          },
          "en",
        );
        expect(tallies.sort((a, b) => b.stance.localeCompare(a.stance))).toEqual(told);
      }
    }
  }
  expect(totals).toEqual([3, 10, 10, 3, 3, 13]);
});
