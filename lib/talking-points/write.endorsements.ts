import "server-only";
import { vouchFor } from "@/lib/activity/record";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { signatureColumns } from "../mandates/record.signature";
import { nextSignature } from "../mandates/rules.signatures";
import { record } from "./activity";
import { findEndorser, type TextScope } from "./policy";
import { readParity } from "./read.parity";
import { findStanding, type StepRow, stepSelect, toStep } from "./read.steps";
import {
  type Answer,
  isConfirmable,
  isSameAnswer,
  namedInVain,
  parityMatters,
  signaturesFor,
  textObstacle,
} from "./rules.endorsements";
import { toPlainText } from "./rules.print";
import type { ConfirmationInput, EndorsementInput, EndorsementKey, EndorsementStep } from "./schema.endorsements";
import { findActing, lockPoint, type PointContext, refuse } from "./write.context";
import { stopRoundByAnswer } from "./write.round-progress";

type Acting = Awaited<ReturnType<typeof findActing>>;

export function requireEndorser(viewer: Viewer, scope: TextScope, publicly = false): Mandate {
  const mandate = findEndorser(viewer, scope, publicly);
  if (!mandate)
    throw new Refusal("FORBIDDEN", findEndorser(viewer, scope) ? "publicNeedsMandate" : "notAnEndorsingSignatory");
  return mandate;
}

/** Answers a talking point for an organization: exactly the words that were shown. Others in force are handed back to be read. */
export function endorse(viewer: Viewer, input: EndorsementInput): Promise<EndorsementStep> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const organization = await findActing(tx, viewer, input.onBehalfOf);
    const mandate = requireEndorser(viewer, { ...point, organizationId: organization.id }, input.publicly);
    await requireText(tx, point, input, input.response);
    const answer = toAnswer(input);
    const vain = namedInVain(answer, point.current.clauses);
    if (vain) throw new BadField(vain, "notInText");
    const { standing, last } = await findStanding(tx, { talkingPointId: point.id, organizationId: organization.id });
    const isSame = (step: StepRow | null) => step?.version === point.currentVersion && isSameAnswer(step, answer);
    if (isSame(standing.given)) throw new Refusal("CONFLICT", "answerUnchanged");
    const waiting = standing.waiting && { ...standing.waiting, kind: "signed_once" as const };
    const next = nextSignature({ waiting, same: isSame(standing.waiting) }, signing(viewer, organization, answer));
    if (next === "secondSignatory") throw new Refusal("CONFLICT", next);
    return appendAnswer(tx, viewer, { point, organization, mandate, answer, last, kind: next });
  });
}

/**
 * Gives the same answer to the words in force, which its organization had given to earlier ones: one click, one signature
 * more where two sign.
 */
export function confirmEndorsement(viewer: Viewer, input: ConfirmationInput): Promise<EndorsementStep> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const organization = await findActing(tx, viewer, input.organization);
    const scope = { ...point, organizationId: organization.id };
    requireEndorser(viewer, scope);
    const { standing, last } = await findStanding(tx, { talkingPointId: point.id, organizationId: organization.id });
    const { given } = standing;
    if (!given) throw new Refusal("CONFLICT", "notEndorsed");
    await requireText(tx, point, input, given.response);
    if (given.version === point.currentVersion) throw new Refusal("CONFLICT", "answerUnchanged");
    const mandate = requireEndorser(viewer, scope, given.publicly);
    if (!isConfirmable(given, point.current.clauses)) throw new Refusal("CONFLICT", "answerNamesOtherText");
    const same = standing.waiting?.version === point.currentVersion && isSameAnswer(standing.waiting, given);
    const waiting = standing.waiting && { ...standing.waiting, kind: "signed_once" as const };
    const next = nextSignature({ waiting, same }, signing(viewer, organization, given));
    if (next === "secondSignatory") throw new Refusal("CONFLICT", next);
    const kind = next === "given" ? "confirmed" : next;
    return appendAnswer(tx, viewer, { point, organization, mandate, answer: given, last, kind });
  });
}

/**
 * Takes what an organization answered back, at will, from every version it answered; a first signature that waits as well.
 * It stays in the history, with the words it was for.
 */
export function withdrawEndorsement(viewer: Viewer, input: EndorsementKey): Promise<EndorsementStep> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const organization = await findActing(tx, viewer, input.organization);
    const key = { talkingPointId: point.id, organizationId: organization.id };
    const { standing, last } = await findStanding(tx, key);
    const step = standing.given ?? standing.waiting;
    // Whoever could give it can take it back, whatever themes the words have by now.
    const themes = await tx.talkingPointTheme.findMany({
      where: { talkingPointId: point.id, version: step?.version ?? point.currentVersion },
      select: { themeId: true },
    });
    const themeIds = themes.map((it) => it.themeId);
    const mandate = requireEndorser(viewer, { organizationId: organization.id, themeIds });
    if (!step) throw new Refusal("CONFLICT", "notEndorsed");
    const { version, digest } = step;
    const made = await tx.endorsementStep.create({
      data: {
        ...{ ...key, number: last + 1, kind: "withdrawn", version, digest, ...toColumns(step) },
        at: await readClock(tx),
        ...(await signatureColumns(tx, viewer, mandate)),
      },
      select: stepSelect,
    });
    await record(tx, "endorsement.withdrawn", viewer, `talkingPoint/${point.id}`, {
      organization: organization.id,
      version,
    });
    return toStep(organization.slug, made);
  });
}

const signing = (viewer: Viewer, { id }: Acting, { response }: Pick<Answer, "response">) => ({
  signatures: signaturesFor(response, signaturesNeeded(signOffKindFor(viewer, id))),
  by: viewer.personId ?? "",
});

type Shown = { version: number; digest: string };

/** 409 unless the words that were shown are in force and both languages are there; with the words in force, to be read. */
async function requireText(tx: Tx, point: PointContext, shown: Shown, response: Answer["response"]) {
  const { status, currentVersion, current } = point;
  const obstacle = textObstacle({ status, currentVersion, digest: current.digest }, shown);
  if (obstacle === "textChanged")
    throw new Refusal("CONFLICT", obstacle, {
      version: currentVersion,
      digest: current.digest,
      textEn: toPlainText(current, current.clauses, "en"),
      textFr: toPlainText(current, current.clauses, "fr"),
    });
  refuse(obstacle);
  if (parityMatters(response)) refuse((await readParity(tx, point)).obstacle);
}

const toAnswer = (input: EndorsementInput): Answer => ({
  response: input.response,
  usage: input.usage,
  clauses: input.clauses,
  reservationEn: input.reservation?.en || null,
  reservationFr: input.reservation?.fr || null,
  anchorClause: input.anchor?.clause ?? null,
  anchorEn: input.anchor?.text.en || null,
  anchorFr: input.anchor?.text.fr || null,
  reasonEn: input.reason?.en || null,
  reasonFr: input.reason?.fr || null,
  liftEn: input.lift?.en || null,
  liftFr: input.lift?.fr || null,
  publicly: input.publicly,
});

/** The columns of an answer, and nothing else that its row has. */
function toColumns(it: Answer) {
  const { response, usage, reservationEn, reservationFr, anchorClause, anchorEn, anchorFr } = it;
  const { reasonEn, reasonFr, liftEn, liftFr, publicly } = it;
  const named = { anchorClause, anchorEn, anchorFr, clauses: [...it.clauses] };
  return { response, usage, publicly, ...named, reservationEn, reservationFr, reasonEn, reasonFr, liftEn, liftFr };
}

const toReasons = ({ reasonEn, reasonFr, liftEn, liftFr }: Answer) => ({ reasonEn, reasonFr, liftEn, liftFr });

type NewAnswer = {
  point: PointContext;
  organization: Acting;
  mandate: Mandate;
  answer: Answer;
  last: number;
  kind: "signed_once" | "given" | "confirmed" | "withdrawn";
};

async function appendAnswer(tx: Tx, viewer: Viewer, it: NewAnswer) {
  const { point, organization, mandate, answer, last, kind } = it;
  const words = { version: point.currentVersion, digest: point.current.digest };
  const signed = await signatureColumns(tx, viewer, mandate);
  const of = { talkingPointId: point.id, organizationId: organization.id };
  if (answer.response === "object") await stopRoundByAnswer(tx, viewer, of, { ...toReasons(answer), ...signed });
  const made = await tx.endorsementStep.create({
    data: {
      ...{ ...of, number: last + 1, kind, ...words },
      ...toColumns(answer),
      at: await readClock(tx),
      ...signed,
    },
    select: stepSelect,
  });
  // The words that somebody signs are named in the record, with their digest.
  await vouchFor(tx, "TalkingPointVersion", { talkingPointId: point.id, number: words.version });
  const kinds = { signed_once: "endorsement.signedOnce", confirmed: "endorsement.confirmed" } as const;
  const named = kind === "signed_once" || kind === "confirmed" ? kinds[kind] : ("endorsement.given" as const);
  const { response, usage } = answer;
  await record(tx, named, viewer, `talkingPoint/${point.id}`, {
    ...{ organization: organization.id, ...words, response, usage },
  });
  return toStep(organization.slug, made);
}
