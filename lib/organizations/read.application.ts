import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { organizationNameSelect, toOrganizationName } from "./read.select";
import type { Application, ApplicationsInput } from "./schema.application";

/** What a mailed link is about, without using it up. Whoever holds it has the mail. */
export async function getPendingApplication(token: string) {
  const rows = await db.$queryRaw<{ nameEn: string; nameFr: string; contactName: string; contactEmail: string }[]>`
    SELECT "nameEn", "nameFr", "contactName", "contactEmail" FROM "Application"
    WHERE "tokenHash" = ${sha256(token)} AND "tokenExpiresAt" > now()`;
  const [found] = rows;
  if (!found) throw new Refusal("NOT_FOUND", "noSuchApplication");
  const { nameEn, nameFr, contactName, contactEmail } = found;
  return { name: { en: nameEn, fr: nameFr }, contact: { name: contactName, email: contactEmail } };
}

const firstFirst = keyset<Prisma.OrganizationWhereInput, Prisma.OrganizationOrderByWithRelationInput>(
  "applications",
  asc("createdAt"),
  asc("slug"),
);

const applicantSelect = {
  ...organizationNameSelect,
  id: true,
  type: true,
  province: true,
  createdAt: true,
  steps: { orderBy: { number: "desc" }, take: 1, select: { number: true, at: true, decision: true } },
} satisfies Prisma.OrganizationSelect;

type Applicant = Prisma.OrganizationGetPayload<{ select: typeof applicantSelect }>;

export const toApplication = ({ type, province, createdAt, steps: [last], ...row }: Applicant): Application => ({
  ...toOrganizationName(row),
  ...{ type, province, at: (last?.at ?? createdAt).toISOString() },
  returning: last?.decision === "return",
});

/** Organizations that ask to be admitted, the first to ask first, and how many they are; whoever calls has asked for whom. */
export async function findApplications(page: ApplicationsInput) {
  const where = { status: "applied" as const };
  const [rows, total] = await Promise.all([
    db.organization.findMany({ ...firstFirst.page(where, page), select: applicantSelect }),
    db.organization.count({ where }),
  ]);
  return { rows, total };
}

/** Organizations that ask to be admitted, for the convener. */
export async function listApplications(viewer: Viewer, page: ApplicationsInput) {
  if (!isConvener(viewer)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
  const { rows, total } = await findApplications(page);
  return firstFirst.toPage(rows, page, total, toApplication);
}
