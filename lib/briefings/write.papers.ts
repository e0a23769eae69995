import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { FileType } from "@/lib/platform/files/file-type";
import { dropContent, storeFile } from "@/lib/platform/files/stored";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { readUpload } from "@/lib/uploads/read-upload";
import { UploadFault } from "@/lib/uploads/reading-thread";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { readableBy } from "./policy";
import { mayHandIn, mayWithdrawPaper } from "./policy.papers";
import { meetingSelect } from "./read.papers";
import { maxPapers, paperObstacle, paperRefusal, toLanguages } from "./rules.papers";
import type { NewPaper, PaperKey } from "./schema.papers";

/** The meeting as somebody hands in a paper for it, and the organization for which they do. */
async function findHanding(tx: Tx, viewer: Viewer, { params, body }: NewPaper) {
  const meeting = await tx.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug: params.id }] },
    select: { ...meetingSelect, _count: { select: { papers: { where: { withdrawnAt: null } } } } },
  });
  if (!meeting) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const handing = draftingOrganizationsOf(viewer).find((it) => it.slug === body.onBehalfOf);
  if (!handing || !mayHandIn(viewer, meeting, handing)) throw new Refusal("FORBIDDEN", "notInvitedToMeeting");
  const obstacle = paperObstacle({ state: meeting.state, papers: meeting._count.papers });
  if (obstacle) throw new Refusal("CONFLICT", obstacle, { most: maxPapers });
  if (body.item) await requireItem(tx, meeting.id, body.item);
  return { meeting, organizationId: handing.organizationId };
}

async function requireItem(tx: Tx, briefingId: string, id: string) {
  const found = await tx.agendaItem.findFirst({
    where: { id, briefingId, number: { not: null } },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchItem");
}

/** What the file is, told by its content in the thread that reads what came from outside. */
async function checkFile(bytes: Uint8Array, organizationId: string): Promise<FileType> {
  try {
    return await readUpload({ kind: "paper", by: `organization/${organizationId}`, bytes });
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    throw new Refusal("CONFLICT", paperRefusal(error.reason), error.facts);
  }
}

/** Takes in a paper for a meeting or for one of its items. Rights and state are asked before its file is looked at, and again after. */
export async function addPaper(viewer: Viewer, input: NewPaper): Promise<string> {
  const { file, titleEn, titleFr, language, item } = input.body;
  const { organizationId } = await transact((tx) => findHanding(tx, viewer, input));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await checkFile(bytes, organizationId);
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "slug" = ${input.params.id} FOR UPDATE`;
    const { meeting } = await findHanding(tx, viewer, input);
    await lockRights(tx, viewer);
    const fileId = await storeFile(tx, { name: file.name, type, bytes });
    const { id } = await tx.briefingPaper.create({
      data: {
        ...{ briefingId: meeting.id, itemId: item ?? null, fileId, organizationId, createdAt: await readClock(tx) },
        ...{ titleEn: titleEn || null, titleFr: titleFr || null, languages: toLanguages(language) },
      },
      select: { id: true },
    });
    const facts = { paper: id, organization: organizationId, bytes: bytes.byteLength };
    await record(tx, "briefing.paperAdded", viewer, `briefing/${meeting.id}`, facts);
    return id;
  });
}

/** Takes a paper back: its file goes, and that it was there stays. Twice is the same as once. */
export async function withdrawPaper(viewer: Viewer, { id: slug, paper }: PaperKey) {
  await transact(async (tx) => {
    const meeting = await tx.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: { id: true, hostId: true },
    });
    if (!meeting) throw new Refusal("NOT_FOUND", "noSuchBriefing");
    await tx.$queryRaw`SELECT 1 FROM "BriefingPaper" WHERE "id" = ${paper}::uuid FOR UPDATE`;
    const found = await tx.briefingPaper.findFirst({ where: { id: paper, briefingId: meeting.id } });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchPaper");
    if (!mayWithdrawPaper(viewer, meeting, found)) throw new Refusal("FORBIDDEN", "paperOfOthers");
    await lockRights(tx, viewer);
    if (found.withdrawnAt) return;
    await tx.briefingPaper.update({ where: { id: paper }, data: { withdrawnAt: await readClock(tx) } });
    await dropContent(tx, found.fileId);
    await record(tx, "briefing.paperWithdrawn", viewer, `briefing/${meeting.id}`, { paper });
  });
}
