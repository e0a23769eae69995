import { afterEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { rememberClock } from "@/lib/platform/time/clock";
import { endOfDay } from "@/lib/platform/time/offset-at";
import { addDays } from "@/lib/platform/time/working-days";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { networkDay } from "@/tests/support/network-day";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { getTalkingPoint } from "./read.detail";
import { listRounds } from "./read.rounds";
import { objectionInput, roundInput } from "./schema.rounds";
import { listTalkingPointTasks } from "./tasks";
import { endorse } from "./write.endorsements";
import { judgeParity } from "./write.parity";
import { advanceRound } from "./write.round-progress";
import { decideNextStep, objectToRound, openRound } from "./write.rounds";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

type World = Awaited<ReturnType<typeof pointWorld>>;
afterEach(() => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);

const roundOf = ({ point, lead }: Pick<World, "point" | "lead">, more: object = {}) =>
  roundInput.parse({ id: point.id, onBehalfOf: lead.slug, version: 1, digest: point.digest, ...more });
const objectionOf = ({ point, other }: World, more: object = {}) => {
  const shown = { id: point.id, round: 1, version: 1, digest: point.digest };
  return objectionInput.parse({ ...shown, onBehalfOf: other.slug, reason: { en: "Not so." }, ...more });
};
const rowOf = ({ point }: Pick<World, "point">) =>
  db.noObjectionRound.findFirstOrThrow({
    where: { talkingPointId: point.id },
    include: { steps: { orderBy: { number: "asc" } } },
  });

/** The worker comes by at a moment. */
const advanceAt = async (world: Pick<World, "point">, at: Date) => {
  const { id } = await rowOf(world);
  await transact(async (tx) => {
    rememberClock(tx, at);
    await advanceRound(tx, id);
  });
};
const recordedKinds = async (world: World) =>
  (
    await db.activity.findMany({
      where: { subject: `talkingPoint/${world.point.id}`, kind: { startsWith: "round." } },
      orderBy: { id: "asc" },
    })
  ).map(({ kind }) => kind);

test("a lead's signatory opens a round, which passes when its last moment is over, once however often it is tried", async () => {
  const world = await pointWorld();
  expect(await refusalOf(openRound(world.signer, roundOf(world)))).toBe("FORBIDDEN notYourOrganization");
  const drafter = await as(await given.signatory(world.lead, { powers: ["draft"] }));
  expect(await refusalOf(openRound(drafter, roundOf(world)))).toBe("FORBIDDEN notALeadSignatory");
  expect(await refusalOf(openRound(world.writer, roundOf(world, { version: 2 })))).toBe("CONFLICT textChanged");
  await openRound(world.writer, roundOf(world));
  expect(await refusalOf(openRound(world.writer, roundOf(world)))).toBe("CONFLICT roundUnderWay");
  const { closesAt } = await rowOf(world);
  if (!closesAt) throw new Error("it does not run");
  await advanceAt(world, new Date(closesAt.getTime() - 1));
  expect((await rowOf(world)).state).toBe("running");
  await advanceAt(world, closesAt);
  await advanceAt(world, closesAt);
  const row = await rowOf(world);
  expect(row.state).toBe("passed");
  expect(row.steps.map(({ kind }) => kind)).toEqual(["opened", "passed"]);
  expect(await recordedKinds(world)).toEqual(["round.opened", "round.passed"]);
  const members = await db.organization.count({ where: { status: "member" } });
  expect([row.noObjection, row.stoodAside, row.unreachable]).toEqual([1, 0, members - 1]);
  expect(await refusalOf(objectToRound(world.signer, objectionOf(world)))).toBe("CONFLICT roundOver");
  expect(await refusalOf(openRound(world.writer, roundOf(world)))).toBe("CONFLICT roundPassed");
  // Its status is what it was, and nobody's name was added.
  expect(await getTalkingPoint(world.writer, world.point.id)).toMatchObject({
    status: "in_discussion",
    endorsements: [],
  });
});

test("who was mailed or answered is counted as reached, and who stands aside as that", async () => {
  const world = await pointWorld();
  const aside = await given.organization();
  const standsAside = await as(await given.signatory(aside));
  await endorse(standsAside, await answerFor(standsAside, world.point.id, aside, { response: "stand_aside" }));
  await openRound(world.writer, roundOf(world));
  const { closesAt } = await rowOf(world);
  const opening = await db.activity.findFirstOrThrow({
    where: { kind: "round.opened", subject: `talkingPoint/${world.point.id}` },
  });
  const promised = { activityId: opening.id, at: new Date() };
  await db.notification.create({ data: { ...promised, personId: world.signer.personId ?? "", sentAt: new Date() } });
  await advanceAt(world, closesAt ?? new Date());
  const members = await db.organization.count({ where: { status: "member" } });
  expect(await rowOf(world)).toMatchObject({ noObjection: 2, stoodAside: 1, unreachable: members - 3 });
});

test("one objection stops a round; its name is read by its own people and the convener, unless it says so", async () => {
  const world = await pointWorld();
  await openRound(world.writer, roundOf(world));
  const lift = { fr: "En dernier." };
  await objectToRound(world.signer, objectionOf(world, { lift }));
  expect(await refusalOf(objectToRound(world.signer, objectionOf(world)))).toBe("CONFLICT roundOver");
  const convener = await as(await given.convener(await given.organization()));
  const reader = await as(await given.signatory(await given.organization()));
  const objectionFor = async (viewer: typeof reader) =>
    (await listRounds(viewer, { id: world.point.id })).rounds[0]?.objection;
  const said = { reason: { en: "Not so.", fr: null }, lift: { en: null, fr: "En dernier." }, named: false };
  for (const viewer of [world.writer, reader]) expect(await objectionFor(viewer)).toEqual({ ...said, by: null });
  for (const viewer of [world.signer, convener]) expect((await objectionFor(viewer))?.by?.slug).toBe(world.other.slug);
  expect(JSON.stringify(await listRounds(reader, { id: world.point.id }))).not.toContain(world.other.slug);
  expect(await recordedKinds(world)).toEqual(["round.opened", "round.stopped"]);
  // The record says that it stopped, and not by whom.
  const rows = await db.activity.findMany({ where: { subject: `talkingPoint/${world.point.id}` } });
  expect(JSON.stringify(rows.map(({ facts }) => facts))).not.toContain(world.other.id);

  const named = await pointWorld();
  await openRound(named.writer, roundOf(named));
  await objectToRound(named.signer, objectionOf(named, { named: true }));
  const [round] = (await listRounds(reader, { id: named.point.id })).rounds;
  expect(round).toMatchObject({ state: "stopped", objection: { named: true, by: { slug: named.other.slug } } });
});

test("an answer that objects stops the round as well, and no round opens on words that are objected to", async () => {
  const world = await pointWorld();
  await openRound(world.writer, roundOf(world));
  const objection = { response: "object", reason: { en: "Not in our name." }, lift: { en: "Less." } } as const;
  await endorse(world.signer, await answerFor(world.signer, world.point.id, world.other, objection));
  const { rounds, obstacle } = await listRounds(world.writer, { id: world.point.id });
  expect(rounds).toMatchObject([
    { state: "stopped", objection: { reason: { en: "Not in our name." }, lift: { en: "Less." }, named: true } },
  ]);
  expect(obstacle).toBe("roundStopped");
  const again = await pointWorld();
  await endorse(again.signer, await answerFor(again.signer, again.point.id, again.other, objection));
  expect(await refusalOf(openRound(again.writer, roundOf(again)))).toBe("CONFLICT objectedAlready");
});

test("other words begin a round again, with all its days, once both languages say the same", async () => {
  const world = await pointWorld();
  await openRound(world.writer, roundOf(world));
  const first = await rowOf(world);
  const before = await getTalkingPoint(world.writer, world.point.id);
  const words = { "clause-1": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(world.writer, rewrite(before, world.lead, { clauses: words }), before.version);
  expect(await rowOf(world)).toMatchObject({ state: "planned", version: 2, closesAt: null });
  await advanceAt(world, first.closesAt ?? new Date());
  expect((await rowOf(world)).state).toBe("planned");
  const [waiting] = (await listRounds(world.signer, { id: world.point.id })).rounds;
  expect(waiting).toMatchObject({ state: "planned", waitsForLanguages: true });
  // Whoever read the earlier words is shown the others first.
  expect(await refusalOf(objectToRound(world.signer, objectionOf(world)))).toBe("CONFLICT textChanged");
  const parity = { id: world.point.id, number: 2, clause: "clause-1", onBehalfOf: world.other.slug } as const;
  await judgeParity(world.signer, { ...parity, parity: "equal" });
  const jobs = await db.$queryRaw<{ task: string }[]>`
    SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier = 'advance_round'`;
  expect(jobs).toHaveLength(1);
  const begins = new Date();
  await advanceAt(world, begins);
  const row = await rowOf(world);
  expect(row).toMatchObject({ state: "running", version: 2, opensAt: begins });
  expect((row.closesAt?.getTime() ?? 0) - begins.getTime()).toBeGreaterThanOrEqual(72 * 3_600_000);
  expect(row.steps.map(({ kind, version }) => `${kind} ${version}`)).toEqual(["opened 1", "restarted 2", "opened 2"]);
});

test("a planned round begins on its day; a clause that is not compared holds up one that would begin now", async () => {
  const world = await pointWorld({ equal: false });
  expect(await refusalOf(openRound(world.writer, roundOf(world)))).toBe("CONFLICT roundNeedsEqual");
  expect(await refusalOf(openRound(world.writer, roundOf(world, { opensOn: networkDay(-2) })))).toBe(
    "BAD opensOn notInFuture",
  );
  const opensOn = addDays(networkDay(), 9);
  await openRound(world.writer, roundOf(world, { opensOn }));
  const { opensAt } = await rowOf(world);
  await advanceAt(world, new Date(opensAt.getTime() - 1));
  await advanceAt(world, opensAt);
  expect((await rowOf(world)).state).toBe("planned");
  const parity = { id: world.point.id, number: 1, onBehalfOf: world.other.slug, parity: "equal" } as const;
  for (const clause of ["clause-1", "clause-2"]) await judgeParity(world.signer, { ...parity, clause });
  await advanceAt(world, new Date(opensAt.getTime() - 1));
  expect((await rowOf(world)).state).toBe("planned");
  await advanceAt(world, opensAt);
  expect(await rowOf(world)).toMatchObject({ state: "running", opensAt });
});

test("what is retired has no round, and after a stop its lead says once what follows", async () => {
  const world = await pointWorld();
  await openRound(world.writer, roundOf(world));
  const retiring = {
    id: world.point.id,
    onBehalfOf: world.lead.slug,
    status: "retired",
    reason: { en: "Done." },
  } as const;
  await changeStatus(world.writer, retiring);
  expect((await rowOf(world)).steps.map(({ kind }) => kind)).toEqual(["opened", "ended"]);
  const [ended] = (await listRounds(world.signer, { id: world.point.id })).rounds;
  expect(ended).toMatchObject({ state: "stopped", objection: null });

  const stopped = await pointWorld();
  const next = { id: stopped.point.id, round: 1, onBehalfOf: stopped.lead.slug, nextStep: "reword" } as const;
  await openRound(stopped.writer, roundOf(stopped));
  expect(await refusalOf(decideNextStep(stopped.writer, next))).toBe("CONFLICT roundNotStopped");
  await objectToRound(stopped.signer, objectionOf(stopped));
  expect(await refusalOf(decideNextStep(stopped.signer, { ...next, onBehalfOf: stopped.other.slug }))).toBe(
    "FORBIDDEN notALeadSignatory",
  );
  await decideNextStep(stopped.writer, next);
  expect(await refusalOf(decideNextStep(stopped.writer, next))).toBe("CONFLICT nextStepDecided");
  expect((await listRounds(stopped.signer, { id: stopped.point.id })).rounds).toMatchObject([{ nextStep: "reword" }]);
});

test("of an objection and the closing at the same moment one happens, and an objection in time is never passed over", async () => {
  for (let i = 0; i < 6; i++) {
    const world = await pointWorld();
    await openRound(world.writer, roundOf(world));
    const { closesAt } = await rowOf(world);
    const closing = () => advanceAt(world, closesAt ?? new Date());
    const ended = await Promise.allSettled([closing(), objectToRound(world.signer, objectionOf(world)), closing()]);
    const row = await rowOf(world);
    expect(row.steps).toHaveLength(2);
    expect(row.state).toBe(ended[1].status === "fulfilled" ? "stopped" : "passed");
  }
});

test("one round at a time, however many are opened at once", async () => {
  const lead = await given.organization();
  const point = await buildPoint({ organization: lead });
  const [one, two] = [await as(await given.signatory(lead)), await as(await given.signatory(lead))];
  const opened = await Promise.allSettled(
    [one, two, one, two].map((viewer) => openRound(viewer, roundOf({ point, lead }))),
  );
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.noObjectionRound.count({ where: { talkingPointId: point.id } })).toBe(1);
});

test("a round waits for each member that has not answered until its last day, and marks for whoever answered otherwise", async () => {
  const world = await pointWorld();
  const tasks = async () =>
    (await listTalkingPointTasks(world.signer)).filter(({ thing }) => thing === world.point.slug);
  await openRound(world.writer, roundOf(world));
  const { closesAt } = await rowOf(world);
  const [, round] = await tasks();
  expect((await tasks()).map(({ kind }) => kind)).toEqual(["answer", "round"]);
  expect(endOfDay("America/Toronto", round?.day ?? "")).toEqual(closesAt);
  const aside = await answerFor(world.signer, world.point.id, world.other, { response: "stand_aside" });
  await endorse(world.signer, aside);
  expect((await tasks()).map(({ kind }) => kind)).toEqual(["mark"]);
});
