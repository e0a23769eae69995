import { afterEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { rememberClock } from "@/lib/platform/time/clock";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld } from "@/tests/support/point-world";
import { listRounds } from "./read.rounds";
import { roundInput } from "./schema.rounds";
import { endorse } from "./write.endorsements";
import { advanceRound } from "./write.round-progress";
import { openRound } from "./write.rounds";

type World = Awaited<ReturnType<typeof pointWorld>>;
afterEach(() => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);

const objection = { response: "object", reason: { en: "Not in our name." }, lift: { en: "Less." } } as const;
const roundOf = ({ point, lead }: World) =>
  roundInput.parse({ id: point.id, onBehalfOf: lead.slug, version: 1, digest: point.digest });
const rowOf = ({ point }: World) => db.noObjectionRound.findFirstOrThrow({ where: { talkingPointId: point.id } });

test("what was answered after the last moment of a round is no part of it, however late it is counted", async () => {
  const world = await pointWorld();
  const late = await given.organization();
  const lateSigner = await as(await given.signatory(late));
  await endorse(world.signer, await answerFor(world.signer, world.point.id, world.other));
  await openRound(world.writer, roundOf(world));
  const { id } = await rowOf(world);
  const closesAt = new Date();
  await db.noObjectionRound.update({
    where: { id },
    data: { opensAt: new Date(closesAt.getTime() - 96 * 3_600_000), closesAt },
  });
  await endorse(lateSigner, await answerFor(lateSigner, world.point.id, late, objection));
  await endorse(world.signer, await answerFor(world.signer, world.point.id, world.other, objection));
  expect((await rowOf(world)).state).toBe("running");
  await transact(async (tx) => {
    rememberClock(tx, new Date(closesAt.getTime() + 60_000));
    await advanceRound(tx, id);
  });
  const members = await db.organization.count({ where: { status: "member" } });
  // The one that had endorsed in time, and its lead; who objects too late was not reached by then.
  expect(await rowOf(world)).toMatchObject({ state: "passed", noObjection: 2, unreachable: members - 2 });
});

test("an objection of who left the network, or is suspended, stands in the way of no round", async () => {
  for (const status of ["left", "suspended"] as const) {
    const world = await pointWorld();
    await endorse(world.signer, await answerFor(world.signer, world.point.id, world.other, objection));
    expect((await listRounds(world.writer, { id: world.point.id })).obstacle).toBe("objectedAlready");
    await db.organization.update({ where: { id: world.other.id }, data: { status } });
    expect((await listRounds(world.writer, { id: world.point.id })).obstacle).toBeNull();
    await openRound(world.writer, roundOf(world));
  }
});
