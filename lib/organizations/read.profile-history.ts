import "server-only";
import { db } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { mayReadMembership, mayReadProfileHistory, readableBy } from "./policy";
import { addressedBy } from "./read.select";
import type { ProfileHistoryInput, ProfileVersion } from "./schema.profile-history";

/** Everything that an organization says of itself, and may say otherwise. */
export const profileSelect = {
  nameEn: true,
  nameFr: true,
  shortEn: true,
  shortFr: true,
  type: true,
  province: true,
  workingLanguage: true,
  mandateEn: true,
  mandateFr: true,
  website: true,
  listing: true,
  signOffRuleEn: true,
  signOffRuleFr: true,
  signOffKind: true,
  signOffTypicalDays: true,
  signOffAlternateEn: true,
  signOffAlternateFr: true,
} satisfies Prisma.OrganizationSelect & Prisma.OrganizationTextSelect;

type Row = Prisma.OrganizationTextGetPayload<object>;

const latestFirst = (slug: string) =>
  keyset<Prisma.OrganizationTextWhereInput, Prisma.OrganizationTextOrderByWithRelationInput>(
    `texts of ${slug}`,
    desc("version"),
  );

/** What an organization said of itself before, the latest first. */
export async function listProfileHistory(viewer: Viewer, { slug, ...page }: ProfileHistoryInput) {
  const organization = await db.organization.findFirst({
    where: { AND: [readableBy(viewer), addressedBy(slug)] },
    select: { id: true },
  });
  if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  if (!mayReadProfileHistory(viewer, organization.id)) throw new Refusal("FORBIDDEN", "earlierTextsAreTheNetworks");
  const where = { organizationId: organization.id };
  const order = latestFirst(slug);
  // One more than the page: the words before say since when the last ones stood.
  const [rows, total] = await Promise.all([
    db.organizationText.findMany(order.page(where, page)),
    db.organizationText.count({ where }),
  ]);
  const { rows: shown, nextCursor } = order.cut(rows, page);
  const names = mayReadMembership(viewer, organization.id) ? await findNames(shown) : new Map<string, string | null>();
  const items = shown.map((row, at) => toProfileVersion(row, rows[at + 1]?.until ?? null, names));
  return { items, nextCursor, total };
}

async function findNames(rows: readonly Row[]) {
  const ids = rows.flatMap((row) => row.changedById ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const toProfileVersion = (row: Row, since: Date | null, names: Map<string, string | null>): ProfileVersion => ({
  version: row.version,
  since: since?.toISOString() ?? null,
  until: row.until.toISOString(),
  changedBy: row.changedById ? (names.get(row.changedById) ?? null) : null,
  name: { en: row.nameEn, fr: row.nameFr },
  short: { en: row.shortEn, fr: row.shortFr },
  type: row.type,
  province: row.province,
  workingLanguage: row.workingLanguage,
  mandate: { en: row.mandateEn, fr: row.mandateFr },
  website: row.website,
  listing: row.listing,
  signOffRule: { en: row.signOffRuleEn, fr: row.signOffRuleFr },
  signOffKind: row.signOffKind,
  signOffTypicalDays: row.signOffTypicalDays,
  signOffAlternate: { en: row.signOffAlternateEn ?? "", fr: row.signOffAlternateFr ?? "" },
});
