import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayWrite } from "./policy";
import { findAmenders } from "./read.authors";
import { isOwnWording, judgementObstacle } from "./rules.parity";
import type { ParityInput } from "./schema.text";
import { actorColumns, findActing, lockPoint, refuse } from "./write.context";
import { wakeRound } from "./write.round-progress";

/** A second reader says whether both languages of a clause say the same: nobody who wrote some of it, nobody who posted it. */
export async function judgeParity(viewer: Viewer, input: ParityInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayWrite(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
    const { parity } = input;
    const at = point.current.clauses.findIndex(({ key }) => key === input.clause);
    const clause = point.current.clauses[at];
    refuse(
      judgementObstacle({
        whole: Boolean(clause?.en && clause.fr),
        current: input.number === point.currentVersion,
      }),
    );
    if (!clause) throw new Refusal("NOT_FOUND", "noSuchClause");
    const actor = await actorColumns(tx, viewer);
    const amenders = await findAmenders(tx, point.id, point.currentVersion);
    const authors = [clause.authorId, point.current.authorId, ...(amenders.get(clause.key) ?? [])];
    if (isOwnWording({ authors, reader: actor.actorId })) throw new Refusal("FORBIDDEN", "ownWording");

    const of = { talkingPointId: point.id, version: point.currentVersion, clauseKey: clause.key };
    const last = await tx.talkingPointParity.findFirst({ where: of, orderBy: { number: "desc" } });
    if (last?.parity === parity && parity !== "disputed") throw new Refusal("CONFLICT", "parityUnchanged");
    await tx.talkingPointParity.create({
      data: {
        ...{ ...of, number: (last?.number ?? 0) + 1, parity, organizationId, ...actor },
        ...{ reasonEn: input.reason?.en || null, reasonFr: input.reason?.fr || null, at: await readClock(tx) },
      },
    });
    if (parity === "equal") await wakeRound(tx, point.id);
    await record(tx, "talkingPoint.parityJudged", viewer, `talkingPoint/${point.id}`, {
      version: point.currentVersion,
      clause: at + 1,
      parity,
    });
  });
}
