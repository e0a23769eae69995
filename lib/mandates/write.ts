import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readEndOfDay, readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { record } from "./activity";
import { grantsAs, mandatesReadableBy, mayGrant, mayRevokeMandate } from "./policy";
import { mandateSelect, scopeOf, toGrantedMandate } from "./read";
import { readGrantContext } from "./read.grant-context";
import { datesObstacle } from "./rules";
import type { GrantInput, MandateKey } from "./schema";

async function findThemes(tx: Tx, slugs: readonly string[] | undefined): Promise<string[] | null> {
  if (!slugs) return null;
  const wanted = [...new Set(slugs)];
  const found = await tx.theme.findMany({ where: { slug: { in: wanted } }, select: { id: true } });
  if (found.length !== wanted.length) throw new Refusal("CONFLICT", "noSuchTheme");
  return found.map(({ id }) => id);
}

type Given = { en?: string | undefined; fr?: string | undefined };
/** The column without a language takes the only text there is; the French column only a second one. */
const toTextColumns = ({ en, fr }: Given) => ({ text: en || fr || "", textFr: en && fr ? fr : null });

/** Records a mandate. The decision itself was the organization's; the mandate names who made it, and by what instrument. */
export async function grantMandate(viewer: Viewer, input: GrantInput) {
  return transact(async (tx) => {
    const organization = await findOwnOrganization(tx, viewer, input.slug);
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
    await lockRights(tx, viewer);
    const grantContext = await readGrantContext(tx, organization.id);
    if (grantsAs(viewer, grantContext) === null) throw new Refusal("FORBIDDEN", "notASignatory");
    const themeIds = await findThemes(tx, input.themes);
    const powers = [...new Set(input.powers)];
    const self = input.person === viewer.personId;
    if (!mayGrant(viewer, grantContext, { personId: input.person, scope: { powers, themeIds } }))
      throw new Refusal("FORBIDDEN", self ? "notToOneself" : "beyondOwnMandate");
    if (organization.status !== "member") throw new Refusal("CONFLICT", "notAMember");
    const representation = { personId: input.person, organizationId: organization.id };
    if ((await tx.representation.count({ where: { ...representation, endedAt: null } })) === 0)
      throw new Refusal("CONFLICT", "notOfTheOrganization");
    const { now, today } = await readToday(tx);
    const obstacle = datesObstacle({ today, ...input });
    if (obstacle) throw new Refusal("CONFLICT", obstacle);

    const [by, instrument] = [toTextColumns(input.authorizedBy), toTextColumns(input.instrument)];
    const made = await tx.mandate.create({
      data: {
        ...representation,
        powers,
        allThemes: themeIds === null,
        themes: { create: (themeIds ?? []).map((themeId) => ({ themeId })) },
        authorizedBy: by.text,
        authorizedByFr: by.textFr,
        instrument: instrument.text,
        instrumentFr: instrument.textFr,
        instrumentDate: new Date(input.instrumentDate),
        validFrom: now,
        expiresAt: await readEndOfDay(tx, input.expiresOn),
        grantedById: viewer.personId,
        selfAuthorized: self,
      },
      select: mandateSelect,
    });
    await tx.mandateRequest.deleteMany({ where: representation });
    const facts = { mandate: made.id, person: input.person, powers: powers.join(" "), selfAuthorized: self };
    await record(tx, "mandate.granted", viewer, `organization/${organization.id}`, facts);
    return toGrantedMandate(made, viewer, now);
  });
}

/** Ends a mandate from now on. What was done under it stays done, and keeps saying so. Twice is the same as once. */
export async function revokeMandate(viewer: Viewer, { slug, id }: MandateKey) {
  return transact(async (tx) => {
    const { id: organizationId } = await findOwnOrganization(tx, viewer, slug);
    const found = await tx.mandate.findFirst({
      where: { AND: [mandatesReadableBy(viewer), { organizationId, id }] },
      select: mandateSelect,
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchMandate");
    if (!mayRevokeMandate(viewer, { ...found, scope: scopeOf(found) })) throw new Refusal("FORBIDDEN", "notASignatory");
    await lockRights(tx, viewer);
    const { now } = await readToday(tx);
    const ended = await tx.mandate.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (ended.count > 0)
      await record(tx, "mandate.revoked", viewer, `organization/${organizationId}`, {
        mandate: id,
        person: found.personId,
      });
    return toGrantedMandate(await tx.mandate.findUniqueOrThrow({ where: { id }, select: mandateSelect }), viewer, now);
  });
}
