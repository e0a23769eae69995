import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import { Refusal } from "@/lib/platform/http/refusal";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { mayEndRepresentation, mayInvite, peopleReadableBy } from "./policy.people";
import { hasSignatory } from "./read.own-organization";
import { organizationNameSelect, toOrganizationName } from "./read.select";
import { powers } from "./schema";
import type { ActingPerson, DirectoryInput, OrganizationPeople, PeopleInput } from "./schema.people";

const representationSelect = (now: Date) =>
  ({
    personId: true,
    organizationId: true,
    since: true,
    shownTo: true,
    organization: { select: { ...organizationNameSelect, status: true } },
    person: {
      select: { name: true, mandates: { where: inForce(now), select: { organizationId: true, powers: true } } },
    },
  }) satisfies Prisma.RepresentationSelect;
type Row = Prisma.RepresentationGetPayload<{ select: ReturnType<typeof representationSelect> }>;

/** What somebody may do for this organization; what they hold elsewhere is not told here. */
function powersOf({ person, organizationId, organization }: Row) {
  const ownPowers = person.mandates.filter((it) => it.organizationId === organizationId).flatMap((it) => it.powers);
  return organization.status === "member" ? powers.filter((power) => ownPowers.includes(power)) : [];
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

const inOrder = [
  { organization: { slug: "asc" } },
  { person: { name: { sort: "asc", nulls: "last" } } },
  { personId: "asc" },
] satisfies Prisma.RepresentationOrderByWithRelationInput[];

/** Who acts for whom in the network, as each of them chose to be known. */
export async function listDirectory(viewer: Viewer, { limit, cursor, q }: DirectoryInput) {
  const among = peopleReadableBy(viewer);
  const where = q ? { AND: [among, { OR: await findNamed(among, q) }] } : among;
  return listRepresentations(viewer, where, limit, cursor);
}

async function listRepresentations(
  viewer: Viewer,
  where: Prisma.RepresentationWhereInput,
  limit: number,
  cursor: string | undefined,
) {
  const offset = decodeCursor(cursor);
  const now = await readClock(db);
  const [rows, total] = await Promise.all([
    db.representation.findMany({
      where,
      orderBy: inOrder,
      skip: offset,
      take: limit,
      select: representationSelect(now),
    }),
    db.representation.count({ where }),
  ]);
  return toPage(
    rows.map((row) => toActing(row, viewer)),
    offset,
    limit,
    total,
  );
}

/** Looked through here, since the database minds accents; only what the viewer may see is read. */
async function findNamed(among: Prisma.RepresentationWhereInput, q: string) {
  const rows = await db.representation.findMany({
    where: among,
    select: {
      personId: true,
      organizationId: true,
      person: { select: { name: true } },
      organization: { select: organizationNameSelect },
    },
  });
  const searchableTexts = ({ person, organization: it }: (typeof rows)[number]) => [
    ...(person.name ? [person.name] : []),
    it.code,
    it.nameEn,
    it.nameFr,
    it.shortEn,
    it.shortFr,
  ];
  return rows
    .filter((row) => matchesAllWords(q, searchableTexts(row)))
    .map(({ personId, organizationId }) => ({ personId, organizationId }));
}

/** Who acts for one organization: all of them to its own people, to others those who chose to be known. */
export async function listPeople(viewer: Viewer, { slug, limit, cursor }: PeopleInput): Promise<OrganizationPeople> {
  const found = await db.organization.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const where = { AND: [peopleReadableBy(viewer), { organizationId: found.id }] };
  const now = await readClock(db);
  const [list, signed] = await Promise.all([
    listRepresentations(viewer, where, limit, cursor),
    hasSignatory(db, found.id, now),
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
