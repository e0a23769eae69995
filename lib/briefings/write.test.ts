import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { officeRow } from "@/tests/support/office-row";
import { listBriefings } from "./read";
import { getBriefing } from "./read.detail";
import { readBriefingsAhead } from "./read.next";
import { briefingsInput, type PlanInput, planInput } from "./schema";
import { planBriefing } from "./write";
import { chooseAttribution } from "./write.attribution";
import { changeFrame } from "./write.frame";

let host: Awaited<ReturnType<typeof given.organization>>;
let member: typeof host;
let hosting: Viewer;
const office = "office-of-treaties";

beforeAll(async () => {
  [host, member] = [await given.organization(), await given.organization()];
  await given.organization({ status: "observer" });
  hosting = await as(await given.signatory(host));
  await db.office.create({ data: officeRow(office) });
});

const frame = (more: object = {}): PlanInput =>
  planInput.parse({
    ...{ host: host.slug, kind: "civil_society", title: { en: "Winter briefing", fr: "Séance d’hiver" } },
    ...{ attribution: "not_for_attribution", minutes: 90, zone: "America/Toronto", ...more },
  });
const withOffice = (more: object = {}) => frame({ kind: "government", offices: [office], ...more });
const read = (slug: string, viewer = hosting) => getBriefing(viewer, slug, "en");
const refusal = (reason: string) => expect.objectContaining({ reason });

test("all members are invited unless others are named; planning is recorded without a word of who", async () => {
  const briefing = await read(await planBriefing(hosting, frame()));
  expect(briefing).toMatchObject({ state: "planned", phase: "planned", part: "meeting", time: null, version: 1 });
  const members = await db.organization.count({ where: { status: "member" } });
  expect(briefing.invitees.organizations).toHaveLength(members);
  expect(briefing.steps).toMatchObject([{ kind: "planned", rule: "not_for_attribution" }]);
  const few = await read(await planBriefing(hosting, frame({ organizations: [member.slug] })));
  expect(few.invitees.organizations.map(({ slug }) => slug)).toEqual([member.slug]);
  const rows = await db.activity.findMany({ where: { kind: "briefing.planned" } });
  expect(rows.map(({ facts }) => facts)).toContainEqual({ organization: host.id });
});

test("a meeting with an office has its caucus and debrief, called after it, to which no office is invited", async () => {
  const slug = await planBriefing(
    hosting,
    withOffice({
      caucus: { attribution: "chatham_house", minutes: 60 },
      debrief: { attribution: "decisions_only", minutes: 45 },
    }),
  );
  const room = await read(slug);
  expect(room.part).toBe("room");
  expect(room.sequence.map(({ part, attribution, offices }) => [part, attribution, offices])).toEqual([
    ["caucus", "chatham_house", 0],
    ["room", "not_for_attribution", 1],
    ["debrief", "decisions_only", 0],
  ]);
  expect(room.sequence[0]?.title).toEqual({ en: "Caucus: Winter briefing", fr: "Caucus\u00a0: Séance d’hiver" });
  const caucus = await read(room.sequence[0]?.slug ?? "");
  expect(caucus).toMatchObject({ partOf: { slug }, viewer: { mayPlanNext: false, addable: [] } });
  expect(caucus.sequence).toEqual(room.sequence);
  // In lists the three are one.
  const { items } = await listBriefings(hosting, briefingsInput.parse({ kind: "government" }));
  expect(items.filter((it) => it.slug === slug)).toMatchObject([{ parts: [{ part: "caucus" }, { part: "debrief" }] }]);
  expect(items.some((it) => it.part === "caucus")).toBe(false);
});

test("an office is needed with a government and has no place elsewhere; what nobody knows is named by field", async () => {
  const field = (name: string, reason: string) => expect.objectContaining({ field: name, reason });
  const plan = (input: PlanInput) => planBriefing(hosting, input);
  await expect(plan(frame({ kind: "government" }))).rejects.toEqual(field("offices", "officeMissing"));
  await expect(plan(frame({ offices: [office] }))).rejects.toEqual(field("offices", "officesToGovernmentAlone"));
  await expect(plan(withOffice({ offices: [office, "nobody"] }))).rejects.toEqual(field("offices.1", "invalid"));
  await expect(plan(frame({ organizations: ["nobody"] }))).rejects.toEqual(field("organizations.0", "invalid"));
  const caucus = { attribution: "chatham_house", minutes: 60 };
  await expect(plan(frame({ caucus }))).rejects.toEqual(field("caucus", "partsOfGovernmentAlone"));
  expect(planInput.safeParse({ host: host.slug }).error?.issues.map(({ path }) => path.join("."))).toEqual(
    expect.arrayContaining(["kind", "title", "attribution", "minutes", "zone"]),
  );
});

test("nobody plans for another organization but the convener, and whoever is outside finds nothing", async () => {
  const other = await as(await given.signatory(member));
  await expect(planBriefing(other, frame())).rejects.toEqual(refusal("notTheHost"));
  const convener = await as(await given.convener(await given.organization()));
  const slug = await planBriefing(convener, frame());
  await expect(read(slug, await as(await given.person()))).rejects.toEqual(refusal("noSuchBriefing"));
  await expect(changeFrame(other, { id: slug, quorum: 3 }, 1)).rejects.toEqual(refusal("notTheHost"));
  await expect(chooseAttribution(other, { id: slug, rule: "decisions_only" }, 1)).rejects.toEqual(
    refusal("notTheHost"),
  );
});

test("what follows copies the frame, the invitations and what goes with it, once, however many press at the same time", async () => {
  const first = await planBriefing(
    hosting,
    withOffice({
      ...{ quorum: 4, cadence: "twice_a_year", lastHeldOn: "2026-09-01", place: { en: "At the department" } },
      ...{ organizations: [host.slug, member.slug], caucus: { attribution: "chatham_house", minutes: 60 } },
    }),
  );
  const tries = [1, 2, 3].map(() => planBriefing(hosting, planInput.parse({ follows: first, title: { en: "Next" } })));
  const done = await Promise.allSettled(tries);
  const planned = done.flatMap((it) => (it.status === "fulfilled" ? it.value : []));
  expect(planned).toHaveLength(1);
  expect(done.filter((it) => it.status === "rejected").map(({ reason }) => reason.reason)).toEqual([
    "nextPlannedAlready",
    "nextPlannedAlready",
  ]);
  const next = await read(planned[0] ?? "");
  expect(next).toMatchObject({
    ...{ title: { en: "Next", fr: null }, kind: "government", part: "room", quorum: 4, minutes: 90 },
    ...{ place: { en: "At the department", fr: null }, follows: { slug: first }, dueOn: "2027-03-01" },
    sequence: [{ part: "caucus", attribution: "chatham_house", minutes: 60 }, { part: "room" }],
  });
  expect(next.invitees.organizations).toHaveLength(2);
  expect(next.invitees.offices.map(({ slug }) => slug)).toEqual([office]);
  expect((await read(first)).viewer.mayPlanNext).toBe(false);
});

test("a frame is changed on the version that was read; what is sent as it was changes nothing", async () => {
  const id = await planBriefing(hosting, frame({ cadence: "three_a_year", lastHeldOn: "2026-11-01" }));
  await changeFrame(hosting, { id, title: { en: "Winter briefing", fr: "Séance d’hiver" }, minutes: 90 }, 1);
  expect((await read(id)).version).toBe(1);
  await changeFrame(hosting, { id, quorum: 5, place: { en: "Room 4" } }, 1);
  await expect(changeFrame(hosting, { id, quorum: 6 }, 1)).rejects.toEqual(refusal("changedMeanwhile"));
  const changed = await read(id);
  expect(changed).toMatchObject({ version: 2, quorum: 5, place: { en: "Room 4", fr: null }, dueOn: "2027-03-01" });
  // Another cadence gives another day.
  await changeFrame(hosting, { id, cadence: "twice_a_year" }, 2);
  expect((await read(id)).dueOn).toBe("2027-05-01");
  expect((await read(id)).steps.map(({ kind }) => kind)).toEqual(["planned", "changed", "changed"]);
});

test("whoever is invited no more keeps their row and answers, and has both back when invited again", async () => {
  const id = await planBriefing(hosting, frame({ organizations: [host.slug, member.slug] }));
  const invitee = await db.briefingInvitee.findFirstOrThrow({
    where: { briefing: { slug: id }, organizationId: member.id },
  });
  await changeFrame(hosting, { id, organizations: [host.slug] }, 1);
  expect((await read(id)).invitees.organizations.map(({ slug }) => slug)).toEqual([host.slug]);
  await changeFrame(hosting, { id, organizations: [host.slug, member.slug] }, 2);
  const again = await db.briefingInvitee.findMany({ where: { briefing: { slug: id }, removedAt: null } });
  expect(again.map((it) => it.id)).toContain(invitee.id);
  expect(again).toHaveLength(2);
});

test("a caucus is added later, once, and the meeting is the room of it from then on", async () => {
  const id = await planBriefing(hosting, withOffice());
  const caucus = { attribution: "chatham_house" as const, minutes: 30 };
  expect((await read(id)).viewer.addable).toEqual(["caucus", "debrief"]);
  await changeFrame(hosting, { id, caucus }, 1);
  await changeFrame(hosting, { id, caucus, debrief: { ...caucus, attribution: "decisions_only" } }, 2);
  const room = await read(id);
  expect(room.sequence.map(({ part }) => part)).toEqual(["caucus", "room", "debrief"]);
  expect(room).toMatchObject({ part: "room", viewer: { addable: [] } });
});

test("a rule is free until the invitations are out, only tightens then, and each change is a step and a row of the record", async () => {
  const id = await planBriefing(hosting, frame());
  await chooseAttribution(hosting, { id, rule: "on_record" }, 1);
  await chooseAttribution(hosting, { id, rule: "chatham_house" }, 2);
  await db.briefing.update({ where: { slug: id }, data: { invitedAt: new Date() } });
  await expect(chooseAttribution(hosting, { id, rule: "on_record" }, 3)).rejects.toEqual(
    refusal("attributionOnlyTightens"),
  );
  expect((await read(id)).viewer.rules).toEqual(["decisions_only"]);
  await chooseAttribution(hosting, { id, rule: "decisions_only" }, 3);
  expect((await read(id)).steps.map(({ kind, rule }) => [kind, rule])).toEqual([
    ["planned", "not_for_attribution"],
    ["rule_chosen", "on_record"],
    ["rule_tightened", "chatham_house"],
    ["rule_tightened", "decisions_only"],
  ]);
  const { id: row } = await db.briefing.findUniqueOrThrow({ where: { slug: id } });
  expect(await db.activity.count({ where: { kind: "briefing.ruleChosen", subject: `briefing/${row}` } })).toBe(3);
});

test("two who tighten at once: one is told that it changed meanwhile", async () => {
  const id = await planBriefing(hosting, frame());
  const done = await Promise.allSettled([
    chooseAttribution(hosting, { id, rule: "chatham_house" }, 1),
    chooseAttribution(hosting, { id, rule: "decisions_only" }, 1),
  ]);
  expect(done.flatMap((it) => (it.status === "rejected" ? it.reason.reason : []))).toEqual(["changedMeanwhile"]);
});

test("lists say what is next, past and overdue, each meeting under one of them, page by page", async () => {
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
  const at = new Date();
  const made = [
    await briefingWorld({ wallStart: later(20), at }),
    await briefingWorld({ wallStart: later(10), at }),
    await briefingWorld({ wallStart: later(-10), at }),
    await briefingWorld({ state: "cancelled", at }),
    await briefingWorld({ dueOn: new Date("2026-01-05"), at }),
    await briefingWorld({ dueOn: new Date("2126-01-05"), at }),
  ].map(({ briefing }) => briefing.slug);
  const slugs = async (when: "next" | "past" | "overdue") => {
    const found: string[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page = await listBriefings(hosting, briefingsInput.parse({ when, limit: 2, ...(cursor && { cursor }) }));
      found.push(...page.items.map(({ slug }) => slug));
      cursor = page.nextCursor;
    }
    return found.filter((it) => made.includes(it));
  };
  expect(await slugs("next")).toEqual([made[1], made[0], made[5]]);
  expect(await slugs("past")).toEqual([made[2], made[3]]);
  expect(await slugs("overdue")).toEqual([made[4]]);
  const ahead = await readBriefingsAhead(hosting, await readToday(db));
  expect(ahead?.next?.slug).toBe(made[1]);
  expect(ahead?.overdue.items.map(({ slug }) => slug)).toContain(made[4]);
});

test("a title is found in either language and by any spelling of its accents", async () => {
  const slug = await planBriefing(hosting, frame({ title: { en: "Quagga talk", fr: "Réunion très brève" } }));
  const found = async (q: string) =>
    (await listBriefings(hosting, briefingsInput.parse({ q }))).items.map((it) => it.slug);
  expect(await found("quagga")).toEqual([slug]);
  expect(await found("tres reunion")).toEqual([slug]);
  expect(await found("quagga absent")).toEqual([]);
});

test("the day until which items are proposed is named with the plan, changed, and taken away", async () => {
  const slug = await planBriefing(hosting, frame({ callClosesOn: "2027-02-01" }));
  const planned = await read(slug);
  expect(planned.callClosesOn).toBe("2027-02-01");
  await changeFrame(hosting, { id: slug, callClosesOn: "2027-02-08" }, planned.version);
  const later = await read(slug);
  expect(later.callClosesOn).toBe("2027-02-08");
  await changeFrame(hosting, { id: slug, callClosesOn: null }, later.version);
  expect((await read(slug)).callClosesOn).toBeNull();
});
