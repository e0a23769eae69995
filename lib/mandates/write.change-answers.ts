import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { changeSignOffRule } from "../organizations/record.sign-off-rule";
import { record } from "./activity";
import { mayConfirmChange, mayDeclineChange } from "./policy.changes";
import { mandateSelect } from "./read";
import { type ChangeRow, toProposed } from "./read.changes";
import { readGrantContext } from "./read.grant-context";
import { findSigners } from "./read.signers";
import { createMandate, endMandate } from "./record.mandate";
import { secondSignatureObstacle } from "./rules.signatures";
import type { AnswerChangeInput } from "./schema.changes";

/** Confirms, declines or takes back a proposed change, once. What it changes takes effect in the same moment. */
export async function answerChange(viewer: Viewer, { slug, id, answer }: AnswerChangeInput) {
  return transact(async (tx) => {
    const { id: organizationId, status } = await findOwnOrganization(tx, viewer, slug);
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
    const change = await tx.signOffChange.findFirst({ where: { id, organizationId } });
    if (!change) throw new Refusal("NOT_FOUND", "noSuchChange");
    const now = await readClock(tx);
    const applies = await judge(tx, viewer, change, { answer, now });
    await lockRights(tx, viewer);
    if (change.answer) throw new Refusal("CONFLICT", "changeAnswered");
    if (answer === "confirmed" && status !== "member") throw new Refusal("CONFLICT", "notAMember");
    const mandateId = applies ? await applies() : null;
    await tx.signOffChange.update({
      where: { id },
      data: { answer, answeredAt: now, answeredById: viewer.personId, ...(mandateId && { mandateId }) },
    });
    const facts = { change: id, kind: change.kind, answer };
    await record(tx, "signOffChange.answered", viewer, `organization/${organizationId}`, facts);
    return { answer };
  });
}

type Answering = { answer: AnswerChangeInput["answer"]; now: Date };

/** Whether this answer is theirs to give, and what follows from it; null where nothing does. */
async function judge(tx: Tx, viewer: Viewer, change: ChangeRow, { answer, now }: Answering) {
  const { organizationId } = change;
  const mine = change.proposedById === viewer.personId;
  if (answer === "withdrawn") {
    if (!mine) throw new Refusal("FORBIDDEN", "proposedByAnother");
    return null;
  }
  const mandate = change.mandateId
    ? await tx.mandate.findUnique({ where: { id: change.mandateId }, select: mandateSelect })
    : null;
  const proposed = toProposed(change, mandate);
  if (mine) refuseSecond(change, viewer);
  if (!proposed || !mayDeclineChange(viewer, proposed)) throw new Refusal("FORBIDDEN", "notASignatory");
  if (answer === "declined") return null;
  if (!mayConfirmChange(viewer, proposed, await readGrantContext(tx, organizationId)))
    throw new Refusal("FORBIDDEN", "beyondOwnMandate");
  const signers = await findSigners(tx, [organizationId], now);
  if (!signers.some((it) => it.personId === change.proposedById)) throw new Refusal("CONFLICT", "proposerSignsNoMore");
  return () => apply(tx, viewer, change, { personId: mandate?.personId ?? null, now });
}

function refuseSecond({ proposedById }: ChangeRow, { personId }: Viewer) {
  const obstacle = secondSignatureObstacle(proposedById, personId);
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

type Applying = { personId: string | null; now: Date };

/** Does what two agreed on; the mandate that came of it, if one did. */
async function apply(tx: Tx, viewer: Viewer, change: ChangeRow, { personId, now }: Applying): Promise<string | null> {
  const { organizationId, kind, signOffKind, mandateId } = change;
  if (kind === "rule" && signOffKind) await changeSignOffRule(tx, viewer, organizationId, signOffKind);
  if (kind === "revoke" && mandateId && personId)
    await endMandate(tx, viewer, { id: mandateId, organizationId, personId, at: now });
  return kind === "grant" ? applyGrant(tx, viewer, change, now) : null;
}

async function applyGrant(tx: Tx, viewer: Viewer, change: ChangeRow, now: Date): Promise<string> {
  const { organizationId, personId, powers, allThemes, themeIds, expiresAt, proposedById } = change;
  const { authorizedBy, authorizedByFr, instrument, instrumentFr, instrumentDate } = change;
  if (!personId || !authorizedBy || !instrument || !instrumentDate) throw new Error("a grant has its words");
  if (expiresAt && expiresAt <= now) throw new Refusal("CONFLICT", "endsInPast");
  if ((await tx.representation.count({ where: { personId, organizationId, endedAt: null } })) === 0)
    throw new Refusal("CONFLICT", "notOfTheOrganization");
  const made = await createMandate(tx, viewer, {
    ...{ organizationId, personId, powers, themeIds: allThemes ? null : themeIds },
    ...{ authorizedBy, authorizedByFr, instrument, instrumentFr, instrumentDate },
    ...{ validFrom: now, expiresAt, grantedById: proposedById, selfAuthorized: false },
  });
  return made.id;
}
