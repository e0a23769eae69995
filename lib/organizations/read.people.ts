import "server-only";
import { organizationNameSelect as shownName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, keyset, type Page } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { nameColumn, personColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { foldTerms, toPattern } from "@/lib/platform/text/fold";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { mayEndRepresentation, mayInvite, peopleReadableBy } from "./policy.people";
import { addressedBy, toOrganizationName } from "./read.select";
import { readSigning } from "./read.signatories";
import { powers } from "./schema";
import type { ActingPerson, DirectoryInput, OrganizationPeople, PeopleInput } from "./schema.people";

const representationSelect = (now: Date) =>
  ({
    personId: true,
    organizationId: true,
    since: true,
    shownTo: true,
    organization: { select: { ...shownName, status: true } },
    person: {
      select: {
        name: true,
        nameInFrench: true,
        mandates: { where: inForce(now), select: { organizationId: true, powers: true } },
      },
    },
  }) satisfies Prisma.RepresentationSelect;
type Row = Prisma.RepresentationGetPayload<{ select: ReturnType<typeof representationSelect> }>;

/** A person's powers for this organization; their mandates elsewhere are not shown here. */
function powersOf({ person, organizationId, organization }: Row) {
  const held = person.mandates.filter((it) => it.organizationId === organizationId).flatMap((it) => it.powers);
  return organization.status === "member" ? powers.filter((power) => held.includes(power)) : [];
}

function toActing(row: Row, viewer: Viewer): ActingPerson {
  const own = belongsTo(viewer, row.organizationId);
  const self = row.personId === viewer.personId;
  return {
    id: own ? row.personId : null,
    name: row.person.name,
    organization: toOrganizationName(row.organization),
    since: own ? row.since.toISOString() : null,
    powers: own ? powersOf(row) : null,
    shownTo: own ? row.shownTo : null,
    viewer: { self, mayRemove: own && !self && mayEndRepresentation(viewer, row) },
  };
}

const inOrder = (language: Locale, list: string) =>
  keyset<Prisma.RepresentationWhereInput, Prisma.RepresentationOrderByWithRelationInput>(
    list,
    asc(`organization.${nameColumn[language]}`),
    asc("organization.slug"),
    asc(`person.${personColumn[language]}`, { nullable: true }),
    asc("personId"),
  );

/** Where each word is in somebody's name, or in their organization's: a name that nobody has finds nobody. */
const named = (q: string | undefined): Prisma.RepresentationWhereInput[] =>
  foldTerms(q).map((word) => {
    const has = { folded: { contains: toPattern(word) } };
    return { OR: [{ person: has }, { organization: has }] };
  });

/** Who acts for whom in the network, as each of them chose to be known. */
export const listDirectory = (viewer: Viewer, { q, ...page }: DirectoryInput, language: Locale) =>
  listRepresentations(viewer, { AND: [peopleReadableBy(viewer), ...named(q)] }, page, inOrder(language, "directory"));

async function listRepresentations(
  viewer: Viewer,
  where: Prisma.RepresentationWhereInput,
  page: Page,
  order: ReturnType<typeof inOrder>,
) {
  const now = await readClock(db);
  const [rows, total] = await Promise.all([
    db.representation.findMany({ ...order.page(where, page), select: representationSelect(now) }),
    db.representation.count({ where }),
  ]);
  return order.toPage(rows, page, total, (row) => toActing(row, viewer));
}

/** Who acts for one organization: all of them to its own people, to others those who chose to be known. */
export async function listPeople(
  viewer: Viewer,
  { slug, ...page }: PeopleInput,
  language: Locale,
): Promise<OrganizationPeople> {
  const found = await db.organization.findFirst({
    where: { AND: [readableBy(viewer), addressedBy(slug)] },
    select: { id: true, status: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const where = { AND: [peopleReadableBy(viewer), { organizationId: found.id }] };
  const order = inOrder(language, `people of ${slug}`);
  const now = await readClock(db);
  const [list, signed] = await Promise.all([
    listRepresentations(viewer, where, page, order),
    readSigning(db, found, now),
  ]);
  return {
    ...list,
    viewer: {
      belongs: belongsTo(viewer, found.id),
      mayInvite: mayInvite(viewer, found.id, signed),
      commitNow: mayCommitNow(viewer, now),
    },
  };
}
