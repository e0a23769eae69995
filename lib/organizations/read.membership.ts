import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo, isConvener } from "@/lib/viewer/rules";
import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayDecideMembership, mayReadMembership, readableBy, represents } from "./policy";
import { addressedBy, currentTerm } from "./read.select";
import { readSigning } from "./read.signatories";
import { listSimilar } from "./read.similar";
import { type AffectedCounts, consequencesOf, type DecisionOnMembership, statusAfter } from "./rules";
import type { DecisionOption, Membership, MembershipStep, MembershipStepsInput } from "./schema.membership";

/**
 * Counts what a membership decision affects. Positions visible to the organization alone are left out: their number is
 * confidential, also from the convener.
 */
export async function countAffected(tx: Tx, organizationId: string, now: Date): Promise<AffectedCounts> {
  const [mandates, positions, people, propositions, members, [shown]] = await Promise.all([
    tx.mandate.count({ where: { organizationId, ...inForce(now) } }),
    tx.position.count({ where: { organizationId, standingRevision: { visibility: { not: "organization" } } } }),
    tx.representation.count({ where: { organizationId, endedAt: null } }),
    tx.proposition.count(),
    tx.organization.count({ where: { status: "member" } }),
    // A stance on an earlier wording is no stance on this one, so the grid does not show it.
    tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "Position" p JOIN "Proposition" q ON q."id" = p."propositionId"
      WHERE p."organizationId" = ${organizationId}::uuid AND p."standingVisibility" <> 'organization'
        AND p."standingWording" = q."currentVersion"`,
  ]);
  return { mandates, positions, people, propositions, members, onGrid: shown?.count ?? 0 };
}

const allDecisions: DecisionOnMembership[] = [
  { decision: "admit", as: "member" },
  { decision: "admit", as: "observer" },
  { decision: "refuse" },
  { decision: "suspend" },
  { decision: "leave" },
  { decision: "return" },
];

async function findOrganization(viewer: Viewer, slug: string) {
  const row = await db.organization.findFirst({
    where: { AND: [readableBy(viewer), addressedBy(slug)] },
    select: {
      id: true,
      status: true,
      nameEn: true,
      nameFr: true,
      shortEn: true,
      shortFr: true,
      website: true,
      application: true,
    },
  });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  if (!mayReadMembership(viewer, row.id)) throw new Refusal("FORBIDDEN", "admissionIsTheirs");
  return row;
}

/** Where an organization stands in the network, and what this viewer may decide about that, each with what would follow. */
export async function getMembership(viewer: Viewer, slug: string): Promise<Membership> {
  const now = new Date();
  const row = await findOrganization(viewer, slug);
  const counted = await countAffected(db, row.id, now);
  // How many act for an organization, and how many people would lose what they read, is its own to know.
  const own = represents(viewer, row.id);
  const held = own ? counted : { ...counted, mandates: 0 };
  const term = await db.convenerTerm.count({ where: { organizationId: row.id, ...currentTerm(now) } });
  const asked = { ...row, ...(await readSigning(db, row, now)) };
  const choices = allDecisions
    .filter(({ decision }) => mayDecideMembership(viewer, asked, decision))
    .flatMap(({ decision, as }): DecisionOption[] => {
      const becomes = statusAfter(row.status, { decision, as });
      if (!becomes) return [];
      const obstacle = term > 0 && becomes !== "member" ? ("holdsTheTerm" as const) : null;
      const follows = consequencesOf(row.status, becomes, held);
      const peopleLosingAccess = own ? follows.peopleLosingAccess : 0;
      return [{ decision, as: as ?? null, becomes, ...follows, peopleLosingAccess, obstacle }];
    });
  const { nameEn, nameFr, shortEn, shortFr, application } = row;
  return {
    status: row.status,
    application: application && {
      at: (application.confirmedAt ?? application.createdAt).toISOString(),
      contact: { name: application.contactName, email: application.contactEmail },
      why: application.why,
      language: application.language,
      website: application.website,
    },
    similar: isConvener(viewer) ? await listSimilar(viewer, [nameEn, nameFr, shortEn, shortFr], row.id) : null,
    choices,
    needsFreshSignIn: viewer.token === null && !isFresh(viewer, now),
    ownInterest: isConvener(viewer) && belongsTo(viewer, row.id),
  };
}

const latestFirst = (slug: string) =>
  keyset<Prisma.OrganizationStepWhereInput, Prisma.OrganizationStepOrderByWithRelationInput>(
    `organization steps of ${slug}`,
    desc("number"),
  );

/** What was decided about an organization, in order, the latest first. Nothing of it is ever changed. */
export async function listMembershipSteps(viewer: Viewer, { slug, ...page }: MembershipStepsInput) {
  const { id: organizationId } = await findOrganization(viewer, slug);
  const own = represents(viewer, organizationId);
  const where = { organizationId };
  const order = latestFirst(slug);
  const [rows, total] = await Promise.all([
    db.organizationStep.findMany(order.page(where, page)),
    db.organizationStep.count({ where }),
  ]);
  const actors = rows.flatMap((row) => row.actorId ?? []);
  const people = await db.person.findMany({ where: { id: { in: actors } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return order.toPage(
    rows,
    page,
    total,
    ({ number, decision, at, from, to, actorId, reason, mandatesEnded, positionsMoved }): MembershipStep => ({
      ...{ number, decision, at: at.toISOString(), from, to, reason, positionsMoved },
      mandatesEnded: own ? mandatesEnded : null,
      by: actorId ? (names.get(actorId) ?? null) : null,
    }),
  );
}
