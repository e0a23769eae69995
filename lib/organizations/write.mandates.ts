import "server-only";
import { record } from "@/lib/activity/record";
import { type Tx, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { holdRights } from "@/lib/platform/session/hold-rights";
import { lastMoment, readToday } from "@/lib/platform/today";
import type { Viewer } from "@/lib/platform/viewer";
import { grantsAs, mandatesReadableBy, mayGrant, mayRevokeMandate } from "./policy.people";
import { reachOf, shownMandate, toGranted } from "./read.mandates";
import { findOwn, readBeginning } from "./read.standing";
import { datesObstacle } from "./rules.mandates";
import type { GrantInput, MandatePlace } from "./schema.mandates";

async function findThemes(tx: Tx, slugs: readonly string[] | undefined): Promise<string[] | null> {
  if (!slugs) return null;
  const wanted = [...new Set(slugs)];
  const found = await tx.theme.findMany({ where: { slug: { in: wanted } }, select: { id: true } });
  if (found.length !== wanted.length) throw new Refusal("CONFLICT", "noSuchTheme");
  return found.map(({ id }) => id);
}

type Given = { en?: string | undefined; fr?: string | undefined };
/** The words in the language that has them; the French apart where there are both. */
const inColumns = ({ en, fr }: Given) => ({ words: en || fr || "", wordsFr: en && fr ? fr : null });

/** Enters on whose authority somebody acts. The one decision is the organization's; this says who made it, and by what. */
export async function grantMandate(viewer: Viewer, input: GrantInput) {
  return transact(async (tx) => {
    const organization = await findOwn(tx, viewer, input.slug);
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
    await holdRights(tx, viewer);
    const beginning = await readBeginning(tx, organization.id);
    if (grantsAs(viewer, beginning) === null) throw new Refusal("FORBIDDEN", "notASignatory");
    const themeIds = await findThemes(tx, input.themes);
    const powers = [...new Set(input.powers)];
    const self = input.person === viewer.personId;
    if (!mayGrant(viewer, beginning, { personId: input.person, reach: { powers, themeIds } }))
      throw new Refusal("FORBIDDEN", self ? "notToOneself" : "beyondOwnMandate");
    if (organization.status !== "member") throw new Refusal("CONFLICT", "notAMember");
    const part = { personId: input.person, organizationId: organization.id };
    if ((await tx.representation.count({ where: { ...part, endedAt: null } })) === 0)
      throw new Refusal("CONFLICT", "notOfTheOrganization");
    const { now, today } = await readToday(tx);
    const obstacle = datesObstacle({ today, ...input });
    if (obstacle) throw new Refusal("CONFLICT", obstacle);

    const [by, instrument] = [inColumns(input.authorizedBy), inColumns(input.instrument)];
    const made = await tx.mandate.create({
      data: {
        ...part,
        powers,
        allThemes: themeIds === null,
        themes: { create: (themeIds ?? []).map((themeId) => ({ themeId })) },
        authorizedBy: by.words,
        authorizedByFr: by.wordsFr,
        instrument: instrument.words,
        instrumentFr: instrument.wordsFr,
        instrumentDate: new Date(input.instrumentDate),
        validFrom: now,
        expiresAt: await lastMoment(tx, input.expiresOn),
        grantedById: viewer.personId,
        selfAuthorized: self,
      },
      select: shownMandate,
    });
    const facts = { mandate: made.id, person: input.person, powers: powers.join(" "), selfAuthorized: self };
    await record(tx, "mandate.granted", viewer, `organization/${organization.id}`, facts);
    return toGranted(made, viewer, now);
  });
}

/** Ends a mandate from now on. What was done under it stays done, and keeps saying so. Twice is the same as once. */
export async function revokeMandate(viewer: Viewer, { slug, id }: MandatePlace) {
  return transact(async (tx) => {
    const { id: organizationId } = await findOwn(tx, viewer, slug);
    const found = await tx.mandate.findFirst({
      where: { AND: [mandatesReadableBy(viewer), { organizationId, id }] },
      select: shownMandate,
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchMandate");
    if (!mayRevokeMandate(viewer, { ...found, reach: reachOf(found) })) throw new Refusal("FORBIDDEN", "notASignatory");
    const { now } = await readToday(tx);
    const ended = await tx.mandate.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (ended.count > 0)
      await record(tx, "mandate.revoked", viewer, `organization/${organizationId}`, {
        mandate: id,
        person: found.personId,
      });
    return toGranted(await tx.mandate.findUniqueOrThrow({ where: { id }, select: shownMandate }), viewer, now);
  });
}
