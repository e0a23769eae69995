import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { isSignatoryOf } from "../organizations/policy";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { requireSuccessor } from "../organizations/read.signatories";
import { signaturesNeeded } from "../organizations/rules";
import { record } from "./activity";
import { takesTwo } from "./rules";
import type { GrantInput } from "./schema";
import type { ProposeRevocationInput, ProposeRuleInput } from "./schema.changes";
import { prepareRevocation } from "./write";
import { prepareGrant, toAuthorityColumns } from "./write.grant";

type Proposed = Pick<Prisma.SignOffChangeUncheckedCreateInput, "organizationId" | "kind"> &
  Partial<Prisma.SignOffChangeUncheckedCreateInput>;

async function propose(tx: Tx, viewer: Viewer, proposed: Proposed) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const by = { proposedById: viewer.personId, proposedAt: await readClock(tx), byToken: viewer.token !== null };
  const { id } = await tx.signOffChange.create({ data: { ...proposed, ...by }, select: { id: true } });
  const facts = { change: id, kind: proposed.kind };
  await record(tx, "signOffChange.proposed", viewer, `organization/${proposed.organizationId}`, facts);
  return { id };
}

/** The same change waits once: a second proposal of it would take the place of the second signature in nobody's mind. */
async function refuseWaiting(tx: Tx, where: Prisma.SignOffChangeWhereInput) {
  if ((await tx.signOffChange.count({ where: { ...where, answer: null } })) > 0)
    throw new Refusal("CONFLICT", "changeWaits");
}

/** Proposes another sign-off rule. The one of before, under which two sign, asks for the second. */
export async function proposeRule(viewer: Viewer, { slug, signOffKind }: ProposeRuleInput) {
  return transact(async (tx) => {
    const { id: organizationId } = await findOwnOrganization(tx, viewer, slug);
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
    if (!isSignatoryOf(viewer, organizationId)) throw new Refusal("FORBIDDEN", "notASignatory");
    await lockRights(tx, viewer);
    const now = signOffKindFor(viewer, organizationId);
    if (signaturesNeeded(signOffKind) >= signaturesNeeded(now)) throw new Refusal("CONFLICT", "oneChangesIt");
    await refuseWaiting(tx, { organizationId, kind: "rule" });
    return propose(tx, viewer, { organizationId, kind: "rule", signOffKind });
  });
}

/** Proposes a mandate that commits the organization; what is entered here becomes the mandate's own words. */
export async function proposeGrant(viewer: Viewer, input: GrantInput) {
  return transact(async (tx) => {
    const { organization, powers, themeIds, twoSign, expiresAt } = await prepareGrant(tx, viewer, input);
    if (!twoSign) throw new Refusal("CONFLICT", "oneChangesIt");
    const { id: organizationId } = organization;
    await refuseWaiting(tx, { organizationId, kind: "grant", personId: input.person });
    return propose(tx, viewer, {
      ...{ organizationId, kind: "grant", personId: input.person, powers, expiresAt },
      ...{ allThemes: themeIds === null, themeIds: themeIds ?? [], ...toAuthorityColumns(input) },
    });
  });
}

/** Proposes to end somebody else's mandate. Whoever holds it lays it down alone, or gives the second word. */
export async function proposeRevocation(viewer: Viewer, { slug, mandate, withoutSuccessor }: ProposeRevocationInput) {
  return transact(async (tx) => {
    const { organization, found, now } = await prepareRevocation(tx, viewer, { slug, id: mandate });
    const { id: organizationId } = organization;
    if (found.revokedAt || (found.expiresAt && found.expiresAt <= now)) throw new Refusal("CONFLICT", "mandateOver");
    const own = found.personId === viewer.personId;
    if (own || !takesTwo(signOffKindFor(viewer, organizationId), found.powers))
      throw new Refusal("CONFLICT", "oneChangesIt");
    const ending = { mandates: { id: mandate }, insists: withoutSuccessor === true, now };
    await requireSuccessor(tx, organization, ending);
    await refuseWaiting(tx, { kind: "revoke", mandateId: mandate });
    return propose(tx, viewer, { organizationId, kind: "revoke", mandateId: mandate });
  });
}
