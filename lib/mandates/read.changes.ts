import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { signaturesNeeded } from "../organizations/rules";
import { type GrantContext, mandatesReadableBy } from "./policy";
import { mayConfirmChange, mayDeclineChange, type ProposedChange } from "./policy.changes";
import { mandateSelect, scopeOf } from "./read";
import { readGrantContext } from "./read.grant-context";
import { findSigners } from "./read.signers";
import type { SignOffChange } from "./schema.changes";

export type ChangeRow = Prisma.SignOffChangeGetPayload<object>;
type MandateRow = Prisma.MandateGetPayload<{ select: typeof mandateSelect }>;

/** The change as policy sees it; null where the mandate that it would end is gone. */
export function toProposed(row: ChangeRow, mandate: MandateRow | null): ProposedChange | null {
  const { organizationId, proposedById, kind, personId, powers, allThemes, themeIds } = row;
  if (kind === "rule") return { organizationId, proposedById, kind };
  if (kind === "grant")
    return personId === null
      ? null
      : { organizationId, proposedById, kind, personId, scope: { powers, themeIds: allThemes ? null : themeIds } };
  return mandate && { organizationId, proposedById, kind, personId: mandate.personId, scope: scopeOf(mandate) };
}

type Themes = ReadonlyMap<string, { slug: string; titleEn: string; titleFr: string }>;
type Aside = {
  viewer: Viewer;
  context: GrantContext;
  signers: ReadonlySet<string>;
  names: ReadonlyMap<string, string | null>;
  themes: Themes;
  mandates: ReadonlyMap<string, MandateRow>;
};

/** The words of the mandate that would be given, or that would end. */
function toMandate(row: ChangeRow, { mandates, names, themes }: Aside): SignOffChange["mandate"] {
  if (row.kind === "rule") return null;
  const own = row.kind === "revoke" ? mandates.get(row.mandateId ?? "") : row;
  if (!own?.instrumentDate) return null;
  const ids = "themes" in own ? own.themes.map((it) => it.themeId) : own.themeIds;
  const titled = ids.flatMap((id) => themes.get(id) ?? []);
  return {
    person: names.get(own.personId ?? "") ?? null,
    powers: own.powers,
    themes: own.allThemes
      ? null
      : titled.map(({ slug, titleEn, titleFr }) => ({ slug, title: { en: titleEn, fr: titleFr } })),
    authorizedBy: { en: own.authorizedBy, fr: own.authorizedByFr },
    instrument: { en: own.instrument, fr: own.instrumentFr },
    instrumentDate: toDay(own.instrumentDate),
    expiresAt: own.expiresAt?.toISOString() ?? null,
  };
}

function toChange(row: ChangeRow, aside: Aside): SignOffChange {
  const { viewer, context, signers, names, mandates } = aside;
  const proposed = toProposed(row, mandates.get(row.mandateId ?? "") ?? null);
  const proposerGone = !signers.has(row.proposedById);
  return {
    id: row.id,
    kind: row.kind,
    proposedBy: names.get(row.proposedById) ?? null,
    proposedAt: row.proposedAt.toISOString(),
    signOffKind: row.signOffKind,
    mandate: toMandate(row, aside),
    proposerGone,
    viewer: {
      mine: row.proposedById === viewer.personId,
      mayConfirm: proposed !== null && !proposerGone && mayConfirmChange(viewer, proposed, context),
      mayDecline: proposed !== null && mayDeclineChange(viewer, proposed),
    },
  };
}

const waitingLimit = 100;

/** The changes that wait in these organizations, the oldest first, as this viewer sees them. */
export async function findWaitingChanges(tx: Tx, viewer: Viewer, organizationId: string, now: Date) {
  const rows = await tx.signOffChange.findMany({
    where: { organizationId, answer: null },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    take: waitingLimit,
  });
  if (rows.length === 0) return [];
  const [context, signers, mandates] = await Promise.all([
    readGrantContext(tx, organizationId),
    findSigners(tx, [organizationId], now),
    tx.mandate.findMany({
      where: { AND: [mandatesReadableBy(viewer), { id: { in: rows.flatMap((it) => it.mandateId ?? []) } }] },
      select: mandateSelect,
    }),
  ]);
  const holders = mandates.map((it) => it.personId);
  const ids = rows.flatMap((it) => [it.proposedById, ...(it.personId ? [it.personId] : [])]).concat(holders);
  const themeIds = [...rows.flatMap((it) => it.themeIds), ...mandates.flatMap((it) => it.themes.map((t) => t.themeId))];
  const [people, themes] = await Promise.all([
    tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    tx.theme.findMany({
      where: { id: { in: themeIds } },
      select: { id: true, slug: true, titleEn: true, titleFr: true },
    }),
  ]);
  const aside: Aside = {
    ...{ viewer, context },
    signers: new Set(signers.map((it) => it.personId)),
    names: new Map(people.map(({ id, name }) => [id, name])),
    themes: new Map(themes.map(({ id, ...theme }) => [id, theme])),
    mandates: new Map(mandates.map((it) => [it.id, it])),
  };
  return rows.map((row) => toChange(row, aside));
}

/** For the organization's own people: what waits for a second signatory. */
export async function listChanges(viewer: Viewer, slug: string) {
  const { id, signOffKind } = await findOwnOrganization(db, viewer, slug);
  const items = await findWaitingChanges(db, viewer, id, await readClock(db));
  return { items, nextCursor: null, total: items.length, twoSign: signaturesNeeded(signOffKind) > 1 };
}
