import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { dayIn } from "@/lib/platform/time/zone";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayClose, mayErase, mayWrite, readableBy, wroteTitle } from "./policy";
import type { Holder, Office, OfficeDetail, OfficesInput } from "./schema";

const officeSelect = {
  slug: true,
  institution: true,
  institutionEn: true,
  institutionFr: true,
  titleEn: true,
  titleFr: true,
  functionEn: true,
  functionFr: true,
  checkedBy: { select: organizationNameSelect },
  checkedOn: true,
  closedAt: true,
} satisfies Prisma.OfficeSelect;

type Row = Prisma.OfficeGetPayload<{ select: typeof officeSelect }>;

const toOffice = (row: Row): Office => ({
  slug: row.slug,
  title: { en: row.titleEn, fr: row.titleFr },
  institution: row.institution,
  institutionName: { en: row.institutionEn, fr: row.institutionFr },
  function: { en: row.functionEn, fr: row.functionFr },
  checked: row.checkedBy && row.checkedOn && { by: toOrganizationName(row.checkedBy), on: toDay(row.checkedOn) },
  closed: row.closedAt !== null,
});

const byInstitution = sliceOrder<Row>("offices", ({ institution, slug }) => [institution, slug]);

/** The offices that the network speaks to, by institution. There are few: they are read whole. */
export async function listOffices(viewer: Viewer, { q, ...page }: OfficesInput) {
  const rows = await db.office.findMany({ where: readableBy(viewer), select: officeSelect });
  const found = rows.filter((it) =>
    matchesAllWords(q, [it.titleEn, it.titleFr, it.institutionEn, it.institutionFr, it.functionEn, it.functionFr]),
  );
  const { items, ...more } = byInstitution.toSlice(found, page);
  return { items: items.map(toOffice), ...more, viewer: { mayWrite: mayWrite(viewer) } };
}

const detailSelect = {
  ...officeSelect,
  contactAddress: true,
  version: true,
  writtenByPersonId: true,
  // Whoever holds it now first, then whoever held it last.
  holders: {
    orderBy: [{ firstOn: "desc" }, { id: "asc" }],
    select: { id: true, name: true, firstOn: true, lastOn: true, erasedAt: true },
  },
} satisfies Prisma.OfficeSelect;

type HolderRow = Prisma.OfficeGetPayload<{ select: typeof detailSelect }>["holders"][number];

const toHolder = ({ id, name, firstOn, lastOn, erasedAt }: HolderRow): Holder => ({
  ...{ id, name, firstOn: toDay(firstOn), lastOn: lastOn && toDay(lastOn) },
  erased: erasedAt !== null,
});

/** One office, who holds it and who held it, and what this viewer may do about it. */
export async function getOffice(viewer: Viewer, slug: string): Promise<OfficeDetail> {
  const [{ now, timeZone }, row] = await Promise.all([
    readToday(db),
    db.office.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select: detailSelect }),
  ]);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchOffice");
  const open = row.closedAt === null;
  const own = wroteTitle(viewer, row);
  return {
    ...toOffice(row),
    contactAddress: row.contactAddress,
    closedOn: row.closedAt && dayIn(timeZone, row.closedAt),
    version: row.version,
    holders: row.holders.map(toHolder),
    viewer: {
      mayWrite: open && mayWrite(viewer),
      mayCheck: open && mayWrite(viewer) && !own,
      wroteTitle: own,
      mayClose: open && mayClose(viewer),
      mayErase: mayErase(viewer),
      commitNow: mayCommitNow(viewer, now),
    },
  };
}
