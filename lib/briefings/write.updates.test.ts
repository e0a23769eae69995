import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { listUpdates, listUpdatesOf, readUpdate } from "./read.updates";
import { fileUpdateInput, type UpdateLineInput } from "./schema.updates";
import { fileUpdate } from "./write.updates";

const refusal = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const wallIn = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`;
const line = (what: string, more: Partial<UpdateLineInput> = {}): UpdateLineInput => ({
  ...{ what: { en: what }, theme: null, when: {}, contact: "", help: {} },
  ...more,
});

let world: Awaited<ReturnType<typeof briefingWorld>>;
let slug: string;
let organization: string;
beforeEach(async () => {
  world = await briefingWorld({ wallStart: wallIn(30) });
  slug = world.briefing.slug;
  organization = world.other.slug;
});

const file = (lines: UpdateLineInput[], seen: number, viewer: Viewer = world.invited) =>
  fileUpdate(viewer, { id: slug, organization, lines }, seen);
const page = { limit: 100 };

test("whoever drafts for an invited organization files its lines, which everybody in the network reads with their date", async () => {
  const theme = await given.theme();
  const member = await as(await given.signatory(world.other));
  expect(await readUpdate(member, { id: slug, organization })).toMatchObject({
    version: 0,
    filedAt: null,
    lines: [],
    viewer: { mayFile: true },
  });
  await file(
    [
      line("Circles in six towns", { theme: theme.slug, when: { fr: "Jusqu’à la fin" }, contact: "a@b.example" }),
      line("A letter", { help: { en: "Interpreters" } }),
    ],
    0,
    member,
  );
  const found = await readUpdate(world.hosting, { id: slug, organization });
  expect(found).toMatchObject({ version: 1, viewer: { mayFile: false } });
  expect(found.lines[0]).toEqual({
    what: { en: "Circles in six towns", fr: null },
    theme: { slug: theme.slug, title: { en: theme.titleEn, fr: theme.titleFr } },
    when: { en: null, fr: "Jusqu’à la fin" },
    contact: "a@b.example",
    help: { en: null, fr: null },
  });
  const { items, total, viewer } = await listUpdates(world.hosting, { id: slug, ...page });
  expect([items.map((it) => it.organization.slug), total]).toEqual([[organization], 1]);
  expect(viewer.filesFor.map((it) => it.slug)).toEqual([world.host.slug]);
  const kept = await listUpdatesOf(world.hosting, { slug: organization, ...page });
  expect(kept.items).toMatchObject([{ briefing: { slug }, filedAt: found.filedAt }]);
});

test("it is changed over what was read; without any line it is taken back, and can be filed again", async () => {
  await file([line("One")], 0);
  await expect(file([line("Two")], 0)).rejects.toMatchObject({ reason: "changedMeanwhile", facts: { version: 1 } });
  await file([line("Two"), line("Three")], 1);
  expect((await readUpdate(world.invited, { id: slug, organization })).lines.map((it) => it.what.en)).toEqual([
    "Two",
    "Three",
  ]);
  await file([], 2);
  expect((await listUpdates(world.invited, { id: slug, ...page })).total).toBe(0);
  expect((await listUpdatesOf(world.invited, { slug: organization, ...page })).total).toBe(0);
  expect(await readUpdate(world.invited, { id: slug, organization })).toMatchObject({ version: 3, filedAt: null });
  await file([line("Again")], 3);
  expect((await listUpdates(world.invited, { id: slug, ...page })).total).toBe(1);
});

test("of two colleagues who file first at once, one is told of the other", async () => {
  const both = await Promise.allSettled([file([line("One")], 0), file([line("Other")], 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.flatMap((it) => (it.status === "rejected" ? [it.reason.reason] : []))).toEqual(["changedMeanwhile"]);
});

test("nobody files for another, nor without being asked to come, nor after the meeting or before a government one", async () => {
  await expect(file([line("x")], 0, world.hosting)).rejects.toEqual(refusal("notYourOrganization"));
  const outsider = await given.organization();
  const theirs = await as(await given.signatory(outsider));
  await expect(fileUpdate(theirs, { id: slug, organization: outsider.slug, lines: [line("x")] }, 0)).rejects.toEqual(
    refusal("notInvitedTo"),
  );
  await expect(file([line("x", { theme: "no-such-theme" })], 0)).rejects.toMatchObject({ field: "lines.0.theme" });
  await db.briefing.update({ where: { id: world.briefing.id }, data: { kind: "government" } });
  await expect(file([line("x")], 0)).rejects.toEqual(refusal("noUpdatesHere"));
  const past = await briefingWorld({ wallStart: wallIn(-3) });
  const late = { id: past.briefing.slug, organization: past.other.slug, lines: [line("x")] };
  await expect(fileUpdate(past.invited, late, 0)).rejects.toEqual(refusal("updatesClosed"));
});

test("outside the network there are no updates, nor any meeting to have them", async () => {
  await file([line("For members")], 0);
  const guest = await as(await given.person({ guest: true }));
  await expect(listUpdates(guest, { id: slug, ...page })).rejects.toEqual(refusal("noSuchBriefing"));
  await expect(readUpdate(guest, { id: slug, organization })).rejects.toEqual(refusal("noSuchBriefing"));
  await db.organization.update({ where: { id: world.other.id }, data: { listing: "public" } });
  expect((await listUpdatesOf(guest, { slug: organization, ...page })).total).toBe(0);
});

test("an update has five lines at most, each with what is done in one language or both", () => {
  const parse = (lines: object[]) =>
    fileUpdateInput.safeParse({ id: "a", organization: "b", lines }).error?.issues.map((it) => it.path.join("."));
  expect(parse(Array.from({ length: 6 }, () => ({ what: { en: "x" } })))).toEqual(["lines"]);
  expect(parse([{ what: { en: "x" } }, { what: {} }])).toEqual(["lines.1.what"]);
  expect(parse([{ what: { fr: "x" } }])).toBeUndefined();
});

test("the updates of 100 organizations are read in as many statements as those of one, and paged", async () => {
  const cost = async () => (await listStatements(() => listUpdates(world.invited, { id: slug, ...page }))).length;
  await file([line("One")], 0);
  const one = await cost();
  const many = await Promise.all(Array.from({ length: 100 }, () => given.organization()));
  const key = (it: { id: string }) => ({ briefingId: world.briefing.id, organizationId: it.id });
  await db.updateFiling.createMany({ data: many.map((it) => ({ ...key(it), filedAt: new Date() })) });
  await db.memberUpdate.createMany({ data: many.map((it) => ({ ...key(it), number: 1, whatEn: "Work" })) });
  expect(await cost()).toBe(one);
  const first = await listUpdates(world.invited, { id: slug, ...page });
  const second = await listUpdates(world.invited, { id: slug, limit: 100, cursor: first.nextCursor ?? "" });
  expect([first.items.length, second.items.length, first.total]).toEqual([100, 1, 101]);
  expect(second.nextCursor).toBeNull();
});
