import "server-only";
import { db } from "@/lib/platform/db/client";
import { toCsv } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { findAsOf } from "@/lib/positions/read";
import type { Viewer } from "@/lib/viewer/schema";
import { findJoined } from "./read.joined";
import { type GridQuestion, inGridOrder, toReservations } from "./read.shape";
import { readSnapshot } from "./read.snapshot";
import { readSnapshotAsOf } from "./read.snapshot-as-of";
import { type AssessedRow, assess, type Member, toCategoryColumns, toColumns } from "./rules";
import { sortByList } from "./rules.categories";
import { concealmentIn } from "./rules.concealed";
import { toPolisColumns } from "./rules.polis";
import { gatherStances } from "./rules.stances";
import type { Agreement, AgreementInput, ExportInput, PolisInput } from "./schema";

const titleOf = (it: { titleEn: string; titleFr: string } | undefined) => ({
  en: it?.titleEn ?? "",
  fr: it?.titleFr ?? "",
});

/** The rows of the grid with what each member said, everybody counted, whichever page of organizations is asked for. */
export async function readRows(viewer: Viewer, question: GridQuestion) {
  const past = await findAsOf(db, question.asOf);
  const data = past ? await readSnapshotAsOf(viewer, question, past) : await readSnapshot(viewer, question);
  const { network, propositions, organizations, stanceRows } = data;
  const indexes = new Map(organizations.map(({ id }, index) => [id, index]));
  const joined = question.reservations ? await findJoined(viewer, data.reservations, past) : new Map();
  const reservations = toReservations(data.reservations, joined);
  const rows = propositions.map(({ id, slug, number, version, theme, wording }): AssessedRow => {
    // A stance on an earlier wording is no stance on this one: nothing carries over on anybody's behalf.
    const current = stanceRows.filter((it) => it.propositionId === id && it.wording === version);
    const { stated, stances } = gatherStances(current, indexes, reservations.get(id));
    const concealment = concealmentIn(data.concealed, theme.slug);
    const verdict = assess(stated, { members: organizations.length, tooFewBelow: network.tooFewBelow, concealment });
    return { slug, number, title: titleOf(wording), theme: theme.slug, ...verdict, stances };
  });
  const members = organizations.map(
    ({ id, slug, code, ...it }): Member => ({
      id,
      slug,
      code,
      name: { en: it.nameEn, fr: it.nameFr },
      short: { en: it.shortEn, fr: it.shortFr },
    }),
  );
  return { network, rows, members, asOf: past?.day ?? null };
}

export async function readAgreement(viewer: Viewer, input: AgreementInput, language: Locale): Promise<Agreement> {
  const { rows, members, asOf } = await readRows(viewer, input);
  const { items: onPage, nextCursor } = inGridOrder(language).toSlice(members, input);
  return {
    propositions: rows.map(({ stances: _, ...it }) => it),
    organizations: onPage.map(({ id: _, ...it }) => it),
    cells: rows.flatMap(({ slug, stances }) =>
      onPage.flatMap((it) => {
        const stance = stances.get(it.id)?.stance;
        return stance ? [{ organization: it.slug, proposition: slug, stance }] : [];
      }),
    ),
    members: members.length,
    nextCursor,
    asOf,
  };
}

/** The grid as a table for programs and spreadsheets: a row per proposition, a column per organization. */
export async function writeTable(viewer: Viewer, { language, ...question }: ExportInput & { language: Locale }) {
  const [{ network, rows, members, asOf }, t] = await Promise.all([
    readRows(viewer, { ...question, reservations: true }),
    translatorIn(language),
  ]);
  const columns = toColumns(rows, inGridOrder(language).sort(members), language, {
    reservation: (organization) => t("agreement.grid.reservationOf", { organization }),
    joined: (organization) => t("agreement.grid.joinedOf", { organization }),
    ...spreadOf(t, network),
  });
  return { name: toFileName(t, { network, asOf }), text: toCsv(columns, rows) };
}

/** The lists as a table: a row per proposition, list after list, without who holds which stance. */
export async function writeCategories(viewer: Viewer, { language, ...question }: ExportInput & { language: Locale }) {
  const [{ network, rows, asOf }, t] = await Promise.all([readRows(viewer, question), translatorIn(language)]);
  const columns = toCategoryColumns(language, spreadOf(t, network));
  return { name: toFileName(t, { network, asOf }, "lists"), text: toCsv(columns, sortByList(rows)) };
}

const spreadOf = (t: Translator, { tooFewBelow }: { tooFewBelow: number }) => ({
  spread: t("agreement.grid.spreadOfAnswers"),
  tooFewBelow,
});

/** The stances that this viewer may read, for tools that read a Polis export, with what a vote leaves out. */
export async function writePolis(viewer: Viewer, { language, ...question }: PolisInput & { language: Locale }) {
  const [{ network, rows, members, asOf }, t] = await Promise.all([
    readRows(viewer, { ...question, reservations: true }),
    translatorIn(language),
  ]);
  return { name: toFileName(t, { network, asOf }, "polis"), text: toCsv(toPolisColumns(rows, language), members) };
}

type Named = { network: { kind: string }; asOf: string | null };

/** Made-up data says so wherever it goes: a file has no banner, but it has a name. */
export function toFileName(
  t: Translator,
  { network, asOf }: Named,
  what?: "differences" | "map" | "polis" | "lists" | "ladder",
): string {
  const name = t(network.kind === "demonstration" ? "agreement.file.illustrative" : "agreement.file.name");
  return `${[name, what && t(`agreement.file.${what}`), asOf].filter(Boolean).join("-")}.csv`;
}
