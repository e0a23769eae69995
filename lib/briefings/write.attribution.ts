import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { attributionObstacle, isTighter } from "./rules.attribution";
import type { AttributionInput } from "./schema";
import { addStep, lockBriefing } from "./write.steps";

/** Chooses what is written of a meeting: freely before the invitations, tighter alone from then on, not at all once it is published. */
export async function chooseAttribution(viewer: Viewer, { id: slug, rule }: AttributionInput, expected: number) {
  await transact(async (tx) => {
    const meeting = await lockBriefing(tx, viewer, slug);
    if (meeting.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version: meeting.version });
    const now = await readClock(tx);
    const obstacle = attributionObstacle(meeting, rule, meeting.invitedAt !== null, now);
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    if (rule === meeting.attribution) return;
    await lockRights(tx, viewer);
    await tx.briefing.update({ where: { id: meeting.id }, data: { attribution: rule, version: { increment: 1 } } });
    const kind = isTighter(rule, meeting.attribution) ? ("rule_tightened" as const) : ("rule_chosen" as const);
    await addStep(tx, meeting.id, { kind, rule });
    await record(tx, "briefing.ruleChosen", viewer, `briefing/${meeting.id}`, { rule });
  });
}
