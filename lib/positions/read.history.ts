import "server-only";
import { db } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { revisionsReadableBy } from "./policy";
import { findNames } from "./read";
import { textSelect, toText } from "./read.shape";
import type { HistoryInput, PositionHistoryStep } from "./schema";

/** The steps that others see: when they could read a text for the first time, and when it was confirmed. Not who else could read it when. */
const stepsOpenToOthers: Prisma.PositionStepWhereInput = { kind: { in: ["signed_off", "confirmed"] } };

const newestFirst = (at: string) =>
  keyset<Prisma.PositionStepWhereInput, Prisma.PositionStepOrderByWithRelationInput>(`steps of ${at}`, desc("number"));

/**
 * What happened to a position, newest first. Its own people read every step and who took it; others read the steps of
 * texts that they may read, with the authority and no name.
 */
export async function getHistory(viewer: Viewer, { organization, proposition, ...page }: HistoryInput) {
  const at = { organization: { slug: organization }, proposition: { slug: proposition } };
  const readable = { AND: [revisionsReadableBy(viewer), { position: at }] };
  const revisions = await db.positionRevision.findMany({
    where: readable,
    orderBy: [{ signedOffAt: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    select: { positionId: true, number: true },
  });
  const position = revisions[0] && (await findHead(revisions[0].positionId));
  if (!position) throw new Refusal("NOT_FOUND", "noSuchPosition");

  const own = belongsTo(viewer, position.organizationId);
  const where: Prisma.PositionStepWhereInput = {
    positionId: position.id,
    revision: { in: revisions.map((it) => it.number) },
    ...(own ? {} : stepsOpenToOthers),
  };
  const order = newestFirst(`${organization}/${proposition}`);
  const [found, total] = await Promise.all([
    db.positionStep.findMany({ ...order.page(where, page), select: stepSelect }),
    db.positionStep.count({ where }),
  ]);
  const { rows: steps, nextCursor } = order.cut(found, page);
  const [texts, names] = await Promise.all([
    db.positionRevision.findMany({
      where: { AND: [readable, { number: { in: steps.map((it) => it.revision) } }] },
      select: textSelect,
    }),
    findNames(own ? steps.map((it) => it.actorId) : []),
  ]);
  const { currentVersion } = position.proposition;
  // To others a text is numbered among those that they may read, so that no gap tells of drafts and private texts.
  const placeOf = new Map(revisions.map(({ number }, at) => [number, own ? number : at + 1]));
  const numbered = (number: number) => placeOf.get(number) ?? 0;
  const textOf = new Map(
    texts.map((text) => [text.number, toText({ ...text, number: numbered(text.number) }, currentVersion)]),
  );
  const items = steps.flatMap((step) => {
    const text = textOf.get(step.revision);
    return text ? [own ? toOwnStep(step, text, names) : toStep(step, text)] : [];
  });
  return { items, nextCursor, total };
}

const findHead = (id: string) =>
  db.position.findUnique({
    where: { id },
    select: { id: true, organizationId: true, proposition: { select: { currentVersion: true } } },
  });

const stepSelect = {
  number: true,
  kind: true,
  revision: true,
  at: true,
  actorId: true,
  byToken: true,
  note: true,
  visibilityFrom: true,
  visibilityTo: true,
  ...authoritySelect,
} satisfies Prisma.PositionStepSelect;

type StepRow = Prisma.PositionStepGetPayload<{ select: typeof stepSelect }>;

const toOwnStep = (
  step: StepRow,
  text: PositionHistoryStep["text"],
  names: Map<string, string>,
): PositionHistoryStep => ({
  kind: step.kind,
  at: step.at.toISOString(),
  actor: names.get(step.actorId) ?? null,
  byToken: step.byToken,
  authority: toAuthority(step),
  note: step.note,
  visibilityFrom: step.visibilityFrom,
  visibilityTo: step.visibilityTo,
  text,
});

/**
 * To others the first text that they may read was signed off, whatever it confirms that they may not: words that were
 * narrowed and are shown again look as if they had been withdrawn and signed anew.
 */
const toStep = (step: StepRow, text: PositionHistoryStep["text"]): PositionHistoryStep => ({
  kind: text.revision === 1 ? "signed_off" : step.kind,
  at: step.at.toISOString(),
  actor: null,
  byToken: null,
  authority: toAuthority(step),
  note: null,
  visibilityFrom: null,
  visibilityTo: null,
  text,
});
