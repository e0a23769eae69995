import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { nameColumn, personColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { peopleReadableBy } from "../organizations/policy.people";
import { mayEndRapporteur, mayNameRapporteurs, rapporteursReadableBy } from "./policy.rapporteurs";
import { rapporteurStateOf } from "./rules.rapporteurs";
import type { Rapporteur, RapporteurList, RapporteursInput } from "./schema.rapporteurs";

/** The name as this viewer may know it: through a part in the organization that is theirs to see. */
const rapporteurSelect = (viewer: Viewer) =>
  ({
    id: true,
    personId: true,
    organizationId: true,
    organization: { select: organizationNameSelect },
    occasionEn: true,
    occasionFr: true,
    firstOn: true,
    lastOn: true,
    endedAt: true,
    person: {
      select: {
        name: true,
        representations: { where: peopleReadableBy(viewer), select: { organizationId: true } },
      },
    },
  }) satisfies Prisma.RapporteurSelect;
type Row = Prisma.RapporteurGetPayload<{ select: ReturnType<typeof rapporteurSelect> }>;

function toRapporteur(row: Row, viewer: Viewer, today: string): Rapporteur {
  const days = { firstOn: toDay(row.firstOn), lastOn: toDay(row.lastOn) };
  const state = rapporteurStateOf({ ...days, ended: row.endedAt !== null }, today);
  const known = row.person.representations.some((it) => it.organizationId === row.organizationId);
  return {
    id: row.id,
    name: known ? row.person.name : null,
    organization: toOrganizationName(row.organization),
    occasion: { en: row.occasionEn ?? "", fr: row.occasionFr ?? "" },
    ...days,
    state,
    endedAt: row.endedAt?.toISOString() ?? null,
    viewer: {
      self: row.personId === viewer.personId,
      mayEnd: (state === "coming" || state === "now") && mayEndRapporteur(viewer, row),
    },
  };
}

const latestFirst = keyset<Prisma.RapporteurWhereInput, Prisma.RapporteurOrderByWithRelationInput>(
  "rapporteurs",
  desc("firstOn"),
  asc("id"),
);

/** Who writes the record of what, the latest first. */
export async function listRapporteurs(
  viewer: Viewer,
  page: RapporteursInput,
  language: Locale,
): Promise<RapporteurList> {
  const where = rapporteursReadableBy(viewer);
  const [{ now, today }, rows, total, mayName] = await Promise.all([
    readToday(db),
    db.rapporteur.findMany({ ...latestFirst.page(where, page), select: rapporteurSelect(viewer) }),
    db.rapporteur.count({ where }),
    mayNameRapporteurs(viewer) ? listCandidates(viewer, language) : null,
  ]);
  const list = latestFirst.toPage(rows, page, total, (row) => toRapporteur(row, viewer, today));
  return { ...list, today, viewer: { commitNow: mayCommitNow(viewer, now), mayName } };
}

/** Nobody is named who has not chosen to be known: the network would learn from it who acts for whom. */
async function listCandidates(viewer: Viewer, language: Locale) {
  const rows = await db.representation.findMany({
    where: peopleReadableBy(viewer),
    orderBy: [
      { organization: { [nameColumn[language]]: "asc" } },
      { organization: { slug: "asc" } },
      { person: { [personColumn[language]]: "asc" } },
      { personId: "asc" },
    ],
    take: 1000,
    select: { personId: true, person: { select: { name: true } }, organization: { select: organizationNameSelect } },
  });
  return rows.map(({ personId, person, organization }) => ({
    person: personId,
    name: person.name,
    organization: toOrganizationName(organization),
  }));
}
