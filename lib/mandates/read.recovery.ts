import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { personColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import { belongsTo, isConvener, mayAdminister } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "../organizations/policy";
import { addressedBy, organizationNameSelect, toOrganizationName } from "../organizations/read.select";
import { findSignatoryIds } from "../organizations/read.signatories";
import { signaturesNeeded } from "../organizations/rules";
import { mayAgreeToRecovery, mayReadRecovery, mayTakePart, mayWithdrawRecovery } from "./policy.recovery";
import { readGrantContext } from "./read.grant-context";
import type { Recovery, RecoveryState } from "./schema.recovery";

const organizationSelect = {
  ...organizationNameSelect,
  id: true,
  status: true,
  signOffKind: true,
  contactId: true,
} as const;

/** The organization, for those who may know how it can be signed for; 404 for everybody else. */
export async function findRecovering(tx: Tx, viewer: Viewer, slug: string) {
  const readable = mayAdminister(viewer) ? {} : readableBy(viewer);
  const found = await tx.organization.findFirst({
    where: { AND: [readable, addressedBy(slug)] },
    select: organizationSelect,
  });
  if (!found || !mayReadRecovery(viewer, found.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return found;
}

/** Whether fewer belong to it and sign for it than its rule needs; an organization that is no member needs nobody. */
export async function readMissing(
  tx: Tx,
  {
    id,
    status,
    signOffKind,
  }: Pick<Prisma.OrganizationGetPayload<{ select: typeof organizationSelect }>, "id" | "status" | "signOffKind">,
  now: Date,
) {
  const [signatories, needed] = [await findSignatoryIds(tx, id, now), signaturesNeeded(signOffKind)];
  return { signatories, needed, missing: status === "member" && signatories.length < needed };
}

const recoverySelect = { include: { nominee: { select: { name: true } } } } as const;
type Row = Prisma.SignatoryRecoveryGetPayload<typeof recoverySelect>;

function toRecovery(row: Row, viewer: Viewer): Recovery {
  const own = belongsTo(viewer, row.organizationId);
  const open = row.outcome === null;
  const named = own || mayAdminister(viewer) || isConvener(viewer);
  return {
    id: row.id,
    state: row.outcome ?? (row.announcedAt ? "announced" : "requested"),
    byContact: row.byContact,
    askedAt: row.askedAt.toISOString(),
    announcedAt: row.announcedAt?.toISOString() ?? null,
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    about: named
      ? {
          nominee: row.nominee.name,
          authorizedBy: { en: row.authorizedBy, fr: row.authorizedByFr },
          instrument: { en: row.instrument, fr: row.instrumentFr },
          instrumentDate: toDay(row.instrumentDate),
          agreed: { administrator: row.administratorId !== null, convener: row.convenerId !== null },
        }
      : null,
    viewer: {
      self: row.nomineeId === viewer.personId,
      mayAgree: open && row.announcedAt === null && mayAgreeToRecovery(viewer, row),
      mayObject: open && mayTakePart(viewer, row.organizationId) && row.askedById !== viewer.personId,
      mayWithdraw: open && mayWithdrawRecovery(viewer, row),
    },
  };
}

const shown = 20;

/** How an organization can be signed for, and what is done where it cannot. */
export async function getRecovery(viewer: Viewer, slug: string, language: Locale): Promise<RecoveryState> {
  const organization = await findRecovering(db, viewer, slug);
  const { id: organizationId } = organization;
  const now = await readClock(db);
  const own = belongsTo(viewer, organizationId);
  const [{ needed, missing, signatories }, context, rows] = await Promise.all([
    readMissing(db, organization, now),
    readGrantContext(db, organizationId),
    db.signatoryRecovery.findMany({
      where: { organizationId },
      orderBy: [{ askedAt: "desc" }, { id: "asc" }],
      take: shown,
      ...recoverySelect,
    }),
  ]);
  const recoveries = rows.map((row) => ({ open: row.outcome === null, ...toRecovery(row, viewer) }));
  const current = recoveries.find((it) => it.open) ?? null;
  const isContact = own && context.contactId === viewer.personId;
  // Where nobody ever signed, the contact gives the first mandate at once: nothing is to be restored.
  const recovers = own && missing && context.everSigned && !context.ofOne;
  const begins = isContact ? "contact" : "candidate";
  const blocked = current !== null && (current.announcedAt !== null || !isContact);
  const signsAlready = signatories.includes(viewer.personId ?? "");
  const mayBegin = recovers && !blocked && (isContact || !signsAlready) ? begins : null;
  return {
    organization: toOrganizationName(organization),
    // Nobody has signed for it yet: its contact gives the first mandate, and nothing is amiss.
    missing: missing && context.everSigned,
    needed,
    current,
    past: recoveries.filter((it) => !it.open),
    contact: own ? { name: await findName(context.contactId), self: isContact } : null,
    viewer: {
      ...{ own, mayBegin },
      nominees: mayBegin === "contact" ? await listNominees(organizationId, signatories, language) : null,
      commitNow: mayCommitNow(viewer, now),
    },
  };
}

const findName = async (id: string | null) =>
  id === null ? null : ((await db.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null);

/** Its people who do not sign for it already. */
const listNominees = (organizationId: string, signatories: readonly string[], language: Locale) =>
  db.person.findMany({
    where: { representations: { some: { organizationId, endedAt: null } }, id: { notIn: [...signatories] } },
    orderBy: [{ [personColumn[language]]: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
