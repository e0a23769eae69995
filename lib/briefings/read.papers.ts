import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import { type FileType, mediaTypes } from "@/lib/platform/files/file-type";
import { storedFileSelect } from "@/lib/platform/files/stored";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { mayHandIn, mayWithdrawPaper } from "./policy.papers";
import { itemNameSelect, pointNames, titleOf } from "./read.items";
import { languageOf, paperObstacle } from "./rules.papers";
import type { Paper, PaperItem, PaperKey, PaperList, PapersInput } from "./schema.papers";

export const paperSelect = {
  id: true,
  itemId: true,
  titleEn: true,
  titleFr: true,
  languages: true,
  organizationId: true,
  organization: { select: organizationNameSelect },
  createdAt: true,
  withdrawnAt: true,
  file: { select: { name: true, mediaType: true, bytes: true } },
} satisfies Prisma.BriefingPaperSelect;
type Row = Prisma.BriefingPaperGetPayload<{ select: typeof paperSelect }>;

const typeOf = (mediaType: string): FileType =>
  (Object.keys(mediaTypes) as FileType[]).find((it) => mediaTypes[it] === mediaType) ?? "txt";

export const toPaper = (
  row: Row,
  { viewer, hostId, agenda }: { viewer: Viewer; hostId: string; agenda: readonly PaperItem[] },
): Paper => ({
  id: row.id,
  item: agenda.find(({ id }) => id === row.itemId) ?? null,
  title: { en: row.titleEn, fr: row.titleFr },
  language: languageOf(row.languages),
  organization: toOrganizationName(row.organization),
  addedAt: row.createdAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  file: row.withdrawnAt ? null : { name: row.file.name, type: typeOf(row.file.mediaType), bytes: row.file.bytes },
  viewer: { mayWithdraw: row.withdrawnAt === null && mayWithdrawPaper(viewer, { hostId }, row) },
});

export const meetingSelect = {
  id: true,
  hostId: true,
  state: true,
  invitees: { select: { organizationId: true, removedAt: true } },
} satisfies Prisma.BriefingSelect;

const inOrder = keyset<Prisma.BriefingPaperWhereInput, Prisma.BriefingPaperOrderByWithRelationInput>(
  "papers",
  asc("createdAt"),
  asc("id"),
);

/** The papers of a meeting, in the order in which they came; those that were withdrawn by their titles alone. */
export async function listPapers(viewer: Viewer, { id: slug, ...page }: PapersInput): Promise<PaperList> {
  const meeting = await db.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: {
      ...{ ...meetingSelect, slug: true, titleEn: true, titleFr: true },
      items: { where: { number: { not: null } }, orderBy: { number: "asc" }, select: itemNameSelect },
    },
  });
  if (!meeting) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const drafting = draftingOrganizationsOf(viewer);
  const where = { briefingId: meeting.id };
  const ids = meeting.items.map(({ talkingPointId }) => talkingPointId);
  const [rows, total, papers, points, names] = await Promise.all([
    db.briefingPaper.findMany({ ...inOrder.page(where, page), select: paperSelect }),
    db.briefingPaper.count({ where }),
    db.briefingPaper.count({ where: { ...where, withdrawnAt: null } }),
    db.talkingPoint.findMany(pointNames(viewer, ids)),
    db.organization.findMany({
      where: { id: { in: drafting.filter((it) => mayHandIn(viewer, meeting, it)).map((it) => it.organizationId) } },
      orderBy: { slug: "asc" },
      select: organizationNameSelect,
    }),
  ]);
  const agenda = meeting.items.map((it) => ({ id: it.id, number: it.number ?? 0, title: titleOf(it, points) }));
  const context = { viewer, hostId: meeting.hostId, agenda };
  return {
    ...inOrder.toPage(rows, page, total, (row) => toPaper(row, context)),
    meeting: { slug: meeting.slug, title: { en: meeting.titleEn, fr: meeting.titleFr } },
    agenda,
    viewer: { organizations: names.map(toOrganizationName), obstacle: paperObstacle({ ...meeting, papers }) },
  };
}

/** The file of a paper, for whoever reads of the meeting; one that was withdrawn is gone. */
export async function findPaperFile(viewer: Viewer, { id: slug, paper }: PaperKey) {
  const found = await db.briefingPaper.findFirst({
    where: { id: paper, withdrawnAt: null, briefing: { AND: [readableBy(viewer), { slug }] } },
    select: { file: { select: storedFileSelect } },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPaper");
  return found.file;
}
