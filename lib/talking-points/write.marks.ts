import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { signatureColumns } from "../mandates/record.signature";
import { record } from "./activity";
import { findStanding } from "./read.steps";
import { textObstacle } from "./rules.endorsements";
import { clausesNamedBy, isConsulted } from "./rules.marks";
import type { MarkInput } from "./schema.marks";
import { findActing, lockPoint, type PointContext, refuse } from "./write.context";
import { requireEndorser } from "./write.endorsements";

/** Says for an organization what a clause is to it, for itself and the convener alone. Said again as it is, it changes nothing. */
export async function markClause(viewer: Viewer, input: MarkInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id: organizationId } = await findActing(tx, viewer, input.organization);
    const mandate = requireEndorser(viewer, { ...point, organizationId });
    const { status, currentVersion, current } = point;
    refuse(textObstacle({ status, currentVersion, digest: current.digest }, input));
    const at = current.clauses.findIndex(({ key }) => key === input.clause);
    if (at < 0) throw new Refusal("NOT_FOUND", "noSuchClause");
    const { standing } = await findStanding(tx, { talkingPointId: point.id, organizationId });
    if (!isConsulted(standing.given, currentVersion)) throw new Refusal("CONFLICT", "notConsulted");
    const amendmentId = await findAmendment(tx, point, input);

    const of = { talkingPointId: point.id, version: currentVersion, clauseKey: input.clause, organizationId };
    const last = await tx.clauseMark.findFirst({ where: of, orderBy: { number: "desc" } });
    const words = { textEn: input.text?.en || null, textFr: input.text?.fr || null };
    const said = { mark: input.mark, ...words, amendmentId };
    const before = last ?? { mark: null, textEn: null, textFr: null, amendmentId: null };
    if ((["mark", "textEn", "textFr", "amendmentId"] as const).every((column) => before[column] === said[column]))
      return;
    await tx.clauseMark.create({
      data: {
        ...{ id: randomUUID(), ...of, number: (last?.number ?? 0) + 1, ...said, at: await readClock(tx) },
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await record(tx, "clause.marked", viewer, `talkingPoint/${point.id}`, {
      ...{ organization: organizationId, version: currentVersion, clause: at + 1 },
    });
  });
}

/** An amendment that is open and changes this clause. */
async function findAmendment(tx: Tx, { id, current }: PointContext, { amendment: number, clause }: MarkInput) {
  if (number === undefined) return null;
  const found = await tx.amendment.findFirst({ where: { talkingPointId: id, number, state: "open" } });
  if (!found || !clausesNamedBy(current, { ...found, clauses: [] }).includes(clause))
    throw new BadField("amendment", "invalid");
  return found.id;
}
