import "server-only";
import { transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { dayOrNull } from "./read.select";
import { addableParts, dueDay, frameObstacle, partWith } from "./rules";
import type { Frame, FrameInput } from "./schema";
import { inviteAnew } from "./write.invitations";
import { changeInvited, findInvited } from "./write.invitees";
import { addParts } from "./write.parts";
import { addStep, lockBriefing } from "./write.steps";

type Meeting = Awaited<ReturnType<typeof lockBriefing>>;

/** Another frame for a meeting: what it is called and for, where, for whom, how long; never when. On the version that was read. */
export async function changeFrame(viewer: Viewer, { id: slug, ...frame }: FrameInput, expected: number) {
  await transact(async (tx) => {
    const meeting = await lockBriefing(tx, viewer, slug);
    if (meeting.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version: meeting.version });
    const options = await tx.dateOption.count({ where: { briefingId: meeting.id, withdrawnAt: null } });
    const obstacle = frameObstacle({ ...meeting, options }, differing(meeting, frame));
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    await lockRights(tx, viewer);
    const { now } = await readToday(tx);
    const invited = await findInvitedBefore();
    const changed = frame.organizations || frame.offices ? await changeInvited(tx, meeting.id, invited, now) : false;
    const parts = await tx.briefing.findMany({ where: { partOfId: meeting.id }, select: { part: true } });
    const addable = addableParts({ ...meeting, parts: parts.map(({ part }) => part) });
    for (const part of ["caucus", "debrief"] as const)
      if (frame[part] && meeting.kind !== "government") throw new BadField(part, "partsOfGovernmentAlone");
    const added = await addParts(tx, { ...meeting, createdAt: now }, frame, invited, addable);
    if (changed && meeting.state === "scheduled" && meeting.startsAt && meeting.startsAt > now)
      await inviteAnew(tx, meeting, now);
    const data = columnsOf(meeting, frame);
    if (Object.keys(data).length === 0 && !changed && added.length === 0) return;
    const part = partWith(meeting.part, added.length);
    await tx.briefing.update({
      where: { id: meeting.id },
      data: { ...data, ...(part !== meeting.part && { part }), version: { increment: 1 } },
    });
    await addStep(tx, meeting.id, { kind: "changed" });
    await record(tx, "briefing.changed", viewer, `briefing/${meeting.id}`, { version: meeting.version + 1 });

    async function findInvitedBefore() {
      const rows = await tx.briefingInvitee.findMany({ where: { briefingId: meeting.id, removedAt: null } });
      const earlier = {
        organizationIds: rows.flatMap(({ organizationId }) => organizationId ?? []),
        officeIds: rows.flatMap(({ officeId }) => officeId ?? []),
      };
      // A caucus has no office, although it goes with a meeting that has one.
      const kind = meeting.partOfId === null ? meeting.kind : ("civil_society" as const);
      return findInvited(tx, kind, frame, earlier);
    }
  });
}

/** What is sent as it was is no change. */
const differing = (meeting: Meeting, { minutes, zone }: Frame) => ({
  ...(minutes !== meeting.minutes && { minutes }),
  ...(zone !== meeting.zone && { zone }),
});

/** The columns whose content becomes another. */
function columnsOf(meeting: Meeting, frame: Frame) {
  const texts = (name: "title" | "purpose" | "place") =>
    frame[name] && { [`${name}En`]: frame[name].en || null, [`${name}Fr`]: frame[name].fr || null };
  const days = (name: "dueOn" | "lastHeldOn" | "callClosesOn", day: string | null | undefined) =>
    day !== undefined && day !== dayOrNull(meeting[name]) ? { [name]: day === null ? null : new Date(day) } : {};
  const cadence = frame.cadence === undefined ? meeting.cadence : frame.cadence;
  const lastOn = frame.lastHeldOn === undefined ? dayOrNull(meeting.lastHeldOn) : frame.lastHeldOn;
  // Another cadence gives another day, unless somebody names one.
  const again = cadence !== meeting.cadence || lastOn !== dayOrNull(meeting.lastHeldOn);
  const dueOn = frame.dueOn === undefined && again ? dueDay({ cadence, dueOn: null, lastOn }) : frame.dueOn;
  const wanted: Record<string, unknown> = {
    ...{ ...texts("title"), ...texts("purpose"), ...texts("place") },
    ...{ minutes: frame.minutes, zone: frame.zone, quorum: frame.quorum, cadence: frame.cadence },
  };
  const others = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== meeting[name as keyof Meeting],
  );
  const named = { ...days("lastHeldOn", frame.lastHeldOn), ...days("callClosesOn", frame.callClosesOn) };
  return { ...Object.fromEntries(others), ...named, ...days("dueOn", dueOn) };
}
