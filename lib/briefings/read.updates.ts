import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { addressedBy, organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, readableBy } from "./policy";
import { briefingNameSelect, toBriefingName } from "./read.agenda";
import { filingObstacle } from "./rules.updates";
import type {
  BriefingFilings,
  Filing,
  FilingKey,
  FilingsInput,
  OrganizationFilingsInput,
  OwnFiling,
} from "./schema.updates";

const filingSelect = {
  organizationId: true,
  briefingId: true,
  version: true,
  filedAt: true,
  briefing: { select: briefingNameSelect },
  organization: { select: organizationNameSelect },
  lines: {
    orderBy: { number: "asc" },
    select: {
      whatEn: true,
      whatFr: true,
      whenEn: true,
      whenFr: true,
      contact: true,
      helpEn: true,
      helpFr: true,
      theme: { select: { slug: true, titleEn: true, titleFr: true } },
    },
  },
} satisfies Prisma.UpdateFilingSelect;

type Row = Prisma.UpdateFilingGetPayload<{ select: typeof filingSelect }>;

const toLines = ({ lines }: Pick<Row, "lines">): Filing["lines"] =>
  lines.map((it) => ({
    what: { en: it.whatEn, fr: it.whatFr },
    theme: it.theme && { slug: it.theme.slug, title: { en: it.theme.titleEn, fr: it.theme.titleFr } },
    when: { en: it.whenEn, fr: it.whenFr },
    contact: it.contact,
    help: { en: it.helpEn, fr: it.helpFr },
  }));

const toFiling = (row: Row): Filing => ({
  briefing: toBriefingName(row.briefing),
  organization: toOrganizationName(row.organization),
  filedAt: row.filedAt.toISOString(),
  lines: toLines(row),
});

type Where = Prisma.UpdateFilingWhereInput;
type OrderBy = Prisma.UpdateFilingOrderByWithRelationInput;
const asFiled = keyset<Where, OrderBy>("updates of a briefing", asc("filedAt"), asc("organizationId"));
const newestFirst = keyset<Where, OrderBy>("updates of an organization", desc("filedAt"), asc("briefingId"));

/** What the network reads. A filing whose lines were all taken back says nothing. */
const filedFor = (viewer: Viewer, briefing: Prisma.BriefingWhereInput): Where => ({
  briefing: { AND: [readableBy(viewer), briefing] },
  lines: { some: {} },
});

/** What organizations filed before a meeting, in the order in which they did. */
export async function listUpdates(viewer: Viewer, { id: slug, ...page }: FilingsInput): Promise<BriefingFilings> {
  const where = filedFor(viewer, { slug });
  const [briefing, rows, total, now] = await Promise.all([
    db.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: {
        ...briefingNameSelect,
        state: true,
        endsAt: true,
        invitees: {
          where: {
            removedAt: null,
            organizationId: { in: draftingOrganizationsOf(viewer).map((it) => it.organizationId) },
          },
          orderBy: { organization: { slug: "asc" } },
          select: { organization: { select: organizationNameSelect } },
        },
      },
    }),
    db.updateFiling.findMany({ ...asFiled.page(where, page), select: filingSelect }),
    db.updateFiling.count({ where }),
    readClock(db),
  ]);
  if (!briefing) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const open = filingObstacle(briefing, now) === null;
  const own = briefing.invitees.flatMap(({ organization }) => (organization ? [toOrganizationName(organization)] : []));
  return {
    ...asFiled.toPage(rows, page, total, toFiling),
    briefing: toBriefingName(briefing),
    viewer: { filesFor: open ? own : [] },
  };
}

/** What an organization filed over time, newest first. */
export async function listUpdatesOf(viewer: Viewer, { slug, ...page }: OrganizationFilingsInput) {
  const organization = await db.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), addressedBy(slug)] },
    select: { id: true },
  });
  if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const where = { ...filedFor(viewer, {}), organizationId: organization.id };
  const [rows, total] = await Promise.all([
    db.updateFiling.findMany({ ...newestFirst.page(where, page), select: filingSelect }),
    db.updateFiling.count({ where }),
  ]);
  return newestFirst.toPage(rows, page, total, toFiling);
}

/** One organization's update for one meeting, filed or still to be. */
export async function readUpdate(viewer: Viewer, { id: slug, organization }: FilingKey): Promise<OwnFiling> {
  const [briefing, now] = await Promise.all([
    db.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: {
        ...briefingNameSelect,
        state: true,
        endsAt: true,
        invitees: {
          where: { removedAt: null, organization: { slug: organization } },
          select: { organizationId: true, organization: { select: organizationNameSelect } },
        },
        filings: { where: { organization: { slug: organization } }, select: filingSelect },
      },
    }),
    readClock(db),
  ]);
  if (!briefing) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const [filed] = briefing.filings;
  const [invitee] = briefing.invitees;
  const name = filed?.organization ?? invitee?.organization;
  if (!name) throw new Refusal("NOT_FOUND", "noSuchUpdate");
  const mayFile = Boolean(
    invitee?.organizationId && mayAnswerFor(viewer, invitee.organizationId) && filingObstacle(briefing, now) === null,
  );
  return {
    briefing: toBriefingName(briefing),
    organization: toOrganizationName(name),
    version: filed?.version ?? 0,
    filedAt: filed && filed.lines.length > 0 ? filed.filedAt.toISOString() : null,
    lines: filed ? toLines(filed) : [],
    viewer: { mayFile },
  };
}
