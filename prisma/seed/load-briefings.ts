import { randomUUID } from "node:crypto";
import { dueDay } from "@/lib/briefings/rules";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { addDays } from "@/lib/platform/time/working-days";
import { buildBriefing, timesOf } from "./build-briefing";
import { type BriefingCalendar, dayOfMeeting, dayOfOption, readBriefingCalendar } from "./days-of-briefings";
import { loadAgendas } from "./load-briefing-agendas";
import type { AssignedPerson } from "./load-people";
import type { BriefingFiles } from "./read-briefings";
import { daysBefore } from "./spread-dates";

type World = {
  files: BriefingFiles;
  calendar: BriefingCalendar;
  now: Date;
  idOf: (slug: string) => string;
  ids: ReadonlyMap<string, string>;
};
type Row = BriefingFiles["briefings"][number];
type Built = ReturnType<typeof buildMeeting>;

/** How long before a meeting its planning, and then its date, were known. */
const planned = 30;
const invited = 17;
const polledSince = 9;

/** Meetings of the network, as if they had been planned, asked for, scheduled and held. What is there already stays. */
export async function loadBriefings(tx: Tx, files: BriefingFiles, people: readonly AssignedPerson[], now: Date) {
  const there = new Set((await tx.briefing.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const fresh = files.briefings.filter(({ slug }) => !there.has(slug));
  if (fresh.length === 0) return 0;
  const known = [
    ...(await tx.organization.findMany({ select: { id: true, slug: true } })),
    ...(await tx.office.findMany({ select: { id: true, slug: true } })),
  ];
  const named = new Map(known.map(({ slug, id }) => [slug, id]));
  const ids = new Map(files.briefings.map(({ slug }) => [slug, randomUUID()] as const));
  const idOf = (slug: string) => {
    const id = named.get(slug);
    if (!id) throw new Error(`${slug} was not loaded`);
    return id;
  };
  const calendar = await readBriefingCalendar(tx, now);
  const world = { files, calendar, now, idOf, ids };
  const built = fresh.map((row) => buildMeeting(world, row));
  await tx.briefing.createMany({ data: built.map(({ briefing }) => briefing) });
  await tx.briefingInvitee.createMany({ data: built.flatMap(({ invitees }) => invitees) });
  await tx.dateOption.createMany({ data: built.flatMap(({ dates }) => dates) });
  await tx.briefingStep.createMany({ data: built.flatMap(({ steps }) => steps) });
  const given = built.map((it) => buildAnswers(world, it));
  await tx.dateReply.createMany({ data: given.flatMap(({ replies }) => replies) });
  await tx.dateAnswer.createMany({ data: given.flatMap(({ answers }) => answers) });
  await loadAgendas(tx, { files, now, idOf, ids }, fresh);
  await nameRapporteurs(tx, world, built, people);
  return built.length;
}

function buildMeeting(world: World, row: Row) {
  const { calendar, now, idOf, ids } = world;
  const day = dayOfMeeting(calendar, row);
  const wallStart = day && row.start_time ? `${day}T${row.start_time}` : undefined;
  const since = planned + (row.days_ago ?? row.due_days_ago ?? 0);
  const at = daysBefore(now, row.state === "polling" ? polledSince + 1 : since);
  const invitedAt = wallStart ? daysBefore(now, invited + (row.days_ago ?? 0)) : null;
  const closes = row.answers_close_in_days === null ? null : addDays(calendar.today, row.answers_close_in_days);
  const answersCloseWall = closes && `${closes}T17:00`;
  const dates = world.files.options.filter(({ briefing }) => briefing === row.slug);
  const before = (days: number | null) => (days === null ? null : new Date(addDays(calendar.today, -days)));
  const built = buildBriefing({
    ...{ id: ids.get(row.slug) ?? randomUUID(), slug: row.slug, kind: row.kind, part: row.sequence, at },
    ...{ titleEn: row.title_en, titleFr: row.title_fr, purposeEn: row.purpose_en, purposeFr: row.purpose_fr },
    ...{ placeEn: row.place_en, placeFr: row.place_fr, zone: row.zone, minutes: row.minutes, quorum: row.quorum },
    ...{ attribution: row.attribution, cadence: row.cadence, invitedAt, ...(invitedAt && { stampedAt: invitedAt }) },
    partOfId: ids.get(row.part_of ?? "") ?? null,
    followsId: ids.get(row.follows ?? "") ?? null,
    host: { id: idOf(row.host) },
    invited: row.invited.map((slug) => ({ id: idOf(slug) })),
    offices: row.offices.map((slug) => ({ id: idOf(slug) })),
    ...(wallStart && { wallStart }),
    options: dates.map((it) => {
      const on = dayOfOption(calendar, it, world.files.options);
      return { wallStart: `${on}T${it.start_time}`, wallEnd: `${on}T${it.end_time}`, zone: it.zone };
    }),
    ...(row.state === "overdue" ? { state: "planned" as const } : { state: row.state }),
    ...dueOf(world, row, before),
    ...(answersCloseWall && { answersCloseWall, answersCloseAt: timesOf(row.zone, answersCloseWall, 0).startsAt }),
    callClosesOn: before(row.call_for_items_closes_in_days === null ? null : -row.call_for_items_closes_in_days),
  });
  const chosen = invitedAt ?? at;
  return {
    ...built,
    row,
    dates: built.dates.map((date, index) => ({
      ...date,
      ...{ noteEn: dates[index]?.note_en ?? null, noteFr: dates[index]?.note_fr ?? null },
      ...(dates[index]?.chosen && { chosenAt: chosen }),
    })),
    steps: buildSteps(built.briefing, row, { at, asked: dates.length > 0, invitedAt, now }),
  };
}

/** When the last of its kind was, and by which day the cadence wants the next; a day that the file names goes before that. */
function dueOf({ files, calendar }: World, row: Row, before: (days: number | null) => Date | null) {
  const followed = files.briefings.find(({ slug }) => slug === row.follows);
  const lastOn =
    before(row.last_held_days_ago)?.toISOString().slice(0, 10) ?? (followed && dayOfMeeting(calendar, followed));
  const dueOn = dueDay({
    cadence: row.cadence,
    dueOn: before(row.due_days_ago)?.toISOString().slice(0, 10) ?? null,
    lastOn: lastOn ?? null,
  });
  return { lastHeldOn: lastOn ? new Date(lastOn) : null, dueOn: dueOn ? new Date(dueOn) : null };
}

type Moments = { at: Date; asked: boolean; invitedAt: Date | null; now: Date };

function buildSteps(
  { id, wallStart }: { id: string; wallStart?: string },
  row: Row,
  { at, asked: polled, invitedAt, now }: Moments,
) {
  const opened = new Date(at.getTime() + 86_400_000);
  const published = row.published_days_ago === null ? null : daysBefore(now, row.published_days_ago);
  const told = [
    { kind: "planned" as const, at, rule: row.attribution },
    ...(polled ? [{ kind: "poll_opened" as const, at: opened }] : []),
    ...(invitedAt && wallStart ? [{ kind: "scheduled" as const, at: invitedAt, wallStart }] : []),
    ...(published ? [{ kind: "published" as const, at: published }] : []),
  ];
  return told.map((step, index) => ({ ...step, briefingId: id, number: index + 1 }));
}

/** What was answered: each invitee's reply as a whole, with its note, and its word on each date. */
function buildAnswers({ files, idOf, now }: World, { row, invitees, dates }: Built) {
  const letters = files.options.filter(({ briefing }) => briefing === row.slug).map(({ option }) => option);
  const replies = new Map<string, Prisma.DateReplyCreateManyInput>();
  const answers: Prisma.DateAnswerCreateManyInput[] = [];
  for (const it of files.answers.filter(({ briefing }) => briefing === row.slug)) {
    const asking = idOf(it.organization ?? it.office ?? "");
    const invitee = invitees.find(({ organizationId, officeId }) => (organizationId ?? officeId) === asking);
    if (!invitee) throw new Error(`${row.slug} does not invite ${it.organization ?? it.office}`);
    const earlier = replies.get(invitee.id);
    replies.set(invitee.id, {
      ...{ inviteeId: invitee.id, noneWorks: it.answer === "none", enteredByHost: it.entered_by_host },
      ...{ sourceEn: it.source_en, sourceFr: it.source_fr, answeredAt: daysBefore(now, it.days_ago) },
      note: it.note ?? earlier?.note ?? null,
      language: it.note ? it.language : (earlier?.language ?? null),
    });
    // "None of these works" is a no to each of them.
    const { answer } = it;
    const said = answer === "none" ? dates : [dates[letters.indexOf(it.option ?? "")] ?? []].flat();
    answers.push(
      ...said.map(({ id }) => ({
        ...{ inviteeId: invitee.id, optionId: id, revision: 1 },
        answer: answer === "none" ? ("no" as const) : answer,
      })),
    );
  }
  return { replies: [...replies.values()], answers };
}

/** Who writes the record of a meeting that has its day, named by the convener. */
async function nameRapporteurs(tx: Tx, { now }: World, built: readonly Built[], people: readonly AssignedPerson[]) {
  const namedById = people.find((it) => it.email.startsWith("convener@"))?.personId;
  if (!namedById) return;
  await tx.rapporteur.createMany({
    data: built.flatMap(({ briefing, row }) => {
      const person = people.find(({ email }) => email === row.rapporteur);
      const day = briefing.wallStart?.slice(0, 10);
      if (!person || !day) return [];
      const days = { firstOn: new Date(day), lastOn: new Date(day) };
      return {
        ...{ personId: person.personId, organizationId: person.mandate.organizationId, briefingId: briefing.id },
        ...{ occasionEn: row.title_en, occasionFr: row.title_fr, ...days, namedById },
        namedAt: daysBefore(now, invited + (row.days_ago ?? 0)),
      };
    }),
  });
}
