import "server-only";
import { db } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { audienceOf, revisionsReadableBy } from "./policy";
import { findNames } from "./read";
import { textSelect, toText } from "./read.shape";
import type { HistoryInput, PositionHistoryStep } from "./schema";

/** The steps that others see: when something was committed to, ended, or shown to them; not who else could read it when. */
const stepsOpenTo = (viewer: Viewer): Prisma.PositionStepWhereInput => ({
  OR: [
    { kind: { in: ["signed_off", "confirmed", "withdrawn"] } },
    { kind: "visibility_changed", visibilityTo: { in: audienceOf(viewer) } },
  ],
});

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
    orderBy: { number: "asc" },
    select: { positionId: true, number: true },
  });
  const position = revisions[0] && (await findHead(revisions[0].positionId));
  if (!position) throw new Refusal("NOT_FOUND", "noSuchPosition");

  const own = belongsTo(viewer, position.organizationId);
  const where: Prisma.PositionStepWhereInput = {
    positionId: position.id,
    revision: { in: revisions.map((it) => it.number) },
    ...(own ? {} : stepsOpenTo(viewer)),
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
    return text ? [toStep(step, text, own, names)] : [];
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

const toStep = (
  step: StepRow,
  text: PositionHistoryStep["text"],
  own: boolean,
  names: Map<string, string>,
): PositionHistoryStep => ({
  kind: step.kind,
  at: step.at.toISOString(),
  actor: own ? (names.get(step.actorId) ?? null) : null,
  byToken: own ? step.byToken : null,
  authority: toAuthority(step),
  note: own ? step.note : null,
  visibilityFrom: own ? step.visibilityFrom : null,
  visibilityTo: own || step.kind === "visibility_changed" ? step.visibilityTo : null,
  text,
});
