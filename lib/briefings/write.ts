import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy as organizationsReadableBy } from "../organizations/policy";
import { record } from "./activity";
import { mayHost, mayPlanFor, readableBy } from "./policy";
import { dayOrNull } from "./read.select";
import { dueDay, partWith } from "./rules";
import type { Frame, PlanInput } from "./schema";
import { inheritItems } from "./write.agenda";
import { findInvited, type Invited } from "./write.invitees";
import { addParts, insertBriefing, newBriefingSlug } from "./write.parts";

const followedSelect = {
  id: true,
  ...{ kind: true, attribution: true, hostId: true, minutes: true, zone: true, quorum: true, cadence: true },
  ...{ titleEn: true, titleFr: true, purposeEn: true, purposeFr: true, placeEn: true, placeFr: true },
  ...{ wallStart: true, lastHeldOn: true, state: true, partOfId: true },
  invitees: {
    where: { removedAt: null, OR: [{ officeId: { not: null } }, { organization: { status: "member" } }] },
    select: { organizationId: true, officeId: true },
  },
  parts: { select: { part: true, attribution: true, minutes: true } },
  followedBy: { select: { id: true } },
} satisfies Prisma.BriefingSelect;
type Followed = Prisma.BriefingGetPayload<{ select: typeof followedSelect }>;

/** Calls a meeting; its date is still to be found. What follows another has its frame, as far as nothing else is said. */
export async function planBriefing(viewer: Viewer, input: PlanInput): Promise<string> {
  return transact(async (tx) => {
    const followed = await findFollowed(tx, viewer, input.follows);
    const hostId = input.host ? await findHost(tx, viewer, input.host) : followed?.hostId;
    const framed = frameFrom(input, followed);
    if (!hostId || !framed) throw new Error("the shape lets nothing through that lacks its frame");
    if (!mayPlanFor(viewer, hostId)) throw new Refusal("FORBIDDEN", "notTheHost");
    await lockRights(tx, viewer);
    const { now } = await readToday(tx);
    const given = withParts(input, followed);
    const invited = await findInvited(tx, framed.kind, given, followed && invitedTo(followed));
    mustSuit(framed.kind, given);
    const parts = Number(given.caucus !== undefined) + Number(given.debrief !== undefined);
    const meeting = {
      ...{ id: randomUUID(), slug: newBriefingSlug(), ...framed, hostId, followsId: followed?.id ?? null },
      ...{ part: partWith("meeting", parts), createdAt: now, stampedAt: now },
    };
    await insertBriefing(tx, meeting, invited);
    await addParts(tx, meeting, given, invited);
    await inheritItems(tx, followed ?? null, meeting);
    await record(tx, "briefing.planned", viewer, `briefing/${meeting.id}`, { organization: hostId });
    return meeting.slug;
  });
}

async function findHost(tx: Tx, viewer: Viewer, slug: string): Promise<string> {
  const found = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug, status: "member" }] },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return found.id;
}

async function findFollowed(tx: Tx, viewer: Viewer, slug: string | undefined): Promise<Followed | undefined> {
  if (slug === undefined) return undefined;
  const found = await tx.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: followedSelect,
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  if (!mayHost(viewer, found)) throw new Refusal("FORBIDDEN", "notTheHost");
  if (found.partOfId !== null) throw new Refusal("CONFLICT", "partHasNoNext");
  // Two people who press the button at once plan one meeting, not two.
  await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${found.id}::uuid FOR UPDATE`;
  if ((await tx.briefing.count({ where: { followsId: found.id } })) > 0)
    throw new Refusal("CONFLICT", "nextPlannedAlready");
  return found;
}

const invitedTo = ({ invitees }: Followed): Invited => ({
  organizationIds: invitees.flatMap(({ organizationId }) => organizationId ?? []),
  officeIds: invitees.flatMap(({ officeId }) => officeId ?? []),
});

/** What went with the meeting before goes with the next one as well. */
function withParts(input: PlanInput, followed: Followed | undefined): Frame {
  const earlier = Object.fromEntries(
    (followed?.parts ?? []).map(({ part, attribution, minutes }) => [part, { attribution, minutes }]),
  );
  return { ...earlier, ...input };
}

function frameFrom(input: PlanInput, followed: Followed | undefined) {
  const kind = input.kind ?? followed?.kind;
  const attribution = input.attribution ?? followed?.attribution;
  const minutes = input.minutes ?? followed?.minutes;
  const zone = input.zone ?? followed?.zone;
  if (!kind || !attribution || !minutes || !zone) return null;
  const cadence = input.cadence === undefined ? (followed?.cadence ?? null) : input.cadence;
  const lastOn = input.lastHeldOn ?? followed?.wallStart?.slice(0, 10) ?? dayOrNull(followed?.lastHeldOn ?? null);
  const dueOn = input.dueOn === null ? null : dueDay({ cadence, dueOn: input.dueOn ?? null, lastOn });
  const texts = (name: "title" | "purpose" | "place") => ({
    [`${name}En`]: input[name] ? input[name].en || null : (followed?.[`${name}En`] ?? null),
    [`${name}Fr`]: input[name] ? input[name].fr || null : (followed?.[`${name}Fr`] ?? null),
  });
  return {
    ...{ kind, attribution, minutes, zone, cadence },
    quorum: input.quorum === undefined ? (followed?.quorum ?? null) : input.quorum,
    ...(texts("title") as { titleEn: string | null; titleFr: string | null }),
    ...texts("purpose"),
    ...texts("place"),
    lastHeldOn: lastOn ? new Date(lastOn) : null,
    dueOn: dueOn ? new Date(dueOn) : null,
    callClosesOn: input.callClosesOn ? new Date(input.callClosesOn) : null,
  };
}

function mustSuit(kind: "civil_society" | "government", { caucus, debrief }: Frame) {
  if (kind === "government") return;
  if (caucus) throw new BadField("caucus", "partsOfGovernmentAlone");
  if (debrief) throw new BadField("debrief", "partsOfGovernmentAlone");
}
