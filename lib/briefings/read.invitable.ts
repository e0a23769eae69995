import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy as officesReadableBy } from "../offices/policy";
import { readableBy as organizationsReadableBy } from "../organizations/policy";
import { offeredLimit } from "./constants";
import { mayRead } from "./policy";
import type { Invitable } from "./schema.invitable";

/** Whom a meeting may be asked of, for a form that lists them all: in as many statements however many there are. */
export async function listInvitable(viewer: Viewer, language: Locale): Promise<Invitable> {
  if (!mayRead(viewer)) return { organizations: [], offices: [] };
  const [organizations, offices] = await Promise.all([
    db.organization.findMany({
      where: { AND: [organizationsReadableBy(viewer), { status: { in: ["member", "observer"] } }] },
      orderBy: [{ status: "asc" }, { [nameColumn[language]]: "asc" }, { slug: "asc" }],
      take: offeredLimit,
      select: organizationNameSelect,
    }),
    db.office.findMany({
      where: { AND: [officesReadableBy(viewer), { closedAt: null }] },
      orderBy: [{ institution: "asc" }, { slug: "asc" }],
      take: offeredLimit,
      select: { slug: true, titleEn: true, titleFr: true },
    }),
  ]);
  return {
    organizations: organizations.map(toOrganizationName),
    offices: offices.map(({ slug, titleEn, titleFr }) => ({ slug, title: { en: titleEn, fr: titleFr } })),
  };
}
