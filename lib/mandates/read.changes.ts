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
import { readGrantContexts } from "./read.grant-context";
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

/** The changes that wait in an organization, the oldest first, as this viewer sees them. */
export async function findWaitingChanges(tx: Tx, viewer: Viewer, organizationId: string, now: Date) {
  const found = await findWaitingChangesIn(tx, viewer, [organizationId], now);
  return found.map(({ change }) => change);
}

/** The same for several organizations at once, in as many statements as for one. */
export async function findWaitingChangesIn(tx: Tx, viewer: Viewer, organizationIds: readonly string[], now: Date) {
  const rows = await findFirstRows(tx, organizationIds);
  if (rows.length === 0) return [];
  const within = [...new Set(rows.map((it) => it.organizationId))];
  const [contexts, signers, mandates] = await Promise.all([
    readGrantContexts(tx, within),
    findSigners(tx, within, now),
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
  const shared = {
    ...{ viewer, mandates: new Map(mandates.map((it) => [it.id, it])) },
    names: new Map(people.map(({ id, name }) => [id, name])),
    themes: new Map(themes.map(({ id, ...theme }) => [id, theme])),
  };
  const asides = new Map(
    contexts.map((context): [string, Aside] => {
      const own = signers.filter((it) => it.organizationId === context.organizationId);
      return [context.organizationId, { ...shared, context, signers: new Set(own.map((it) => it.personId)) }];
    }),
  );
  return rows.flatMap((row) => {
    const aside = asides.get(row.organizationId);
    return aside ? [{ organizationId: row.organizationId, change: toChange(row, aside) }] : [];
  });
}

/** The oldest that wait in each of them: one with very many hides none of another's. */
async function findFirstRows(tx: Tx, organizationIds: readonly string[]) {
  const first = await tx.$queryRaw<{ id: string }[]>`
    SELECT waiting."id" FROM unnest(${[...organizationIds]}::uuid[]) AS its (organization), LATERAL (
      SELECT "id" FROM "SignOffChange" WHERE "organizationId" = its.organization AND "answer" IS NULL
      ORDER BY "proposedAt", "id" LIMIT ${waitingLimit}) AS waiting`;
  if (first.length === 0) return [];
  return tx.signOffChange.findMany({
    where: { id: { in: first.map((it) => it.id) } },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
  });
}

/** For the organization's own people: what waits for a second signatory. */
export async function listChanges(viewer: Viewer, slug: string) {
  const { id, signOffKind } = await findOwnOrganization(db, viewer, slug);
  const items = await findWaitingChanges(db, viewer, id, await readClock(db));
  return { items, nextCursor: null, total: items.length, twoSign: signaturesNeeded(signOffKind) > 1 };
}
