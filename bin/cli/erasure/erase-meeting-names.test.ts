import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db/client";
import { briefingWorld } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import { officeRow } from "@/tests/support/office-row";
import { erasePerson } from "./erase-person";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const tomorrow = () => new Date(Date.now() + 86_400_000);
afterAll(() => db.$disconnect());

let world: Awaited<ReturnType<typeof briefingWorld>>;
let office: { id: string };
let whom: { id: string; email: string; name: string };
/** Of the host, of the person's own organization and of an office. */
let [hosts, own, asked] = ["", "", ""];

beforeEach(async () => {
  office = await db.office.create({ data: officeRow(`office-${randomUUID().slice(0, 8)}`) });
  world = await briefingWorld({ wallStart: "2028-12-12T09:00", offices: [office] });
  [hosts = "", own = "", asked = ""] = world.invitees.map((it) => it.id);
  const name = `Maren ${randomUUID().slice(0, 8)} Holt`;
  const { id } = await given.representative(world.other, { name });
  whom = { id, name, email: (await db.person.findUniqueOrThrow({ where: { id } })).email };
});

const attend = (inviteeId: string, names: string[]) =>
  db.briefingAttendance.create({
    data: { inviteeId, answer: "coming", people: { create: names.map((name, number) => ({ number, name })) } },
  });
const namesOf = async (inviteeId: string) =>
  (await db.briefingAttendee.findMany({ where: { inviteeId }, orderBy: { number: "asc" } })).map((it) => it.name);

test("where their organization named them among those who come, they are named no more; others stay, and rows of others too", async () => {
  await attend(own, [whom.name, "Ana Roy", `${whom.name} (chair)`]);
  await attend(hosts, [whom.name]);
  await db.dateReply.create({ data: { inviteeId: own, note: `Ask ${whom.name}.`, answeredAt: new Date() } });
  const { code, left } = await erasePerson(ownerUrl, whom);
  expect(left).toEqual({ "BriefingAttendee.name": { rows: 1, organizations: 1, texts: [whom.name] } });
  expect(await namesOf(own), "looking changes nothing").toContain(whom.name);
  await erasePerson(ownerUrl, whom, { confirm: code });
  expect(await namesOf(own)).toEqual(["a former representative", "Ana Roy", "a former representative (chair)"]);
  expect(await db.dateReply.findUnique({ where: { inviteeId: own } })).toMatchObject({
    note: "Ask a former representative.",
  });
  expect(await namesOf(hosts)).toEqual([whom.name]);
});

test("private links that went to their address are gone, whoever they answered for; those of others stay", async () => {
  const link = (inviteeId: string, address: string) => ({
    ...{ inviteeId, address, tokenHash: randomUUID(), createdAt: new Date(), expiresAt: tomorrow() },
  });
  const other = `another-${whom.email}`;
  await db.dateLink.createMany({
    data: [link(own, whom.email), link(asked, whom.email.toUpperCase()), link(hosts, other)],
  });
  const { code } = await erasePerson(ownerUrl, whom);
  await erasePerson(ownerUrl, whom, { confirm: code });
  const links = await db.dateLink.findMany({ where: { invitee: { briefingId: world.briefing.id } } });
  expect(links.map((it) => it.address)).toEqual([other]);
});

test("who holds an office under that name may be somebody else: it goes where the operator says so, and the days stay", async () => {
  const days = { officeId: office.id, firstOn: new Date("2024-01-08"), lastOn: new Date("2025-03-31") };
  const { id } = await db.officeHolder.create({ data: { ...days, name: `Hon. ${whom.name}` } });
  await db.officeHolder.create({ data: { ...days, name: "Ana Roy" } });
  const seen = await erasePerson(ownerUrl, whom);
  expect(seen.chosen).toEqual([]);
  expect(seen.changes).toMatchObject([
    { text: `Hon. ${whom.name}`, instead: "", cells: { "OfficeHolder.name": 1 }, doubts: ["holdsAnOffice"] },
  ]);
  const clear = seen.changes.map((it) => it.code);
  const { code } = await erasePerson(ownerUrl, whom, { clear });
  await erasePerson(ownerUrl, whom, { clear, confirm: code });
  expect(await db.officeHolder.findUnique({ where: { id } })).toMatchObject({
    ...days,
    name: null,
    erasedAt: expect.any(Date),
  });
  expect(await db.office.findUnique({ where: { id: office.id } })).toMatchObject({ version: 2 });
  expect(await db.officeHolder.count({ where: { officeId: office.id, name: "Ana Roy" } })).toBe(1);
  expect(await verifyChain()).toMatchObject({ firstBad: null });
});
