import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset, sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authorityOf } from "../mandates/read.authority";
import { replayEach } from "../mandates/rules.signatures";
import { readableBy } from "./policy";
import { explanationsReadableBy, joinsReadableBy } from "./policy.annotations";
import { findNames } from "./read";
import { type ExplanationRow, explanationSelect, type JoinRow, joinSelect, toJoin } from "./read.annotations";
import { wordingSelect } from "./read.shape";
import { isSameReservation } from "./rules.annotations";
import type { AnnotationHistoryInput, ExplanationStep, Joined, JoinedInput, JoinStep } from "./schema.annotations";

/** The head, where this viewer may read what stands, or is one of its own people. */
async function findHead(viewer: Viewer, { organization, proposition }: AnnotationHistoryInput) {
  const at = { organization: { slug: organization }, proposition: { slug: proposition } };
  const found = await db.position.findFirst({
    where: { AND: [readableBy(viewer), at] },
    select: {
      id: true,
      organizationId: true,
      standingRevision: {
        select: { number: true, propositionVersion: true, reservationEn: true, reservationFr: true },
      },
    },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPosition");
  return found;
}

const positionKeyOf = ({ organization, proposition }: AnnotationHistoryInput) => `${organization}/${proposition}`;

const latestJoins = (at: string) =>
  keyset<Prisma.JoinStepWhereInput, Prisma.JoinStepOrderByWithRelationInput>(
    `joins of ${at}`,
    desc("at"),
    asc("organizationId"),
    desc("number"),
  );

/** Who joined a reservation and who left it again, newest first. */
export async function listJoinSteps(viewer: Viewer, input: AnnotationHistoryInput) {
  const head = await findHead(viewer, input);
  const order = latestJoins(positionKeyOf(input));
  const where = { AND: [joinsReadableBy(viewer), { positionId: head.id }] };
  const [found, total] = await Promise.all([
    db.joinStep.findMany({ ...order.page(where, input), select: { ...joinSelect, number: true } }),
    db.joinStep.count({ where }),
  ]);
  const { rows, nextCursor } = order.cut(found, input);
  const names = await findNames(
    rows.filter((it) => belongsTo(viewer, it.organizationId)).map(({ actorId }) => actorId),
  );
  const items = rows.map((row): JoinStep => {
    const earlierText = !isSameReservation(row.joined, head.standingRevision);
    return {
      organization: toOrganizationName(row.organization),
      ...toStep(row, belongsTo(viewer, row.organizationId) ? names : null),
      earlierText,
    };
  });
  return { items, nextCursor, total };
}

const newestExplanations = (at: string) =>
  keyset<Prisma.ExplanationStepWhereInput, Prisma.ExplanationStepOrderByWithRelationInput>(
    `explanations of ${at}`,
    desc("number"),
  );

/** Every explanation of a position, newest first. */
export async function listExplanationSteps(viewer: Viewer, input: AnnotationHistoryInput) {
  const head = await findHead(viewer, input);
  const order = newestExplanations(positionKeyOf(input));
  const where = { AND: [explanationsReadableBy(viewer), { positionId: head.id }] };
  const [found, total] = await Promise.all([
    db.explanationStep.findMany({ ...order.page(where, input), select: { ...explanationSelect, number: true } }),
    db.explanationStep.count({ where }),
  ]);
  const { rows, nextCursor } = order.cut(found, input);
  const own = belongsTo(viewer, head.organizationId);
  const names = own ? await findNames(rows.map(({ actorId }) => actorId)) : null;
  const items = rows.map(
    (row): ExplanationStep => ({
      ...toStep(row, names),
      text: { en: row.textEn, fr: row.textFr },
      earlierText: row.revision !== head.standingRevision?.number,
    }),
  );
  return { items, nextCursor, total };
}

/** Actors are named to their own organization only: `names` is null for everybody else. */
const toStep = (row: JoinRow | ExplanationRow, names: Map<string, string> | null) => ({
  kind: row.kind,
  at: row.at.toISOString(),
  actor: names?.get(row.actorId) ?? null,
  byToken: names && row.byToken,
  visibility: row.visibility,
  authority: authorityOf(row),
});

const joinedSelect = {
  ...joinSelect,
  position: {
    select: {
      organization: { select: organizationNameSelect },
      proposition: { select: wordingSelect },
      standingRevision: { select: { propositionVersion: true, reservationEn: true, reservationFr: true } },
    },
  },
} satisfies Prisma.JoinStepSelect;

/** The reservations that an organization joined, in the words that it joined, by proposition. */
export async function listJoined(viewer: Viewer, { slug, ...page }: JoinedInput) {
  const rows = await db.joinStep.findMany({
    where: { AND: [joinsReadableBy(viewer), { organization: { slug } }] },
    orderBy: { number: "asc" },
    select: joinedSelect,
  });
  const given = [...replayEach(rows, ({ positionId }) => positionId).values()].flatMap((state) => state.given ?? []);
  const order = sliceOrder<(typeof given)[number]>(`joined by ${slug}`, ({ position, positionId }) => [
    position.proposition.number,
    positionId,
  ]);
  const { items, ...rest } = order.toSlice(given, page);
  return { items: items.map(toJoined), ...rest };
}

function toJoined(row: Prisma.JoinStepGetPayload<{ select: typeof joinedSelect }>): Joined {
  const { organization: _, ...given } = toJoin(row, row.position.standingRevision);
  const { slug, number, versions } = row.position.proposition;
  const [words] = versions;
  return {
    ...given,
    reservationOf: toOrganizationName(row.position.organization),
    proposition: { slug, number, title: { en: words?.titleEn ?? "", fr: words?.titleFr ?? "" } },
    reservation: { en: row.joined.reservationEn, fr: row.joined.reservationFr },
  };
}
