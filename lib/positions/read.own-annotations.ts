import "server-only";
import { byName } from "@/lib/organizations/read";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { signaturesNeeded } from "@/lib/organizations/rules";
import type { SignOffKind } from "@/lib/organizations/schema";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readClock } from "@/lib/platform/time/clock";
import { belongsTo } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { findSignatory, mayMakePublic, maySignOff } from "../mandates/policy.authority";
import { authorityUnder } from "../mandates/rules.authority";
import { replayEach, replaySignatures } from "../mandates/rules.signatures";
import { readableBy } from "./policy";
import { findNames } from "./read";
import { digestOfReservation, explanationSelect, joinSelect, toJoin } from "./read.annotations";
import { isSameReservation } from "./rules.annotations";
import type { PositionKey } from "./schema";
import type { Explaining, Joining, OwnAnnotations } from "./schema.annotations";

const headSelect = {
  id: true,
  organizationId: true,
  proposition: { select: { slug: true, themeId: true } },
  organization: { select: { signOffKind: true } },
  standingRevision: {
    select: { number: true, propositionVersion: true, reservationEn: true, reservationFr: true, visibility: true },
  },
} satisfies Prisma.PositionSelect;
type Head = Prisma.PositionGetPayload<{ select: typeof headSelect }>;
type SigningQuery = { viewer: Viewer; head: Head; now: Date };

/** Annotations of the viewer's own organizations on a position, and what each may sign now. */
export async function readOwnAnnotations(
  viewer: Viewer,
  { organization, proposition }: PositionKey,
  language: Locale,
): Promise<OwnAnnotations> {
  const at = { organization: { slug: organization }, proposition: { slug: proposition } };
  const found = await db.position.findFirst({ where: { AND: [readableBy(viewer), at] }, select: headSelect });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPosition");
  const now = await readClock(db);
  const [joining, explaining] = await Promise.all([
    listJoining({ viewer, head: found, now }, language),
    belongsTo(viewer, found.organizationId) ? readExplaining({ viewer, head: found, now }) : null,
  ]);
  return { digest: digestOfReservation(proposition, found.standingRevision), joining, explaining };
}

/** The right to sign for one organization here, and who gave a first signature that waits. */
function toRights(
  { viewer, head: { proposition }, now }: SigningQuery,
  { organizationId, waitingFor, names }: Signing,
) {
  const scope = { organizationId, themeId: proposition.themeId };
  const mandate = findSignatory(viewer, scope, "network");
  return {
    needsFreshSignIn: mandate !== null && !mayCommitNow(viewer, now),
    mayMakePublic: mayMakePublic(viewer, scope),
    mandate: mandate && authorityUnder(mandate),
    waiting: waitingFor ? { by: names.get(waitingFor) ?? null, mine: waitingFor === viewer.personId } : null,
  };
}

type Signing = { organizationId: string; waitingFor: string | null; names: Map<string, string> };

async function listJoining(asking: SigningQuery, language: Locale): Promise<Joining[]> {
  const { viewer, head } = asking;
  const own = viewer.representations.filter(
    (it) => it.status === "member" && it.organizationId !== head.organizationId,
  );
  const ids = { in: own.map(({ organizationId }) => organizationId) };
  const [organizations, steps] = await Promise.all([
    db.organization.findMany({
      where: { id: ids },
      orderBy: byName(language).orderBy,
      select: { ...organizationNameSelect, id: true, signOffKind: true },
    }),
    db.joinStep.findMany({
      where: { positionId: head.id, organizationId: ids },
      orderBy: { number: "asc" },
      select: joinSelect,
    }),
  ]);
  const states = replayEach(steps, ({ organizationId }) => organizationId);
  const names = await findNames([...states.values()].flatMap(({ waiting }) => waiting?.actorId ?? []));
  const standing = head.standingRevision;
  const reserved = digestOfReservation(head.proposition.slug, standing) !== null;
  return organizations.map(({ id, signOffKind, ...name }): Joining => {
    const { given, waiting } = states.get(id) ?? { given: null, waiting: null };
    const rights = toRights(asking, { organizationId: id, waitingFor: waiting?.actorId ?? null, names });
    const signs = maySignOff(viewer, { organizationId: id, themeId: head.proposition.themeId });
    const current = given !== null && isSameReservation(given.joined, standing);
    return {
      ...rights,
      signatures: signaturesOf(signOffKind, waiting),
      organization: toOrganizationName(name),
      join: given && toJoin(given, standing),
      mayJoin: signs && reserved && !current && !rights.waiting?.mine,
      mayWithdraw: signs && (given ?? waiting) !== null,
    };
  });
}

/** A first signature that waits is ended by a second, whatever the rule has become since. */
const signaturesOf = (kind: SignOffKind, waiting: object | null) => (waiting ? 2 : signaturesNeeded(kind));

async function readExplaining(asking: SigningQuery): Promise<Explaining> {
  const { viewer, head } = asking;
  const { organizationId, standingRevision: standing } = head;
  const steps = await db.explanationStep.findMany({
    where: { positionId: head.id },
    orderBy: { number: "asc" },
    select: explanationSelect,
  });
  const { given, waiting } = replaySignatures(steps);
  const waitingFor = waiting?.actorId ?? null;
  const names = await findNames(waitingFor ? [waitingFor] : []);
  const signs = maySignOff(viewer, { organizationId, themeId: head.proposition.themeId });
  const toTexts = (row: typeof given) => row && { en: row.textEn, fr: row.textFr };
  return {
    ...toRights(asking, { organizationId, waitingFor, names }),
    signatures: signaturesOf(head.organization.signOffKind, waiting),
    version: steps.length,
    revision: standing?.number ?? null,
    text: toTexts(given),
    waitingText: toTexts(waiting),
    visibility: (waiting ?? given ?? standing)?.visibility ?? "network",
    mayExplain: signs && standing !== null,
    mayWithdraw: signs && (given ?? waiting) !== null,
  };
}
