import { randomUUID } from "node:crypto";
import type { Agenda, Discussed } from "@/lib/briefings/schema.agenda";
import type { BriefingFilings } from "@/lib/briefings/schema.updates";
import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { addRecommendation, freeItem, putOnAgenda } from "@/tests/support/build-agendas";
import { insertBriefing } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";

type Made = { id: string; slug: string };
type Options = { host?: "ours" | "quiet"; days?: number };

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000);
const seen = { headers: { "if-match": '"1"' } };

/** A meeting made for this one request, with both organizations asked to come and a call for items that is open. */
async function meetingOf({ ours, quiet }: MatrixWorld, { host = "ours", days = 30 }: Options = {}): Promise<Made> {
  const built = buildBriefing({
    ...{ host: host === "ours" ? ours : quiet, invited: [ours, quiet], at: new Date(), callClosesOn: dayIn(5) },
    wallStart: `${dayIn(days).toISOString().slice(0, 10)}T10:00`,
  });
  await insertBriefing(built);
  return built.briefing;
}

const on =
  (
    options: Options,
    request: (made: Made, world: MatrixWorld) => RequestSpec | Promise<RequestSpec>,
  ): RequestSpecs[string] =>
  async (world) => {
    const made = await meetingOf(world, options);
    const { params, ...rest } = await request(made, world);
    return { params: { id: made.slug, organization: world.ours.slug, slug: world.ours.slug, ...params }, ...rest };
  };

/** An item that an organization proposed, answered on or not. */
async function proposed(made: Made, by: { id: string }, declined = false): Promise<string> {
  const answer = declined ? { declinedAt: new Date(), declinedEn: "No time." } : {};
  const [item] = await putOnAgenda(made, [{ number: null, proposedById: by.id, ...answer }]);
  return item?.id ?? "";
}

const seesDeclined = { sees: (it: unknown) => (it as Agenda).proposed.some(({ declined }) => declined !== null) };

async function filed(made: Made, { ours }: MatrixWorld) {
  const key = { briefingId: made.id, organizationId: ours.id };
  await db.updateFiling.create({ data: { ...key, filedAt: new Date() } });
  await db.memberUpdate.create({ data: { ...key, number: 1, whatEn: "Circles in six towns" } });
}

export const part: RequestSpecs = {
  "briefings.agenda.get hosted": on({}, () => ({})),
  "briefings.agenda.get may-edit": on({}, () => ({ sees: (it) => (it as Agenda).viewer.mayEdit })),
  "briefings.agenda.get may-mark": on({ days: -3 }, () => ({ sees: (it) => (it as Agenda).viewer.mayMark })),
  "briefings.agenda.get proposes-for": on({}, (_, { ours }) => ({
    sees: (it) => (it as Agenda).viewer.proposesFor.some(({ slug }) => slug === ours.slug),
  })),
  "briefings.agenda.get declined": on({}, async (made, { quiet }) => {
    await proposed(made, quiet, true);
    return seesDeclined;
  }),
  "briefings.agenda.get own-declined": on({ host: "quiet" }, async (made, { ours }) => {
    await proposed(made, ours, true);
    return seesDeclined;
  }),
  "briefings.agenda.save hosted": on({}, () => ({ ...seen, body: { items: [freeItem("One")] } })),
  "briefings.agenda.save quiet": on({ host: "quiet" }, () => ({ ...seen, body: { items: [freeItem("One")] } })),
  "briefings.agenda.inherit hosted": on({}, async (_, world) => {
    const earlier = await meetingOf(world, { days: -20 });
    await putOnAgenda(earlier, [{ outcome: "not_reached" }]);
    return { ...seen, body: { from: earlier.slug } };
  }),
  "briefings.agenda.mark hosted": on({ days: -3 }, async (made) => {
    const [item] = await putOnAgenda(made, [{}]);
    return { ...seen, body: { outcomes: [{ item: item?.id, outcome: "not_reached" }] } };
  }),
  "briefings.agenda.propose ours": on({ host: "quiet" }, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, kind: "free", title: { en: "Ours" }, minutes: 10 },
  })),
  "briefings.agenda.decline hosted": on({}, async (made, { quiet }) => ({
    params: { item: await proposed(made, quiet) },
    body: { reason: { en: "No time." } },
  })),
  "briefings.agenda.takeBack ours": on({ host: "quiet" }, async (made, { ours }) => ({
    params: { item: await proposed(made, ours) },
  })),
  "briefings.agenda.about carried": on({}, async (made) => {
    const { id: propositionId, slug } = await given.proposition();
    await putOnAgenda(made, [{ kind: "proposition", propositionId, titleEn: null, titleFr: null }]);
    return {
      query: { kind: "proposition", about: slug },
      sees: (it) => (it as { total: number }).total > 0,
    };
  }),
  "briefings.agenda.discussed carried": on({}, async (made) => {
    const { id: recommendationId, ref } = await addRecommendation();
    await putOnAgenda(made, [{ kind: "recommendation", recommendationId, titleEn: null, titleFr: null }]);
    return { sees: (it) => (it as { items: Discussed[] }).items.some((item) => item.ref === ref) };
  }),
  "briefings.updates.list filed": on({}, async (made, world) => {
    await filed(made, world);
    return { sees: (it) => (it as BriefingFilings).total > 0 };
  }),
  "briefings.updates.list files-for": on({}, (_, { ours }) => ({
    sees: (it) => (it as BriefingFilings).viewer.filesFor.some(({ slug }) => slug === ours.slug),
  })),
  "briefings.updates.get ours": on({}, () => ({})),
  "briefings.updates.file ours": on({}, () => ({
    headers: { "if-match": '"0"' },
    body: { lines: [{ what: { en: `Circles ${randomUUID()}` } }] },
  })),
  "briefings.updates.ofOrganization ours": on({}, async (made, world) => {
    await filed(made, world);
    return { sees: (it) => (it as { total: number }).total > 0 };
  }),
};
