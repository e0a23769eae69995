import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Sheet } from "@/lib/platform/files/xlsx";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { readToday } from "@/lib/platform/time/today";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { visibilities } from "./constants";
import { nameFile, readExport } from "./read.export";
import { type FileRow, fileColumns, templateKeys } from "./rules.columns";
import { stances } from "./schema";
import type { TemplateInput } from "./schema.files";

/** A file to fill in: each proposition, with what the organization last wrote on it. For its own people. */
export async function writeTemplate(viewer: Viewer, input: TemplateInput & { language: Locale }) {
  const organization = await findOwn(viewer, input.slug);
  const [t, { today }, propositions, written] = await Promise.all([
    translatorIn(input.language),
    readToday(db),
    readPropositions(),
    readExport(viewer, { organization: organization.slug, format: input.format }),
  ]);
  const last = new Map(written.map((row) => [row.proposition, row]));
  const rows = propositions.map((it): FileRow => {
    const wording = it.versions[0];
    const row = last.get(it.slug);
    const requested = {
      ...(row ?? nothing),
      organization: organization.slug,
      organizationName: { en: organization.nameEn, fr: organization.nameFr },
      proposition: it.slug,
      number: it.number,
      title: { en: wording?.titleEn ?? "", fr: wording?.titleFr ?? "" },
      wording: it.currentVersion,
      currentWording: it.currentVersion,
    };
    // A day that has passed could not be asked for again; left empty, what is recorded stays.
    const toCome = (day: string | null) => (day && day > today ? day : null);
    return { ...requested, reviewBy: toCome(requested.reviewBy), decideBy: toCome(requested.decideBy) };
  });
  const name = await nameFile(t, "template", organization.slug);
  const columns = fileColumns({ t, language: input.language }, templateKeys);
  return { name, sheet: t("positions.files.sheet.positions"), columns, rows, guide: toGuide(t) };
}

export async function findOwn(viewer: Viewer, slug: string) {
  const organization = await db.organization.findUnique({
    where: { slug },
    select: { id: true, slug: true, status: true, nameEn: true, nameFr: true },
  });
  if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return organization;
}

const readPropositions = () =>
  db.proposition.findMany({
    orderBy: { number: "asc" },
    select: {
      slug: true,
      number: true,
      currentVersion: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
    },
  });

const nothing = {
  state: null,
  stance: null,
  since: null,
  rationaleEn: null,
  rationaleFr: null,
  reservationEn: null,
  reservationFr: null,
  visibility: null,
  reviewBy: null,
  undecidedSince: null,
  decideBy: null,
  joinedBy: { en: "", fr: "" },
  explanationEn: null,
  explanationFr: null,
  stale: false,
  authorizedBy: null,
  instrument: null,
  instrumentDate: null,
} as const;

const explained = [
  "proposition",
  "wording",
  "stance",
  "rationaleEn",
  "reservationEn",
  "visibility",
  "reviewBy",
  "undecidedSince",
  "decideBy",
] as const;

/** What each column takes, on a sheet of its own. */
function toGuide(t: Translator): Sheet {
  const values = {
    stances: stances.map((it) => t(`stances.name.${it}`)).join(", "),
    visibilities: visibilities.map((it) => t(`positions.files.visibility.${it}`)).join(", "),
    reservation: t("stances.name.support_with_reservation"),
    undecided: t("stances.name.undecided"),
  };
  return {
    name: t("positions.files.sheet.guide"),
    header: [t("positions.files.sheet.guideColumn"), t("positions.files.sheet.guideWhat")],
    rows: explained.map((key) => [t(`positions.files.column.${key}`), t(`positions.files.guide.${key}`, values)]),
    widths: [28, 90],
  };
}
