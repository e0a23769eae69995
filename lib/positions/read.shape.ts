import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { signaturesNeeded } from "@/lib/organizations/rules";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { audienceOf } from "./policy";
import { rightsOn } from "./policy.rights";
import { type Annotations, noAnnotations } from "./read.annotations";
import { isStale, signaturesOfDraft, supports } from "./rules";
import type { BilingualText, Position, PropositionName } from "./schema";

/** Prisma selects shared by the reads of this noun. */
export const textSelect = {
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

export const wordingSelect = {
  slug: true,
  number: true,
  themeId: true,
  currentVersion: true,
  exclusiveSet: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.PropositionSelect;

/** What a task or a change points to a proposition by: its title without its words. */
export const propositionTitleSelect = {
  slug: true,
  number: true,
  currentVersion: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

export const toPropositionTitle = (row: Prisma.PropositionGetPayload<{ select: typeof propositionTitleSelect }>) => ({
  slug: row.slug,
  number: row.number,
  theme: row.theme.slug,
  version: row.currentVersion,
  title: { en: row.versions[0]?.titleEn ?? "", fr: row.versions[0]?.titleFr ?? "" },
});

const lastSigned = { orderBy: { number: "desc" }, take: 1 } as const;

export const positionSelect = {
  id: true,
  organizationId: true,
  version: true,
  standing: true,
  standingSince: true,
  standingStance: true,
  reviewBy: true,
  draft: true,
  draftState: true,
  draftSignOffKind: true,
  organization: { select: { ...organizationNameSelect, signOffKind: true } },
  proposition: { select: wordingSelect },
  standingRevision: { select: textSelect },
  draftRevision: { select: { ...textSelect, reviewBy: true, authorId: true, createdAt: true } },
  revisions: {
    orderBy: [{ signedOffAt: "desc" }, { number: "desc" }],
    where: { signedOffAt: { not: null } },
    select: { visibility: true },
  },
  steps: { ...lastSigned, where: { kind: { in: ["signed_off", "confirmed"] } }, select: authoritySelect },
} satisfies Prisma.PositionSelect;

export type PositionRow = Prisma.PositionGetPayload<{ select: typeof positionSelect }>;
type Text = Prisma.PositionRevisionGetPayload<{ select: typeof textSelect }>;

/** Data looked up once per page of rows; partly for own members only. */
export type ViewContext = {
  viewer: Viewer;
  now: Date;
  today: string;
  names: Map<string, string>;
  handovers: Map<string, Handovers>;
  excluded: Map<string, string[]>;
  annotations: Map<string, Annotations>;
};
export type Handovers = { submitted?: Handover; signed_once?: Handover; returned?: Handover };
export type Handover = { at: Date; actorId: string; note: string | null };

const toBilingualText = (en: string | null, fr: string | null): BilingualText => ({ en, fr });

export function toText(row: Text, currentVersion: number) {
  const hasReservation = row.reservationEn !== null || row.reservationFr !== null;
  return {
    revision: row.number,
    propositionVersion: row.propositionVersion,
    earlierWording: row.propositionVersion !== currentVersion,
    stance: row.stance,
    rationale: toBilingualText(row.rationaleEn, row.rationaleFr),
    reservation: hasReservation ? toBilingualText(row.reservationEn, row.reservationFr) : null,
    undecidedSince: row.undecidedSince ? toDay(row.undecidedSince) : null,
    decideBy: row.decideBy ? toDay(row.decideBy) : null,
    visibility: row.visibility,
  };
}

export function toPropositionName(
  row: Prisma.PropositionGetPayload<{ select: typeof wordingSelect }>,
): PropositionName {
  const wording = row.versions[0];
  if (!wording) throw new Error(`proposition ${row.slug} has no words`);
  return {
    slug: row.slug,
    number: row.number,
    theme: row.theme.slug,
    version: wording.number,
    title: { en: wording.titleEn, fr: wording.titleFr },
    statement: { en: wording.statementEn, fr: wording.statementFr },
  };
}

/** How many of its signed texts this viewer may read: a revision's own number would count the drafts between them. */
const countTexts = (row: PositionRow, viewer: Viewer) => {
  const audience = audienceOf(viewer);
  return row.revisions.filter(({ visibility }) => audience.includes(visibility)).length;
};

function toStanding(row: PositionRow, numbered: number | null): Position["standing"] {
  const { standingRevision: text, standingSince: since } = row;
  if (!text || !since) return null;
  return {
    ...toText({ ...text, number: numbered ?? text.number }, row.proposition.currentVersion),
    since: since.toISOString(),
    reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
    authority: toAuthority(row.steps[0]),
  };
}

function toDraft(row: PositionRow, { names, handovers }: ViewContext): Position["draft"] {
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
    signatures: signaturesOfDraft(row.draftSignOffKind, row.organization.signOffKind),
    signedOnceBy: signedOnce ? (names.get(signedOnce.actorId) ?? null) : null,
    signedOnceAt: signedOnce?.at.toISOString() ?? null,
    note: state === "returned" ? (returned?.note ?? null) : null,
  };
}

export function toPosition(row: PositionRow, aside: ViewContext): Position {
  const { viewer, now, today } = aside;
  const own = belongsTo(viewer, row.organizationId);
  const numbered = own ? null : countTexts(row, viewer);
  const standing = toStanding(row, numbered);
  const draft = own ? toDraft(row, aside) : null;
  const supported = [standing, draft].some((it) => it && supports(it.stance));
  return {
    organization: toOrganizationName(row.organization),
    proposition: toPropositionName(row.proposition),
    version: numbered ?? row.version,
    standing,
    draft,
    ...(aside.annotations.get(row.id) ?? noAnnotations),
    stale: standing !== null && isStale(standing.reviewBy, today),
    undecidedPast: isStale(standing?.decideBy ?? null, today),
    warnings: own && supported ? toWarnings(aside.excluded.get(row.id) ?? []) : [],
    viewer: rightsOn(viewer, toScope(row), toSituation(row, own, aside), now),
  };
}

export const toWarnings = (propositions: string[]) =>
  propositions.map((proposition) => ({ reason: "excludes" as const, proposition }));

const toScope = (row: PositionRow) => ({ organizationId: row.organizationId, themeId: row.proposition.themeId });

const toSituation = (row: PositionRow, own: boolean, { handovers, today }: ViewContext) => ({
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
