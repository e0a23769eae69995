import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday, type Today } from "@/lib/platform/time/today";
import { addDays } from "@/lib/platform/time/working-days";
import { formatTaskKey } from "@/lib/tasks/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { givenPending, givenReworded, situations } from "@/tests/support/pending-world";
import { draftInput } from "./schema";
import { listPositionTasks } from "./tasks";
import { saveDraft, submitDraft } from "./write.drafts";
import { reaffirm, signOff } from "./write.signing";

let now: Today;
beforeAll(async () => {
  now = await readToday(db);
});
const later = (days: number): Today => ({
  ...now,
  now: new Date(now.now.getTime() + days * 86_400_000),
  today: addDays(now.today, days),
});
const keysOf = async (viewer: Viewer, moment = now) => (await listPositionTasks(viewer, moment)).map(formatTaskKey);

test("no two tasks of a person have one key, and what waits on one day has its key on another and for another reader", async () => {
  const propositions = await givenReworded();
  const property = fc.asyncProperty(situations, situations, async (one, other) => {
    const { organization, signer, drafter } = await givenPending(propositions, one, now.today);
    const second = await givenPending(propositions, other, now.today);
    await db.representation.create({
      data: { personId: signer.personId ?? "", organizationId: second.organization.id },
    });
    const both = { ...signer, representations: [...signer.representations, ...second.signer.representations] };
    const all = await keysOf(both);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe((await keysOf(signer)).length + (await keysOf(second.signer)).length);
    // Time alone settles nothing: what waits today waits in three weeks, and is the same.
    const theirs = await keysOf(drafter, later(20));
    expect(theirs).toEqual(expect.arrayContaining(await keysOf(signer)));
    expect(theirs.every((key) => key.split(":")[2] === organization.slug)).toBe(true);
  });
  await fc.assert(property, { seed: 2010, numRuns: 4 });
}, 180_000);

test("a review has one key before its day and after, and another the next time", async () => {
  const { organization, proposition, signer, positionPath } = await given.desk();
  const day = addDays(now.today, 10);
  await given.standing({ organization, proposition, reviewBy: day });
  const [before] = await listPositionTasks(signer, now);
  const [after] = await listPositionTasks(signer, later(11));
  expect([before, after]).toMatchObject([
    { kind: "review", day, facts: { stale: false } },
    { kind: "review", day, facts: { stale: true } },
  ]);
  const { version } = await db.position.findFirstOrThrow({ where: { organizationId: organization.id } });
  await reaffirm(signer, positionPath, version);
  expect(await keysOf(signer)).toEqual([]);
  const [next] = await keysOf(signer, later(400));
  expect(next).toMatch(/^positions:review:/);
  expect([before, after].map((it) => it && formatTaskKey(it) === next)).toEqual([false, false]);
});

test("a draft written anew is another task, a second signature the same one; so is a wording that changed again another", async () => {
  const { organization, proposition, drafter, signer, positionPath } = await given.desk({
    organization: { signOffKind: "joint" },
  });
  const versionNow = async () =>
    (await db.position.findFirstOrThrow({ where: { organizationId: organization.id } })).version;
  await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "support" }), null);
  expect(await keysOf(signer)).toEqual([]);
  await submitDraft(drafter, positionPath, null);
  const submitted = await keysOf(signer);
  expect(submitted).toEqual([`positions:submitted:${organization.slug}:${proposition.slug}:1`]);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, await versionNow());
  expect(await keysOf(signer)).toEqual(submitted);
  expect(await listPositionTasks(signer, now)).toMatchObject([{ facts: { maySignOff: false } }]);
  const second = await as(await given.signatory(organization));
  await signOff(second, { ...positionPath, decision: "return", note: "Say why." }, await versionNow());
  expect(await keysOf(signer)).toEqual([`positions:returned:${organization.slug}:${proposition.slug}:1`]);
  const again = { ...positionPath, stance: "oppose" };
  await saveDraft(drafter, draftInput.parse(again), await versionNow());
  await submitDraft(drafter, positionPath, null);
  expect(await keysOf(signer)).toEqual([`positions:submitted:${organization.slug}:${proposition.slug}:2`]);

  const theme = await given.theme();
  const reworded = await given.proposition({ theme });
  await given.standing({ organization, proposition: reworded, reviewBy: addDays(now.today, 300) });
  const keysAfter = async () => {
    await given.rewording(reworded);
    return (await keysOf(signer)).filter((key) => key.includes(reworded.slug));
  };
  const stem = `positions:earlierWording:${organization.slug}:${reworded.slug}`;
  expect([await keysAfter(), await keysAfter()]).toEqual([[`${stem}:2`], [`${stem}:3`]]);
});

test("what waits is for the organization's own people: no other member, convener, observer or visitor has a task of theirs", async () => {
  const { organization, proposition, drafter, positionPath } = await given.desk();
  await given.standing({ organization, proposition, reviewBy: addDays(now.today, -3), visibility: "public" });
  const { version } = await db.position.findFirstOrThrow({ where: { organizationId: organization.id } });
  await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "oppose" }), version);
  await submitDraft(drafter, positionPath, null);
  expect((await listPositionTasks(drafter, now)).map((it) => it.kind)).toEqual(["submitted", "review"]);
  const strangers = [
    null,
    await given.signatory(await given.organization()),
    await given.convener(await given.organization()),
    await given.memberOf(await given.organization({ status: "observer" })),
  ];
  for (const person of strangers) {
    const viewer = await as(person);
    expect(await keysOf(viewer)).toEqual([]);
    expect(await listPositionTasks(viewer, now, organization.id)).toEqual([]);
  }
  // Of one that was suspended nothing waits any more, though they were of it.
  await db.organization.update({ where: { id: organization.id }, data: { status: "suspended" } });
  expect(await keysOf(await as({ id: drafter.personId ?? "" }))).toEqual([]);
});
