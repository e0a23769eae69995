import "server-only";
import { record } from "@/lib/activity/record";
import { readClock } from "@/lib/platform/clock";
import { type Tx, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { holdRights } from "@/lib/platform/session/hold-rights";
import type { Viewer } from "@/lib/platform/viewer";
import { isSignatoryOf, mayListPublicly, readableBy } from "./policy";
import { texts } from "./read.texts";
import type { ChangeInput } from "./schema.admission";
import { withhold } from "./write.admission";

type Locked = { id: string; version: number; listing: "network" | "public" };

/** Changes what an organization says of itself and of how it decides. By its own signatory, on the version they saw. */
export async function changeOrganization(viewer: Viewer, { slug, ...input }: ChangeInput, seen: number) {
  await transact(async (tx) => {
    const readable = await tx.organization.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: { id: true },
    });
    if (!readable) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const [row] = await tx.$queryRaw<Locked[]>`
      SELECT "id", "version", "listing"::text FROM "Organization" WHERE "id" = ${readable.id}::uuid FOR UPDATE`;
    if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    await holdRights(tx, viewer);
    if (!isSignatoryOf(viewer, row.id)) throw new Refusal("FORBIDDEN", "notASignatory");
    if (input.listing === "public" && row.listing !== "public" && !mayListPublicly(viewer, row.id))
      throw new Refusal("FORBIDDEN", "listingNeedsMandate");
    if (row.version !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version: row.version });
    const data = toData(input);
    const changed = Object.keys(data);
    if (changed.length === 0) return;
    await keepEarlier(tx, viewer, row);
    await tx.organization.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } });
    // Fewer may read its stances now: what they no longer see is said to be there, at once.
    if (input.listing === "network" && row.listing === "public") await withhold(tx, row.id);
    const facts = { version: row.version + 1, changed: changed.sort().join(" ") };
    await record(tx, "organization.changed", viewer, `organization/${row.id}`, facts);
  });
}

/** The words that stood until now stay readable: nothing that an organization said of itself is edited away. */
async function keepEarlier(tx: Tx, viewer: Viewer, { id, version }: Locked) {
  const before = await tx.organization.findUniqueOrThrow({ where: { id }, select: texts });
  await tx.organizationText.create({
    data: {
      ...{ ...before, organizationId: id, version, until: await readClock(tx) },
      changedById: viewer.personId,
      byToken: viewer.token !== null,
    },
  });
}

type Pair = { en: string; fr: string };

const columns = <Name extends string>(name: Name, pair: Pair | undefined) =>
  (pair ? { [`${name}En`]: pair.en, [`${name}Fr`]: pair.fr } : {}) as { [K in `${Name}En` | `${Name}Fr`]?: string };

function toData({ name, short, mandate, signOffRule, signOffAlternate, ...plain }: Omit<ChangeInput, "slug">) {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...columns("name", name),
    ...columns("short", short),
    ...columns("mandate", mandate),
    ...columns("signOffRule", signOffRule),
    ...columns("signOffAlternate", signOffAlternate),
  } satisfies Prisma.OrganizationUncheckedUpdateInput;
}
