import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { as, given } from "@/prisma/seed/given";
import { listPositions } from "./read";
import { tallyStances } from "./read.tally";
import { positionsInput } from "./schema";
import { changeVisibility, withdraw } from "./write.signing";

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
  await changeVisibility(desk.signer, { ...desk.place, visibility: "organization" }, null);
  expect(await copied()).toMatchObject({ standingVisibility: "organization" });
  const other = await as(await given.memberOf(await given.organization()));
  const most = { whole: 9, each: 3 };
  expect(await tallyStances(db, other, desk.proposition.slug, most)).toEqual([]);
  const own = await tallyStances(db, desk.signer, desk.proposition.slug, most);
  expect(own).toMatchObject([{ stance: "oppose", total: 1, members: 1, counted: 1 }]);
  const { items } = await listPositions(desk.signer, positionsInput.parse({ proposition: desk.proposition.slug }));
  expect(items).toHaveLength(1);
  await withdraw(desk.signer, desk.place, null);
  expect(await copied()).toEqual({ standingStance: null, standingVisibility: null, standingWording: null });
  expect(await tallyStances(db, desk.signer, desk.proposition.slug, most)).toEqual([]);
});
