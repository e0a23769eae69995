import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db, type Tx } from "@/lib/platform/db/client";
import { type Sheet, toSheet } from "@/lib/platform/files/xlsx";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { commentKinds } from "./constants";
import { readableBy, readableFrom } from "./policy";
import { openingSelect } from "./policy.comments";
import { listTableRows } from "./read.table-rows";
import { pointAt } from "./rules.address";
import { type Clauses, printWording } from "./rules.comment-table";
import { type FileRow, listColumns } from "./rules.table-columns";
import { type CommentColumn, commentColumns, type TableInput } from "./schema.comment-table";

const pointSelect = {
  ...{ id: true, slug: true, openedVersion: true, proposedById: true, currentVersion: true },
  leads: { select: { organizationId: true } },
  steps: openingSelect,
} as const;

/** The clauses of each version that this viewer reads, by their numbers. */
export async function findClauses(tx: Tx, viewer: Viewer, point: Parameters<typeof readableFrom>[1] & { id: string }) {
  const rows = await tx.talkingPointClause.findMany({
    where: { talkingPointId: point.id, version: { gte: readableFrom(viewer, point) } },
    orderBy: [{ version: "asc" }, { number: "asc" }],
    select: {
      ...{ version: true, number: true, key: true, kind: true, en: true, fr: true, questionEn: true, questionFr: true },
      ...{ source: true, addresseeEn: true, addresseeFr: true },
    },
  });
  type Row = (typeof rows)[number];
  const clauses = new Map<number, Map<number, Row>>();
  for (const row of rows) {
    const of = clauses.get(row.version) ?? new Map<number, Row>();
    clauses.set(row.version, of.set(row.number, row));
  }
  return clauses satisfies Clauses;
}

/** Whose table it is: for its own people alone. */
export async function findOwn(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.organization.findUnique({
    where: { slug },
    select: { ...organizationNameSelect, id: true, status: true },
  });
  if (!found || !belongsTo(viewer, found.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return { id: found.id, slug: found.slug, status: found.status, name: toOrganizationName(found) };
}

/**
 * A comment table: for one organization, with what it said so far and a row for each clause to write in; or of all of them,
 * with what the leads say to each.
 */
export async function writeCommentTable(viewer: Viewer, input: TableInput & { language: Locale }) {
  const { language } = input;
  const point = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(input.id)] },
    select: pointSelect,
  });
  if (!point) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  const own = input.organization === undefined ? null : await findOwn(db, viewer, input.organization);
  const [t, clauses] = [await translatorIn(language), await findClauses(db, viewer, point)];
  const scope = { point, clauses, organizationId: own?.id ?? null, t, language };
  const rows = await listTableRows(db, viewer, scope);
  const empty = own ? toEmptyRows(own.name.name, point.currentVersion, clauses, language) : [];
  const sheet = toSheet(t("discussion.table.sheet.comments"), listColumns(t, language), [...rows, ...empty]);
  const name = await nameTable(t, point.slug, own?.slug ?? null);
  const widths = commentColumns.map((key) => columnWidths[key] ?? 14);
  return { name, sheets: [{ ...sheet, widths }, toGuide(t)] };
}

const columnWidths: Partial<Record<CommentColumn, number>> = {
  ...{ organization: 24, version: 9, clause: 9, currentEn: 44, currentFr: 44 },
  ...{ quote: 28, comment: 48, proposed: 48, observation: 40 },
};

/** A row for the whole text and one for each clause in force, in which nothing is said yet. */
function toEmptyRows(organization: Record<Locale, string>, version: number, clauses: Clauses, language: Locale) {
  const nothing = { quote: null, comment: null, proposed: null, observation: null };
  const row = { organization, version, language, kind: "general" as const, ...nothing };
  const whole: FileRow = { ...row, clause: null, currentEn: null, currentFr: null };
  const each = [...(clauses.get(version)?.values() ?? [])].map((it) => ({
    ...{ ...row, clause: it.number, currentEn: printWording(it, "en"), currentFr: printWording(it, "fr") },
  }));
  return [whole, ...each];
}

const explained = ["clause", "language", "kind", "quote", "comment", "proposed", "observation"] as const;

/** What each column takes, on a sheet of its own. */
function toGuide(t: Translator): Sheet {
  const kinds = commentKinds.map((it) => t(`discussion.kind.${it}`)).join(", ");
  const languages = [t("discussion.table.language.en"), t("discussion.table.language.fr")].join(", ");
  return {
    name: t("discussion.table.sheet.guide"),
    header: [t("discussion.table.sheet.guideColumn"), t("discussion.table.sheet.guideWhat")],
    rows: explained.map((key) => [
      t(`discussion.table.column.${key}`),
      t(`discussion.table.guide.${key}`, { kinds, languages }),
    ]),
    widths: [28, 90],
  };
}

/** Fictional data is marked in the file's name, since a file has no banner. */
async function nameTable(t: Translator, point: string, organization: string | null) {
  const { kind } = await db.network.findUniqueOrThrow({ where: { id: 1 }, select: { kind: true } });
  const key = kind === "demonstration" ? ("illustrative" as const) : ("real" as const);
  return t(`discussion.table.file.${key}`, { point, organization: organization ?? t("discussion.table.file.all") });
}
