import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { OrganizationStatus } from "@/lib/platform/generated/prisma/enums";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayDecideMembership, readableBy } from "./policy";
import { countAffected } from "./read.membership";
import { addressedBy, currentTerm } from "./read.select";
import { readSigning } from "./read.signatories";
import { consequencesOf, type DecisionOnMembership, statusAfter } from "./rules";
import { applicationIn, suggestCode, suggestSlug } from "./rules.naming";
import type { DecideInput } from "./schema.membership";
import { endRapporteursOf } from "./write.end-rapporteurs";

type Locked = { id: string; status: OrganizationStatus; slug: string; nameEn: string };

/**
 * Decides on an organization's place in the network. The row is locked first: of two who decide at once, the second finds
 * what the first made of it.
 */
export async function decideMembership(viewer: Viewer, { slug, decision, as, reason }: DecideInput) {
  return transact(async (tx) => {
    const readable = await tx.organization.findFirst({
      where: { AND: [readableBy(viewer), addressedBy(slug)] },
      select: { id: true },
    });
    if (!readable) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const [organization] = await tx.$queryRaw<Locked[]>`
      SELECT "id", "status"::text, "slug", "nameEn" FROM "Organization" WHERE "id" = ${readable.id}::uuid FOR UPDATE`;
    if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const now = await readClock(tx);
    const asked = { ...organization, ...(await readSigning(tx, organization, now)) };
    if (!mayDecideMembership(viewer, asked, decision)) throw new Refusal("FORBIDDEN", refusalReasons[decision]);
    await lockRights(tx, viewer);
    const next = statusAfter(organization.status, { decision, as });
    if (!next) throw new Refusal("CONFLICT", "decidedAlready", { status: organization.status });
    if (next !== "member" && (await hasCurrentTerm(tx, organization.id, now)))
      throw new Refusal("CONFLICT", "holdsTheTerm");
    // Named before it is recorded: what is written after the record belongs to no act.
    const named = decision === "admit" ? await nameAdmitted(tx, organization) : organization.slug;
    await applyDecision(tx, viewer, organization, { decision, as }, { next, now, reason: reason || null });
    return { slug: named, status: next };
  });
}

/**
 * Gives an organization that is admitted for the first time its address and its code. Only now: whoever is in the network
 * may know which names are taken in it.
 */
export async function nameAdmitted(
  tx: Tx,
  { id, slug: given, nameEn }: Pick<Locked, "id" | "slug" | "nameEn">,
): Promise<string> {
  if (applicationIn(given) === null) return given;
  const taken = await tx.organization.findMany({ where: { id: { not: id } }, select: { slug: true, code: true } });
  const slug = suggestSlug(nameEn, new Set(taken.map((it) => it.slug)));
  const code = suggestCode(nameEn, new Set(taken.map((it) => it.code)));
  // An address leads to whoever has it now.
  await tx.organization.updateMany({ where: { formerSlug: slug }, data: { formerSlug: null } });
  await tx.organization.update({ where: { id }, data: { slug, code } });
  return slug;
}

const refusalReasons = {
  admit: "onlyTheConvener",
  refuse: "onlyTheConvener",
  suspend: "onlyTheConvener",
  leave: "notASignatory",
  return: "onlyItsOwnPeople",
} as const;

/** Whoever convenes hands the term over first: a network without a convener could admit nobody. */
const hasCurrentTerm = async (tx: Tx, organizationId: string, now: Date) =>
  (await tx.convenerTerm.count({ where: { organizationId, ...currentTerm(now) } })) > 0;

type Outcome = { next: OrganizationStatus; now: Date; reason: string | null };

async function applyDecision(
  tx: Tx,
  viewer: Viewer,
  { id, status }: Locked,
  { decision }: DecisionOnMembership,
  { next, now, reason }: Outcome,
) {
  const { mandatesEnded, positionsLeaving, positionsReturning } = consequencesOf(
    status,
    next,
    await countAffected(tx, id, now),
  );
  if (mandatesEnded > 0)
    await tx.mandate.updateMany({ where: { organizationId: id, ...inForce(now) }, data: { revokedAt: now } });
  await tx.organization.update({ where: { id }, data: { status: next } });
  if (next !== "member" && next !== "observer") await endRapporteursOf(tx, viewer, { organizationId: id });
  const number = 1 + (await tx.organizationStep.count({ where: { organizationId: id } }));
  await tx.organizationStep.create({
    data: {
      ...{ organizationId: id, number, decision, at: now, from: status, to: next, reason, mandatesEnded },
      actorId: viewer.personId,
      byToken: viewer.token !== null,
      positionsMoved: positionsLeaving + positionsReturning,
    },
  });
  await record(tx, "organization.decided", viewer, `organization/${id}`, {
    decision,
    from: status,
    to: next,
    step: number,
  });
}
