import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readEndOfDay, readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { grantsAs, mayGrant } from "./policy";
import { toGrantedMandate } from "./read";
import { readGrantContext } from "./read.grant-context";
import { createMandate } from "./record.mandate";
import { datesObstacle, takesTwo } from "./rules";
import type { GrantInput } from "./schema";

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

export function toAuthorityColumns(input: Pick<GrantInput, "authorizedBy" | "instrument" | "instrumentDate">) {
  const [by, instrument] = [toTextColumns(input.authorizedBy), toTextColumns(input.instrument)];
  return {
    authorizedBy: by.text,
    authorizedByFr: by.textFr,
    instrument: instrument.text,
    instrumentFr: instrument.textFr,
    instrumentDate: new Date(input.instrumentDate),
  };
}

/** The organization, locked, and what the mandate would be, where this person may give it; otherwise why not. */
export async function prepareGrant(tx: Tx, viewer: Viewer, input: GrantInput) {
  const organization = await findOwnOrganization(tx, viewer, input.slug);
  await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
  await lockRights(tx, viewer);
  const grantContext = await readGrantContext(tx, organization.id);
  const by = grantsAs(viewer, grantContext);
  if (by === null) throw new Refusal("FORBIDDEN", "notASignatory");
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
  const twoSign = by === "own" && takesTwo(signOffKindFor(viewer, organization.id), powers);
  const expiresAt = await readEndOfDay(tx, input.expiresOn);
  return { organization, representation, powers, themeIds, self, now, twoSign, expiresAt };
}

/** Records a mandate. The decision itself was the organization's; the mandate names who made it, and by what instrument. */
export async function grantMandate(viewer: Viewer, input: GrantInput) {
  return transact(async (tx) => {
    const { representation, powers, themeIds, self, now, twoSign, expiresAt } = await prepareGrant(tx, viewer, input);
    if (twoSign) throw new Refusal("CONFLICT", "mandatesByTwo");
    const made = await createMandate(tx, viewer, {
      ...{ ...representation, powers, themeIds, ...toAuthorityColumns(input), expiresAt },
      ...{ validFrom: now, grantedById: viewer.personId, selfAuthorized: self },
    });
    return toGrantedMandate(made, viewer, now);
  });
}
