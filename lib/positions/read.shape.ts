import "server-only";
import { signaturesNeeded } from "@/lib/organizations/policy";
import { named, toDay, toName } from "@/lib/organizations/read";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, type Viewer } from "@/lib/platform/viewer";
import { audienceOf } from "./policy";
import { rightsOn } from "./policy.rights";
import { nothingBeside, type SaidBeside } from "./read.beside";
import { isStale, supports } from "./rules";
import type { Position, PropositionName, Words } from "./schema";

/** What a text and its name need of their rows. */
export const written = {
  number: true,
  propositionVersion: true,
  stance: true,
  rationaleEn: true,
  rationaleFr: true,
  reservationEn: true,
  reservationFr: true,
  undecidedSince: true,
  decideBy: true,
  visibility: true,
} satisfies Prisma.PositionRevisionSelect;

export const worded = {
  slug: true,
  number: true,
  themeId: true,
  currentVersion: true,
  exclusiveSet: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.PropositionSelect;

export const authorized = {
  authorizedBy: true,
  selfAuthorized: true,
  instrument: true,
  instrumentDate: true,
} satisfies Prisma.PositionStepSelect;

const lastSigned = { orderBy: { number: "desc" }, take: 1 } as const;

export const shown = {
  id: true,
  organizationId: true,
  version: true,
  standing: true,
  standingSince: true,
  reviewBy: true,
  draft: true,
  draftState: true,
  organization: { select: { ...named, signOffKind: true } },
  proposition: { select: worded },
  standingRevision: { select: written },
  draftRevision: { select: { ...written, reviewBy: true, authorId: true, createdAt: true } },
  revisions: { orderBy: { number: "desc" }, where: { signedOffAt: { not: null } }, select: { visibility: true } },
  steps: { ...lastSigned, where: { kind: { in: ["signed_off", "confirmed"] } }, select: authorized },
} satisfies Prisma.PositionSelect;

export type Row = Prisma.PositionGetPayload<{ select: typeof shown }>;
type Text = Prisma.PositionRevisionGetPayload<{ select: typeof written }>;
type Authorized = Prisma.PositionStepGetPayload<{ select: typeof authorized }>;

/** What is known beside the rows, and for its own people alone. */
export type Aside = {
  viewer: Viewer;
  now: Date;
  today: string;
  names: Map<string, string>;
  handovers: Map<string, Handovers>;
  excluded: Map<string, string[]>;
  beside: Map<string, SaidBeside>;
};
export type Handovers = { submitted?: Handover; signed_once?: Handover; returned?: Handover };
export type Handover = { at: Date; actorId: string; note: string | null };

const toWords = (en: string | null, fr: string | null): Words => ({ en, fr });

export function toText(row: Text, currentVersion: number) {
  const hasReservation = row.reservationEn !== null || row.reservationFr !== null;
  return {
    revision: row.number,
    propositionVersion: row.propositionVersion,
    earlierWording: row.propositionVersion !== currentVersion,
    stance: row.stance,
    rationale: toWords(row.rationaleEn, row.rationaleFr),
    reservation: hasReservation ? toWords(row.reservationEn, row.reservationFr) : null,
    undecidedSince: row.undecidedSince ? toDay(row.undecidedSince) : null,
    decideBy: row.decideBy ? toDay(row.decideBy) : null,
    visibility: row.visibility,
  };
}

export function toAuthority(step: Authorized | undefined) {
  if (!step?.authorizedBy || !step.instrument || !step.instrumentDate) return null;
  const { authorizedBy, instrument, selfAuthorized } = step;
  return { authorizedBy, instrument, instrumentDate: toDay(step.instrumentDate), selfAuthorized };
}

export function toPropositionName(row: Prisma.PropositionGetPayload<{ select: typeof worded }>): PropositionName {
  const words = row.versions[0];
  if (!words) throw new Error(`proposition ${row.slug} has no words`);
  return {
    slug: row.slug,
    number: row.number,
    theme: row.theme.slug,
    version: words.number,
    title: { en: words.titleEn, fr: words.titleFr },
    statement: { en: words.statementEn, fr: words.statementFr },
  };
}

/** How many of its signed texts this viewer may read: a revision's own number would count the drafts between them. */
const countTexts = (row: Row, viewer: Viewer) => {
  const audience = audienceOf(viewer);
  return row.revisions.filter(({ visibility }) => audience.includes(visibility)).length;
};

function toStanding(row: Row, numbered: number | null): Position["standing"] {
  const { standingRevision: text, standingSince: since } = row;
  if (!text || !since) return null;
  return {
    ...toText({ ...text, number: numbered ?? text.number }, row.proposition.currentVersion),
    since: since.toISOString(),
    reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
    authority: toAuthority(row.steps[0]),
  };
}

function toDraft(row: Row, { names, handovers }: Aside): Position["draft"] {
  const { draftRevision: text, draftState: state } = row;
  if (!text || !state) return null;
  const { submitted, signed_once: first, returned } = handovers.get(row.id) ?? {};
  const signedOnce = state === "signed_once" ? first : undefined;
  return {
    ...toText(text, row.proposition.currentVersion),
    state,
    reviewBy: text.reviewBy ? toDay(text.reviewBy) : null,
    savedAt: text.createdAt.toISOString(),
    savedBy: names.get(text.authorId) ?? null,
    submittedAt: state === "submitted" && submitted ? submitted.at.toISOString() : null,
    submittedBy: state === "submitted" && submitted ? (names.get(submitted.actorId) ?? null) : null,
    signatures: signaturesNeeded(row.organization.signOffKind),
    signedOnceBy: signedOnce ? (names.get(signedOnce.actorId) ?? null) : null,
    signedOnceAt: signedOnce?.at.toISOString() ?? null,
    note: state === "returned" ? (returned?.note ?? null) : null,
  };
}

export function toPosition(row: Row, aside: Aside): Position {
  const { viewer, now, today } = aside;
  const own = belongsTo(viewer, row.organizationId);
  const numbered = own ? null : countTexts(row, viewer);
  const standing = toStanding(row, numbered);
  const draft = own ? toDraft(row, aside) : null;
  const supported = [standing, draft].some((it) => it && supports(it.stance));
  return {
    organization: toName(row.organization),
    proposition: toPropositionName(row.proposition),
    version: numbered ?? row.version,
    standing,
    draft,
    ...(aside.beside.get(row.id) ?? nothingBeside),
    stale: standing !== null && isStale(standing.reviewBy, today),
    undecidedPast: isStale(standing?.decideBy ?? null, today),
    warnings: own && supported ? toWarnings(aside.excluded.get(row.id) ?? []) : [],
    viewer: rightsOn(viewer, toGround(row), toSituation(row, own, aside), now),
  };
}

export const toWarnings = (propositions: string[]) =>
  propositions.map((proposition) => ({ reason: "excludes" as const, proposition }));

const toGround = (row: Row) => ({ organizationId: row.organizationId, themeId: row.proposition.themeId });

const toSituation = (row: Row, own: boolean, { handovers, today }: Aside) => ({
  standing: row.standing,
  draft: own ? row.draft : null,
  draftState: own ? row.draftState : null,
  draftedFor: row.draftRevision?.propositionVersion ?? null,
  draftVisibility: own ? (row.draftRevision?.visibility ?? null) : null,
  shownTo: row.revisions[0]?.visibility ?? null,
  currentVersion: row.proposition.currentVersion,
  standsFor: row.standingRevision?.propositionVersion ?? null,
  reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
  today,
  firstSignedBy: row.draftState === "signed_once" ? (handovers.get(row.id)?.signed_once?.actorId ?? null) : null,
  joint: signaturesNeeded(row.organization.signOffKind) > 1,
});
