import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { isSignatoryOf, mayListPublicly, readableBy } from "./policy";
import { addressedBy } from "./read.select";
import { findSignatoryIds } from "./read.signatories";
import { storePreviousVersion } from "./record.sign-off-rule";
import { signaturesNeeded } from "./rules";
import type { SignOffKind } from "./schema";
import type { ChangeProfileInput } from "./schema.profile";

type Locked = { id: string; version: number; listing: "network" | "public" };

/** Changes an organization's profile and sign-off rule, by its own signatory, on the version that they read. */
export async function changeOrganization(viewer: Viewer, { slug, ...input }: ChangeProfileInput, seen: number) {
  await transact(async (tx) => {
    const readable = await tx.organization.findFirst({
      where: { AND: [readableBy(viewer), addressedBy(slug)] },
      select: { id: true },
    });
    if (!readable) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const [row] = await tx.$queryRaw<Locked[]>`
      SELECT "id", "version", "listing"::text FROM "Organization" WHERE "id" = ${readable.id}::uuid FOR UPDATE`;
    if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    await lockRights(tx, viewer);
    if (!isSignatoryOf(viewer, row.id)) throw new Refusal("FORBIDDEN", "notASignatory");
    if (input.listing === "public" && row.listing !== "public" && !mayListPublicly(viewer, row.id))
      throw new Refusal("FORBIDDEN", "listingNeedsMandate");
    if (row.version !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version: row.version });
    const data = toColumns(input);
    const changed = Object.keys(data);
    if (changed.length === 0) return;
    if (input.signOffKind) await refuseRuleOfOne(tx, viewer, row.id, input.signOffKind);
    await storePreviousVersion(tx, viewer, row);
    await tx.organization.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } });
    if (input.listing === "network" && row.listing === "public") await markDelisted(tx, row.id);
    const facts = { version: row.version + 1, changed: changed.sort().join(" ") };
    await record(tx, "organization.changed", viewer, `organization/${row.id}`, facts);
  });
}

/**
 * Whoever was listed to the public takes everything back from it: every theme is marked for the public at once, for all days.
 * Marked only where it said something, the other themes would tell where it had kept nothing back.
 */
async function markDelisted(tx: Tx, organizationId: string) {
  await tx.$executeRaw`
    INSERT INTO "ConcealedTheme" ("themeId", "organizationId", "audience", "since")
    SELECT "id", ${organizationId}::uuid, 'public', to_timestamp(0) FROM "Theme"
    ON CONFLICT ("themeId", "organizationId", "audience", "since") DO UPDATE SET "until" = NULL`;
}

/** Where two sign, one of them cannot end that: it is proposed, and another confirms it. Nor can one begin it alone. */
async function refuseRuleOfOne(tx: Tx, viewer: Viewer, organizationId: string, to: SignOffKind) {
  const [now, needed] = [signaturesNeeded(signOffKindFor(viewer, organizationId)), signaturesNeeded(to)];
  if (needed < now) throw new Refusal("CONFLICT", "ruleChangesByTwo");
  if (needed === now) return;
  const signatories = await findSignatoryIds(tx, organizationId, await readClock(tx));
  if (signatories.length < needed) throw new Refusal("CONFLICT", "jointNeedsTwo");
}

type BilingualInput = { en: string; fr: string };

const bilingualColumns = <Name extends string>(name: Name, pair: BilingualInput | undefined) =>
  (pair ? { [`${name}En`]: pair.en, [`${name}Fr`]: pair.fr } : {}) as { [K in `${Name}En` | `${Name}Fr`]?: string };

function toColumns({
  name,
  short,
  mandate,
  signOffRule,
  signOffAlternate,
  ...plain
}: Omit<ChangeProfileInput, "slug">) {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...bilingualColumns("name", name),
    ...bilingualColumns("short", short),
    ...bilingualColumns("mandate", mandate),
    ...bilingualColumns("signOffRule", signOffRule),
    ...bilingualColumns("signOffAlternate", signOffAlternate),
  } satisfies Prisma.OrganizationUncheckedUpdateInput;
}
