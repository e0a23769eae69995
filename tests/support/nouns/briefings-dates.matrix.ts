import { randomUUID } from "node:crypto";
import { dateLinkToken } from "@/lib/briefings/read.date-links";
import type { Poll } from "@/lib/briefings/schema.dates";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { type BuiltBriefing, buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";
import { officeRow } from "@/tests/support/office-row";

const zone = "America/Toronto";
const options = [
  { wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" },
  { wallStart: "2027-03-16T10:00", wallEnd: "2027-03-16T11:30" },
];
const date = { zone, wallStart: "2027-04-06T10:00", wallEnd: "2027-04-06T11:30" };
const first = { headers: { "if-none-match": "*" } };

type Made = BuiltBriefing & { option: string; yes: object };

/** A poll that ours hosts, or that another organization hosts and ours is asked in. */
const onPoll =
  (host: "ours" | "another", request: (made: Made, world: MatrixWorld) => RequestSpec | Promise<RequestSpec>) =>
  async (world: MatrixWorld): Promise<RequestSpec> => {
    const another = await db.organization.findUniqueOrThrow({ where: { slug: "matrix-convening" } });
    const hosting = host === "ours" ? world.ours : another;
    const built = buildBriefing({ host: hosting, invited: [world.ours, world.quiet], options, at: new Date() });
    await insertBriefing(built);
    const option = built.dates[0]?.id ?? "";
    const yes = { answers: [{ option, revision: 1, answer: "yes" }] };
    const spec = await request({ ...built, option, yes }, world);
    return { ...spec, params: { id: built.briefing.slug, option, ...spec.params } };
  };

const inviteeOf = ({ invitees }: Made, organization: { id: string }) =>
  invitees.find((it) => it.organizationId === organization.id)?.id ?? "";

async function plantLink(made: Made, organization: { id: string }, more: { revokedAt?: Date } = {}) {
  const id = randomUUID();
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) };
  const inviteeId = inviteeOf(made, organization);
  const tokenHash = sha256(dateLinkToken(id));
  await db.dateLink.create({ data: { id, inviteeId, tokenHash, address: "ally@matrix.example", ...times, ...more } });
  return id;
}

const rowOf = (it: unknown, { slug }: { slug: string }) =>
  (it as Poll).organizations.find((row) => row.organization.slug === slug);

async function withOffice({ briefing }: Made) {
  const office = await db.office.create({ data: officeRow(`matrix-${randomUUID().slice(0, 8)}`) });
  await db.briefingInvitee.create({ data: { briefingId: briefing.id, officeId: office.id } });
  return office.slug;
}

const source = { en: "by telephone, 3 March" };

export const part: RequestSpecs = {
  "briefings.dates.get poll": onPoll("ours", () => ({})),
  "briefings.dates.get asked-note": onPoll("another", async (made, { ours }) => {
    const reply = { note: "Only after ten.", language: "en", answeredAt: new Date() };
    await db.dateReply.create({ data: { inviteeId: inviteeOf(made, ours), ...reply } });
    return { sees: (it) => rowOf(it, ours)?.note === "Only after ten." };
  }),
  "briefings.dates.get links": onPoll("ours", async (made, { quiet }) => {
    await plantLink(made, quiet);
    return { sees: (it) => (rowOf(it, quiet)?.links?.length ?? 0) > 0 };
  }),
  "briefings.dates.get answers-for": onPoll("another", (_, { ours }) => ({
    sees: (it) => (it as Poll).viewer.answersFor.includes(ours.slug),
  })),
  "briefings.dates.offer hosted": onPoll("ours", () => ({ body: { date } })),
  "briefings.dates.change hosted": onPoll("ours", () => ({ body: { date }, headers: { "if-match": '"1"' } })),
  "briefings.dates.correctZone hosted": onPoll("ours", () => ({ body: { from: zone, to: "America/Vancouver" } })),
  "briefings.dates.ask hosted": onPoll("ours", () => ({ body: { closes: "2027-02-01T17:00" } })),
  "briefings.dates.choose hosted": onPoll("ours", ({ option }) => ({ body: { option, revision: 1 } })),
  "briefings.dates.answer own": onPoll("another", ({ yes }, { ours }) => ({
    ...{ params: { organization: ours.slug }, body: { ...yes, source } },
    ...first,
  })),
  "briefings.dates.answer hosted": onPoll("ours", ({ yes }, { quiet }) => ({
    ...{ params: { organization: quiet.slug }, body: { ...yes, source } },
    ...first,
  })),
  "briefings.dates.answerForOffice hosted": onPoll("ours", async (made) => ({
    ...{ params: { office: await withOffice(made) }, body: { ...made.yes, source } },
    ...first,
  })),
  "briefings.dateLinks.send hosted": onPoll("ours", (_, { quiet }) => ({
    body: { organization: quiet.slug, address: `ally.${randomUUID().slice(0, 8)}@matrix.example` },
  })),
  "briefings.dateLinks.revoke hosted": onPoll("ours", async (made, { quiet }) => ({
    params: { link: await plantLink(made, quiet) },
  })),
  "briefings.dateLinks.remind hosted": onPoll("ours", () => ({})),
  "briefings.datePolls.open live": onPoll("ours", async (made, { quiet }) => ({
    params: { token: dateLinkToken(await plantLink(made, quiet)) },
  })),
  "briefings.datePolls.open revoked": onPoll("ours", async (made, { quiet }) => ({
    params: { token: dateLinkToken(await plantLink(made, quiet, { revokedAt: new Date() })) },
  })),
  "briefings.datePolls.answer live": onPoll("ours", async (made, { quiet }) => ({
    ...{ params: { token: dateLinkToken(await plantLink(made, quiet)) }, body: made.yes },
    ...first,
  })),
  "briefings.datePolls.answer revoked": onPoll("ours", async (made, { quiet }) => ({
    ...{ params: { token: dateLinkToken(await plantLink(made, quiet, { revokedAt: new Date() })) }, body: made.yes },
    ...first,
  })),
};
