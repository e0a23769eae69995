import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { mayNameAttendees } from "./policy";
import { findInvitee } from "./read.attendance";
import type { Attendance, AttendanceInput } from "./schema.attendance";

/**
 * Says for an organization whether it comes and who. It is for the host, and no act: nothing records it. `seen` is the version
 * that the caller read, null where they found nothing: of two who answer at once the second reads the other's first.
 */
export const answerAttendance = (viewer: Viewer, input: AttendanceInput, seen: number | null): Promise<Attendance> =>
  transact(async (tx) => {
    const { id: slug, organization, answer, people } = input;
    const found = await findInvitee(viewer, slug, organization, tx);
    if (!mayNameAttendees(viewer, found.organizationId ?? "")) throw new Refusal("FORBIDDEN", "notYourAnswer");
    await lockRights(tx, viewer);
    await tx.$queryRaw`SELECT 1 FROM "BriefingInvitee" WHERE "id" = ${found.id}::uuid FOR UPDATE`;
    const { state, endsAt, sequence } = found.briefing;
    if (state === "cancelled") throw new Refusal("CONFLICT", "briefingCancelled");
    if (state !== "scheduled" || !endsAt) throw new Refusal("CONFLICT", "notScheduled");
    if (endsAt <= (await readClock(tx))) throw new Refusal("CONFLICT", "meetingOver");
    const kept = await tx.briefingAttendance.findUnique({ where: { inviteeId: found.id }, select: { version: true } });
    if ((kept?.version ?? null) !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile");
    const version = (kept?.version ?? 0) + 1;
    const names = people.filter((it) => it !== "");
    await tx.briefingAttendance.upsert({
      where: { inviteeId: found.id },
      create: { inviteeId: found.id, answer, version, sequence },
      update: { answer, version, sequence },
    });
    await tx.briefingAttendee.deleteMany({ where: { inviteeId: found.id } });
    await tx.briefingAttendee.createMany({
      data: names.map((name, index) => ({ inviteeId: found.id, number: index + 1, name })),
    });
    return { answer, people: names, version, earlierTime: false };
  });
