import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { toDay } from "@/lib/platform/time/day";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import type { Office, OfficesInput } from "./schema";

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
} satisfies Prisma.OfficeSelect;

type Row = Prisma.OfficeGetPayload<{ select: typeof officeSelect }>;

const toOffice = (row: Row): Office => ({
  slug: row.slug,
  title: { en: row.titleEn, fr: row.titleFr },
  institution: row.institution,
  institutionName: { en: row.institutionEn, fr: row.institutionFr },
  function: { en: row.functionEn, fr: row.functionFr },
  checked: row.checkedBy && row.checkedOn && { by: toOrganizationName(row.checkedBy), on: toDay(row.checkedOn) },
});

const byInstitution = sliceOrder<Row>("offices", ({ institution, slug }) => [institution, slug]);

/** The offices that the network speaks to, by institution. There are few: they are read whole. */
export async function listOffices(viewer: Viewer, { q, ...page }: OfficesInput) {
  const rows = await db.office.findMany({ where: readableBy(viewer), select: officeSelect });
  const found = rows.filter((it) =>
    matchesAllWords(q, [it.titleEn, it.titleFr, it.institutionEn, it.institutionFr, it.functionEn, it.functionFr]),
  );
  const { items, ...more } = byInstitution.toSlice(found, page);
  return { items: items.map(toOffice), ...more };
}
