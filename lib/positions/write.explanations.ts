import "server-only";
import { vouchFor } from "@/lib/activity/record";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { requireSignatory } from "../mandates/read.authority";
import { signatureColumns } from "../mandates/record.signature";
import { nextSignature, replaySignatures } from "../mandates/rules.signatures";
import { record } from "./activity";
import { type ExplanationRow, explanationSelect } from "./read.annotations";
import { widerThan } from "./rules";
import type { PositionKey } from "./schema";
import type { ExplainInput } from "./schema.annotations";
import { findContext, lockHead } from "./write.context";

type Seen = number | null;

/** Puts on record why the organization takes the position that stands. A later one replaces it; the history keeps both. */
export async function explain(viewer: Viewer, input: ExplainInput, expected: Seen) {
  await transact(async (tx) => {
    const { context, head, state, last } = await begin(tx, viewer, input, expected);
    if (head.standing === null) throw new Refusal("CONFLICT", "nothingToExplain");
    if (head.standing !== input.revision) throw new Refusal("CONFLICT", "explainedOther");
    const { visibility, revision } = input;
    const mandate = requireSignatory(viewer, context, visibility);

    const texts = { textEn: input.text.en || null, textFr: input.text.fr || null };
    const isSame = (row: ExplanationRow | null) =>
      row !== null &&
      row.revision === revision &&
      row.visibility === visibility &&
      row.textEn === texts.textEn &&
      row.textFr === texts.textFr;
    if (isSame(state.given)) throw new Refusal("CONFLICT", "sameExplanation");
    const signing = {
      signatures: signaturesNeeded(signOffKindFor(viewer, context.organizationId)),
      by: viewer.personId ?? "",
    };
    const kind = nextSignature({ waiting: state.waiting, same: isSame(state.waiting) }, signing);
    if (kind === "secondSignatory") throw new Refusal("CONFLICT", kind);

    const { id: positionId } = head;
    if (kind === "given")
      await tx.explanationStep.updateMany({
        where: { positionId, visibility: { in: widerThan(visibility) } },
        data: { visibility },
      });
    const at = await readClock(tx);
    await tx.explanationStep.create({
      data: {
        positionId,
        number: last + 1,
        kind,
        revision,
        visibility,
        at,
        ...texts,
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await vouchFor(tx, "PositionRevision", { positionId, number: revision });
    const action = kind === "given" ? "position.explained" : "position.explainedOnce";
    await record(tx, action, viewer, `position/${positionId}`, { revision });
  });
}

/** Withdraws the explanation. Its text stays in the history, for those who could read it. */
export async function withdrawExplanation(viewer: Viewer, key: PositionKey, expected: Seen) {
  await transact(async (tx) => {
    const { context, head, state, last } = await begin(tx, viewer, key, expected);
    const step = state.given ?? state.waiting;
    const mandate = requireSignatory(viewer, context);
    if (!step) throw new Refusal("CONFLICT", "notExplained");
    const { revision, visibility } = step;
    const at = await readClock(tx);
    const { id: positionId } = head;
    await tx.explanationStep.create({
      data: {
        ...{ positionId, number: last + 1, kind: "withdrawn", revision, visibility, at },
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await record(tx, "position.explanationWithdrawn", viewer, `position/${positionId}`, { revision });
  });
}

async function begin(tx: Tx, viewer: Viewer, key: PositionKey, expected: Seen) {
  const context = await findContext(tx, viewer, key);
  requireSignatory(viewer, context);
  const head = await lockHead(tx, context);
  if (!head) throw new Refusal("NOT_FOUND", "noSuchPosition");
  const steps = await tx.explanationStep.findMany({
    where: { positionId: head.id },
    orderBy: { number: "asc" },
    select: explanationSelect,
  });
  const last = steps.length;
  if (expected !== null && expected !== last)
    throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: last });
  return { context, head, state: replaySignatures(steps), last };
}
