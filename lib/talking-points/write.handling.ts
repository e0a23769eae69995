import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayAmend, mayHandle } from "./policy";
import {
  answerObstacle,
  handlingObstacle,
  isRewordable,
  standingOf,
  stateOfHandling,
  supersedesItself,
} from "./rules.handling";
import type { AmendmentAnswerInput, HandlingInput } from "./schema.amendments";
import { lockAmendment } from "./write.amendments";
import { actorColumns, findActing, lockPoint, type PointContext, refuse } from "./write.context";

/** A lead says what it would do with an amendment. The amender is asked, and nothing is published. */
export async function handleAmendment(viewer: Viewer, input: HandlingInput) {
  await transact(async (tx) => {
    // With the point locked, two leads do not handle two amendments as superseded by each other.
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayHandle(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notALead");
    const { id, kind, standing, next } = await lockAmendment(tx, viewer, point, input.amendment);
    refuse(handlingObstacle(standing, point.status));
    if (input.handling === "accept_with_changes" && !isRewordable(kind)) throw new BadField("handling", "invalid");
    if (input.supersededBy) await requireSuperseding(tx, point, id, input.supersededBy);
    const actor = await actorColumns(tx, viewer);
    await tx.amendmentStep.create({
      data: {
        ...{ talkingPointId: point.id, amendmentId: id, number: next, kind: "handled", organizationId, ...actor },
        ...{ handling: input.handling, supersededById: input.supersededBy ?? null, at: await readClock(tx) },
        ...{ wordsEn: input.words?.en || null, wordsFr: input.words?.fr || null },
        ...{ questionEn: input.question?.en || null, questionFr: input.question?.fr || null },
        ...{ reasonEn: input.reason.en || null, reasonFr: input.reason.fr || null },
      },
    });
    await tx.amendment.update({ where: { id }, data: { state: "open" } });
    await record(tx, "amendment.handled", viewer, `talkingPoint/${point.id}`, {
      ...{ organization: organizationId, amendment: id, handling: input.handling },
    });
  });
}

/** Another amendment of the same text, still there, that does not give way to this one in turn. */
async function requireSuperseding(tx: Tx, point: PointContext, id: string, by: string) {
  const rows = await tx.amendment.findMany({
    where: { talkingPointId: point.id, state: { notIn: ["draft", "withdrawn"] } },
    select: { id: true, steps: { orderBy: { number: "asc" } } },
  });
  if (!rows.some((it) => it.id === by)) throw new BadField("supersededBy", "invalid");
  const gives = rows.flatMap((it) => {
    const other = standingOf(it.steps).handled?.supersededById;
    return other ? [[it.id, other] as const] : [];
  });
  if (supersedesItself(id, by, new Map(gives))) throw new Refusal("CONFLICT", "supersedesItself");
}

/** The amender agrees with what the lead proposes, or not, and may say why. Both are printed; the lead holds the pen. */
export async function answerHandling(viewer: Viewer, input: AmendmentAnswerInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id, organizationId, standing, next } = await lockAmendment(tx, viewer, point, input.amendment);
    if (!mayAmend(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
    const { answered, handled } = standing;
    const comment = { reasonEn: input.comment.en || null, reasonFr: input.comment.fr || null };
    const unchanged =
      answered?.agrees === input.agrees &&
      answered.reasonEn === comment.reasonEn &&
      answered.reasonFr === comment.reasonFr;
    refuse(answerObstacle(standing, { step: input.step, unchanged }));
    const handling = handled?.handling;
    if (!handling) throw new Refusal("CONFLICT", "notHandled");
    const actor = await actorColumns(tx, viewer);
    const of = { talkingPointId: point.id, amendmentId: id, number: next, organizationId, ...actor };
    await tx.amendmentStep.create({
      data: { ...of, kind: "answered", agrees: input.agrees, ...comment, at: await readClock(tx) },
    });
    await tx.amendment.update({ where: { id }, data: { state: stateOfHandling[handling] } });
    await record(tx, "amendment.answered", viewer, `talkingPoint/${point.id}`, {
      ...{ organization: organizationId, amendment: id, agrees: input.agrees },
    });
  });
}
