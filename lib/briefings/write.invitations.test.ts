import { afterAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { writeFeed, writeMeeting } from "./read.calendar";
import { planBriefing } from "./write";
import { changeFrame } from "./write.frame";
import { leaveInvitations } from "./write.invitations";

afterAll(() => db.$disconnect());

const wallStart = "2028-12-12T09:00";
const leave = (id: string) => transact((tx) => leaveInvitations(tx, id));

/** The mails that wait for this person, as kind and sequence, and sends them. */
async function sendTo(briefingId: string, recipientId: string) {
  await leave(briefingId);
  const waiting = await db.briefingMail.findMany({ where: { briefingId, recipientId, sentAt: null } });
  await db.briefingMail.updateMany({ where: { briefingId }, data: { sentAt: new Date() } });
  return waiting.map(({ kind, sequence }) => `${kind} ${sequence}`);
}

async function invite(viewer: Viewer, slug: string, organizations: string[]) {
  const { version } = await db.briefing.findUniqueOrThrow({ where: { slug } });
  await changeFrame(viewer, { id: slug, organizations }, version);
}

test("whoever is let go and asked again gets each mail under a number of its own, and who stays gets none", async () => {
  const { briefing, host, other, hosting, invited } = await briefingWorld({ wallStart });
  const guest = invited.personId ?? "";
  const home = hosting.personId ?? "";
  await leave(briefing.id);
  expect(await sendTo(briefing.id, home)).toEqual(["request 0"]);
  await invite(hosting, briefing.slug, [host.slug]);
  expect(await sendTo(briefing.id, guest)).toEqual(["cancel 1"]);
  expect(await sendTo(briefing.id, home)).toEqual([]);
  await invite(hosting, briefing.slug, [host.slug, other.slug]);
  await leave(briefing.id);
  const waiting = await db.briefingMail.findMany({ where: { briefingId: briefing.id, sentAt: null } });
  expect(waiting).toMatchObject([{ kind: "request", sequence: 2, recipientId: guest }]);
});

test("a cancelled meeting tells no host what a clock did to it", async () => {
  const { briefing } = await briefingWorld({ wallStart });
  const at = new Date();
  await db.clockChange.create({
    data: {
      ...{ briefingId: briefing.id, kind: "meeting", fromAt: at, toAt: at, foundAt: at },
      ...{ fromVersion: "2026a", toVersion: "2026f" },
    },
  });
  await db.briefing.update({ where: { id: briefing.id }, data: { state: "cancelled" } });
  await leave(briefing.id);
  expect(await db.briefingMail.count({ where: { briefingId: briefing.id } })).toBe(0);
});

test("no word of a title is in the address of a meeting, in its file or in a calendar, and the rule is", async () => {
  const host = await given.organization();
  const viewer = await as(await given.signatory(host));
  const slug = await planBriefing(viewer, {
    ...{ host: host.slug, kind: "civil_society", title: { en: "Secretword", fr: "Motsecret" } },
    ...{ attribution: "not_for_attribution", minutes: 60, zone: "America/Toronto", organizations: [host.slug] },
  });
  expect(slug).toMatch(/^briefing-[a-z]{8}$/);
  const startsAt = new Date("2028-12-12T14:00Z");
  const endsAt = new Date("2028-12-12T15:00Z");
  await db.briefing.update({
    where: { slug },
    data: { state: "scheduled", wallStart, startsAt, endsAt, zoneVersion: "2026f" },
  });
  for (const text of [await writeMeeting(viewer, slug, "en"), await writeFeed(viewer)]) {
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded.toLowerCase()).not.toMatch(/secretword|motsecret/);
    expect(unfolded).toContain("Is it written who said it? No\\nIs it written who was there? Yes");
  }
});
