import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Viewer } from "@/lib/viewer/schema";
import { mayNameAttendees, mayReadLogistics, readableBy } from "./policy";
import type { Attendance, AttendanceList, AttendanceListInput } from "./schema.attendance";

export const attendanceSelect = {
  ...{ answer: true, version: true, sequence: true },
  people: { orderBy: { number: "asc" }, select: { name: true } },
} satisfies Prisma.BriefingAttendanceSelect;
type Timed = { sequence: number };
type Row = Prisma.BriefingAttendanceGetPayload<{ select: typeof attendanceSelect }>;

export const toAttendance = ({ answer, version, people, ...said }: Row, { sequence }: Timed): Attendance => ({
  ...{ answer, version, earlierTime: said.sequence !== sequence },
  people: people.map(({ name }) => name),
});

const inName = (language: Locale) =>
  keyset<Prisma.BriefingInviteeWhereInput, Prisma.BriefingInviteeOrderByWithRelationInput>(
    `briefing-attendance-${language}`,
    asc(`organization.${nameColumn[language]}`),
    asc("id"),
  );
const orders = { en: inName("en"), fr: inName("fr") };

/** What was said of an earlier time is kept for whoever said it, and counts as silent. */
async function countAnswers(where: Prisma.BriefingInviteeWhereInput, { sequence }: Timed, total: number) {
  const [answers, people] = await Promise.all([
    db.briefingAttendance.groupBy({ by: ["answer"], where: { sequence, invitee: where }, _count: true }),
    db.briefingAttendee.count({ where: { attendance: { sequence, invitee: where, answer: "coming" } } }),
  ]);
  const of = (answer: Attendance["answer"]) => answers.find((it) => it.answer === answer)?._count ?? 0;
  const counts = { coming: of("coming"), not_coming: of("not_coming"), undecided: of("undecided") };
  return { ...counts, silent: total - counts.coming - counts.not_coming - counts.undecided, people };
}

/** Who comes, for the host alone; by name in the reader's language. */
export async function listAttendance(
  viewer: Viewer,
  { id: slug, ...page }: AttendanceListInput,
  language: Locale,
): Promise<AttendanceList> {
  const briefing = await db.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: { id: true, hostId: true, sequence: true, titleEn: true, titleFr: true },
  });
  if (!briefing) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  if (!mayReadLogistics(viewer, briefing)) throw new Refusal("FORBIDDEN", "notTheHost");
  const where = { briefingId: briefing.id, removedAt: null, organizationId: { not: null } };
  const order = orders[language];
  const select = {
    id: true,
    organization: { select: { ...organizationNameSelect, [nameColumn[language]]: true } },
    attendance: { select: attendanceSelect },
  } as const;
  const [rows, total] = await Promise.all([
    db.briefingInvitee.findMany({ ...order.page(where, page), select }),
    db.briefingInvitee.count({ where }),
  ]);
  const list = order.toPage(rows, page, total, ({ organization, attendance }) => {
    if (!organization) throw new Error("an organization without a row");
    return { organization: toOrganizationName(organization), answer: attendance && toAttendance(attendance, briefing) };
  });
  const title = { en: briefing.titleEn ?? "", fr: briefing.titleFr ?? "" };
  return { ...list, title, counts: await countAnswers(where, briefing, total) };
}

/** What one organization said: for its own people, and for the host. */
export async function getAttendance(viewer: Viewer, slug: string, organization: string): Promise<Attendance> {
  const found = await findInvitee(viewer, slug, organization);
  if (!mayNameAttendees(viewer, found.organizationId ?? "") && !mayReadLogistics(viewer, found.briefing))
    throw new Refusal("FORBIDDEN", "notYourAnswer");
  if (!found.attendance) throw new Refusal("NOT_FOUND", "nothingAnswered");
  return toAttendance(found.attendance, found.briefing);
}

const inviteeSelect = {
  ...{ id: true, organizationId: true },
  briefing: { select: { id: true, hostId: true, state: true, endsAt: true, sequence: true } },
  attendance: { select: attendanceSelect },
} satisfies Prisma.BriefingInviteeSelect;

export async function findInvitee(
  viewer: Viewer,
  slug: string,
  organization: string,
  tx: Pick<typeof db, "briefingInvitee"> = db,
) {
  const found = await tx.briefingInvitee.findFirst({
    where: { briefing: { AND: [readableBy(viewer), { slug }] }, removedAt: null, organization: { slug: organization } },
    select: inviteeSelect,
  });
  if (!found) throw new Refusal("NOT_FOUND", "notInvited");
  return found;
}
