import { expect, test } from "vitest";
import { notificationJobs } from "@/lib/activity/jobs.notifications";
import { readHome } from "@/lib/home/read";
import { db } from "@/lib/platform/db/client";
import { search } from "@/lib/search/read";
import { searchInput } from "@/lib/search/schema";
import type { Viewer } from "@/lib/viewer/schema";
import { pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { work } from "./jobs";
import { listTalkingPoints } from "./read";
import { compareVersions, getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { statusInput, talkingPointsInput } from "./schema";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

const secret = "Zephyr wording that stayed at home.";

/** A draft whose words were changed twice before anybody outside its organization may read it. */
async function rewordedDraft() {
  const world = await pointWorld({ status: "draft" });
  const { writer, lead, point } = world;
  for (const words of [secret, "What was opened in the end."]) {
    const before = await getTalkingPoint(writer, point.id);
    const clauses = { "clause-1": { en: words, fr: words } };
    await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  }
  const about = { subject: `talkingPoint/${point.id}`, kind: "talkingPoint.reworded" };
  const activities = await db.activity.findMany({ where: about, orderBy: { id: "asc" } });
  return { ...world, activities };
}

/** Everything that tells a member what is new: their home with its tasks, the list, the search. */
async function newsFor(viewer: Viewer) {
  const found = await search(viewer, searchInput.parse({ q: "Zephyr" }), "en");
  const listed = await listTalkingPoints(viewer, talkingPointsInput.parse({ q: "Zephyr" }), "en");
  return JSON.stringify([await readHome(viewer, "en"), found, listed]);
}

test("while a text is a draft, that it was reworded is told to nobody outside, in no mail and in no list", async () => {
  const { signer, point, activities } = await rewordedDraft();
  expect(activities).toHaveLength(2);
  for (const { id } of activities) await notificationJobs(work.notices).notify({ activity: String(id) });
  const told = await db.notification.count({ where: { activityId: { in: activities.map(({ id }) => id) } } });
  expect(told).toBe(0);
  const news = await newsFor(signer);
  for (const trace of [point.slug, point.id, secret]) expect(news).not.toContain(trace);
  expect(await refusalOf(getTalkingPoint(signer, point.id))).toBe("NOT_FOUND noSuchTalkingPoint");
});

test("once it is opened, what it said before and that it was reworded stay at home", async () => {
  const { signer, writer, lead, point, activities } = await rewordedDraft();
  const opening = { id: point.id, onBehalfOf: lead.slug, status: "in_discussion", version: 3 } as const;
  await changeStatus(writer, statusInput.parse(opening));
  for (const { id } of activities) await notificationJobs(work.notices).notify({ activity: String(id) });
  expect(await db.notification.count({ where: { activityId: { in: activities.map(({ id }) => id) } } })).toBe(0);
  const read = await getTalkingPoint(signer, point.id);
  expect(read.versions.map(({ number, summary }) => [number, summary])).toEqual([[3, { en: null, fr: null }]]);
  expect(read.steps.map(({ status }) => status)).toEqual(["in_discussion"]);
  expect(JSON.stringify(read)).not.toContain(secret);
  expect(await newsFor(signer)).not.toContain(secret);
  expect(await refusalOf(getVersion(signer, point.id, 2))).toBe("NOT_FOUND noSuchVersion");
  expect(await refusalOf(compareVersions(signer, { id: point.id, from: 2, to: 3 }))).toBe("NOT_FOUND noSuchVersion");
  expect(JSON.stringify(await getVersion(writer, point.id, 2))).toContain(secret);
});
