import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { dayIn } from "@/lib/platform/time/zone";
import type { Viewer } from "@/lib/viewer/schema";
import { signatureColumns } from "../mandates/record.signature";
import { record } from "./activity";
import { mayReadChange, readableFrom } from "./policy";
import { findStanding } from "./read.steps";
import { standsBehind } from "./rules.endorsements";
import { contestObstacle, contestUntil } from "./rules.text";
import type { ContestInput } from "./schema.text";
import { findActing, lockPoint, readCalendar, refuse } from "./write.context";
import { requireEndorser } from "./write.endorsements";

/** An endorser says that a change which was claimed to be editorial alters the meaning: from then on it counts as material. */
export async function contestChange(viewer: Viewer, input: ContestInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    const mandate = requireEndorser(viewer, { ...point, organizationId });
    const { clause: clauseKey, number } = input;
    const of = { talkingPointId: point.id, version: number };
    const version =
      number < readableFrom(viewer, point)
        ? null
        : await tx.talkingPointVersion.findUnique({
            where: { talkingPointId_number: { talkingPointId: point.id, number } },
            select: {
              createdAt: true,
              editorialClauses: true,
              contests: { where: { organizationId, clauseKey }, select: { at: true } },
              clauses: { where: { key: clauseKey }, select: { number: true } },
            },
          });
    if (!version) throw new Refusal("NOT_FOUND", "noSuchVersion");
    const { standing } = await findStanding(tx, { talkingPointId: point.id, organizationId });
    const response = standing.given?.response;
    const { today, timeZone, rests, closing, now: at } = await readCalendar(tx);
    const editorial = mayReadChange(viewer, point, number) ? version.editorialClauses : [];
    refuse(
      contestObstacle({
        ...{ clause: clauseKey, editorial, today, contested: version.contests.length > 0 },
        endorses: response !== undefined && standsBehind(response),
        until: contestUntil(dayIn(timeZone, version.createdAt), editorial, { rests, closing }),
      }),
    );
    await tx.versionContest.create({
      data: {
        ...{ ...of, organizationId, clauseKey, at },
        ...{ reasonEn: input.reason.en || null, reasonFr: input.reason.fr || null },
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await record(tx, "talkingPoint.contested", viewer, `talkingPoint/${point.id}`, {
      organization: organizationId,
      version: number,
      clause: version.clauses[0]?.number ?? 0,
    });
  });
}
