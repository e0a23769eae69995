import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { putOnAgenda } from "@/tests/support/build-agendas";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { mayRead, readableBy } from "./policy";
import { declinedReadableBy, mayReadItem } from "./policy.agenda";

test("what the rule shows of proposals and what the filter finds are the same items, for every kind of viewer", async () => {
  const world = await briefingWorld();
  const proposed = { number: null, proposedById: world.other.id };
  await putOnAgenda(world.briefing, [
    {},
    proposed,
    { ...proposed, declinedAt: new Date(), declinedEn: "No." },
    { number: null, proposedById: world.host.id, declinedAt: new Date(), declinedEn: "No." },
  ]);
  const viewers: Viewer[] = [
    visitor,
    { ...visitor, guest: true },
    await as(await given.person()),
    await as(await given.memberOf(await given.organization({ status: "applied" }))),
    await as(await given.memberOf(await given.organization({ status: "observer" }))),
    world.hosting,
    await as(await given.memberOf(world.host)),
    world.invited,
    await as(await given.memberOf(world.other)),
    await as(await given.convener(await given.organization())),
  ];
  const all = await db.agendaItem.findMany({ include: { briefing: true } });
  const counts = new Set<number>();
  for (const viewer of viewers) {
    const where = { AND: [{ briefing: readableBy(viewer) }, declinedReadableBy(viewer)] };
    const found = await db.agendaItem.findMany({ where });
    const predicted = all.filter((it) => mayRead(viewer) && mayReadItem(viewer, it));
    expect(found.map(({ id }) => id).sort()).toEqual(predicted.map(({ id }) => id).sort());
    counts.add(found.length);
  }
  expect(counts.size).toBeGreaterThan(2);
});
