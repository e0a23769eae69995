import "server-only";
import { signaturesNeeded } from "@/lib/organizations/policy";
import { named, toName } from "@/lib/organizations/read";
import { readClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { mayCommitNow } from "@/lib/platform/session/fresh";
import { belongsTo, type Mandate, type Viewer } from "@/lib/platform/viewer";
import { findSignatory, mayMakePublic, maySignOff, readableBy } from "./policy";
import { findNames } from "./read";
import { digestOfReservation, explanationRow, joinRow, toJoin } from "./read.beside";
import { isSameReservation, replayBeside, replayEach } from "./rules.beside";
import type { Place } from "./schema";
import type { Beside, Explaining, Joining } from "./schema.beside";

const head = {
  id: true,
  organizationId: true,
  proposition: { select: { slug: true, themeId: true } },
  organization: { select: { signOffKind: true } },
  standingRevision: {
    select: { number: true, propositionVersion: true, reservationEn: true, reservationFr: true, visibility: true },
  },
} satisfies Prisma.PositionSelect;
type Head = Prisma.PositionGetPayload<{ select: typeof head }>;
type Asking = { viewer: Viewer; head: Head; now: Date };

/** What this viewer's organizations say beside a position, and what they may say there now. */
export async function readBeside(viewer: Viewer, { organization, proposition }: Place): Promise<Beside> {
  const at = { organization: { slug: organization }, proposition: { slug: proposition } };
  const found = await db.position.findFirst({ where: { AND: [readableBy(viewer), at] }, select: head });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPosition");
  const now = await readClock(db);
  const [joining, explaining] = await Promise.all([
    listJoining({ viewer, head: found, now }),
    belongsTo(viewer, found.organizationId) ? readExplaining({ viewer, head: found, now }) : null,
  ]);
  return { digest: digestOfReservation(proposition, found.standingRevision), joining, explaining };
}

/** The right to sign for one organization here, and who gave a first signature that waits. */
function toRights({ viewer, head: { proposition }, now }: Asking, { organizationId, waitingFor, names }: Signing) {
  const ground = { organizationId, themeId: proposition.themeId };
  const mandate = findSignatory(viewer, ground, "network");
  return {
    needsFreshSignIn: mandate !== null && !mayCommitNow(viewer, now),
    mayMakePublic: mayMakePublic(viewer, ground),
    mandate: mandate && toAuthority(mandate),
    waiting: waitingFor ? { by: names.get(waitingFor) ?? null, mine: waitingFor === viewer.personId } : null,
  };
}

type Signing = { organizationId: string; waitingFor: string | null; names: Map<string, string> };

async function listJoining(asking: Asking): Promise<Joining[]> {
  const { viewer, head } = asking;
  const own = viewer.representations.filter(
    (it) => it.status === "member" && it.organizationId !== head.organizationId,
  );
  const ids = { in: own.map(({ organizationId }) => organizationId) };
  const [organizations, steps] = await Promise.all([
    db.organization.findMany({
      where: { id: ids },
      orderBy: { slug: "asc" },
      select: { ...named, id: true, signOffKind: true },
    }),
    db.joinStep.findMany({
      where: { positionId: head.id, organizationId: ids },
      orderBy: { number: "asc" },
      select: joinRow,
    }),
  ]);
  const said = replayEach(steps, ({ organizationId }) => organizationId);
  const names = await findNames([...said.values()].flatMap(({ waiting }) => waiting?.actorId ?? []));
  const standing = head.standingRevision;
  const reserved = digestOfReservation(head.proposition.slug, standing) !== null;
  return organizations.map(({ id, signOffKind, ...name }): Joining => {
    const { given, waiting } = said.get(id) ?? { given: null, waiting: null };
    const rights = toRights(asking, { organizationId: id, waitingFor: waiting?.actorId ?? null, names });
    const signs = maySignOff(viewer, { organizationId: id, themeId: head.proposition.themeId });
    const current = given !== null && isSameReservation(given.joined, standing);
    return {
      ...rights,
      signatures: signaturesNeeded(signOffKind),
      organization: toName(name),
      join: given && toJoin(given, standing),
      mayJoin: signs && reserved && !current && !rights.waiting?.mine,
      mayWithdraw: signs && (given ?? waiting) !== null,
    };
  });
}

async function readExplaining(asking: Asking): Promise<Explaining> {
  const { viewer, head } = asking;
  const { organizationId, standingRevision: standing } = head;
  const steps = await db.explanationStep.findMany({
    where: { positionId: head.id },
    orderBy: { number: "asc" },
    select: explanationRow,
  });
  const { given, waiting } = replayBeside(steps);
  const waitingFor = waiting?.actorId ?? null;
  const names = await findNames(waitingFor ? [waitingFor] : []);
  const signs = maySignOff(viewer, { organizationId, themeId: head.proposition.themeId });
  const toWords = (row: typeof given) => row && { en: row.textEn, fr: row.textFr };
  return {
    ...toRights(asking, { organizationId, waitingFor, names }),
    signatures: signaturesNeeded(head.organization.signOffKind),
    version: steps.length,
    revision: standing?.number ?? null,
    text: toWords(given),
    waitingText: toWords(waiting),
    visibility: (waiting ?? given ?? standing)?.visibility ?? "network",
    mayExplain: signs && standing !== null,
    mayWithdraw: signs && (given ?? waiting) !== null,
  };
}

const toAuthority = ({ authorizedBy, instrument, instrumentDate, selfAuthorized }: Mandate) => ({
  authorizedBy,
  instrument,
  instrumentDate,
  selfAuthorized,
});
