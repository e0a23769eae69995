import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import { Refusal } from "@/lib/platform/http/refusal";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo, isConvener } from "@/lib/viewer/rules";
import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayDecideMembership, mayReadMembership, readableBy, represents } from "./policy";
import { currentTerm } from "./read.select";
import { listSimilar } from "./read.similar";
import { consequencesOf, type DecisionOnMembership, statusAfter } from "./rules";
import type { DecisionOption, Membership, MembershipStep, MembershipStepsInput } from "./schema.membership";

/**
 * Counts what a membership decision affects. Positions visible to the organization alone are left out: their number is
 * confidential, also from the convener.
 */
export async function countAffected(tx: Tx, organizationId: string, now: Date) {
  const [mandates, positions, people] = await Promise.all([
    tx.mandate.count({ where: { organizationId, ...inForce(now) } }),
    tx.position.count({ where: { organizationId, standingRevision: { visibility: { not: "organization" } } } }),
    tx.representation.count({ where: { organizationId, endedAt: null } }),
  ]);
  return { mandates, positions, people };
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
    where: { AND: [readableBy(viewer), { slug }] },
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
  // How many people an organization has, and how many act for it, is its own to know.
  const affected = represents(viewer, row.id) ? counted : { ...counted, mandates: 0, people: 0 };
  const term = await db.convenerTerm.count({ where: { organizationId: row.id, ...currentTerm(now) } });
  const options = allDecisions
    .filter(({ decision }) => mayDecideMembership(viewer, row, decision))
    .flatMap(({ decision, as }): DecisionOption[] => {
      const becomes = statusAfter(row.status, { decision, as });
      if (!becomes) return [];
      const obstacle = term > 0 && becomes !== "member" ? ("holdsTheTerm" as const) : null;
      return [{ decision, as: as ?? null, becomes, ...consequencesOf(row.status, becomes, affected), obstacle }];
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
    choices: options,
    needsFreshSignIn: viewer.token === null && !isFresh(viewer, now),
    ownInterest: isConvener(viewer) && belongsTo(viewer, row.id),
  };
}

/** What was decided about an organization, in order, the latest first. Nothing of it is ever changed. */
export async function listMembershipSteps(viewer: Viewer, { slug, limit, cursor }: MembershipStepsInput) {
  const { id: organizationId } = await findOrganization(viewer, slug);
  const own = represents(viewer, organizationId);
  const offset = decodeCursor(cursor);
  const where = { organizationId };
  const [rows, total] = await Promise.all([
    db.organizationStep.findMany({ where, orderBy: { number: "desc" }, skip: offset, take: limit }),
    db.organizationStep.count({ where }),
  ]);
  const actors = rows.flatMap((row) => row.actorId ?? []);
  const people = await db.person.findMany({ where: { id: { in: actors } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const items = rows.map(
    ({ number, decision, at, from, to, actorId, reason, mandatesEnded, positionsMoved }): MembershipStep => ({
      ...{ number, decision, at: at.toISOString(), from, to, reason, positionsMoved },
      mandatesEnded: own ? mandatesEnded : null,
      by: actorId ? (names.get(actorId) ?? null) : null,
    }),
  );
  return toPage(items, offset, limit, total);
}
