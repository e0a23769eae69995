import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { toCsv } from "@/lib/platform/csv";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { decodeCursor, encodeCursor } from "@/lib/platform/list";
import type { Viewer } from "@/lib/platform/viewer";
import { readableBy as positionsReadableBy } from "@/lib/positions/policy";
import { findPastDay } from "@/lib/positions/read";
import { concealedFrom } from "./policy";
import { lookBack } from "./read.past";
import { type Look, listed, type Question, toGiven } from "./read.shape";
import { assess, type Member, noneStated, type Row, type Said, toColumns, toListColumns } from "./rules";
import { inLists } from "./rules.lists";
import { toPolisColumns } from "./rules.polis";
import type { Agreement, AgreementInput, ExportInput, PolisInput } from "./schema";

const wordsOf = (it: { titleEn: string; titleFr: string } | undefined) => ({
  en: it?.titleEn ?? "",
  fr: it?.titleFr ?? "",
});

/**
 * All that this viewer may read, in one snapshot: between two moments a dissent could be narrowed away before "some
 * not shown" says so. The number of statements depends on nothing.
 */
async function look(viewer: Viewer, { theme }: Question): Promise<Look> {
  const members: Prisma.OrganizationWhereInput = { AND: [organizationsReadableBy(viewer), { status: "member" }] };
  const about: Prisma.PropositionWhereInput = theme ? { theme: { slug: theme } } : {};
  const readable: Prisma.PositionWhereInput = {
    AND: [positionsReadableBy(viewer), { standing: { not: null } }, { organization: members }, { proposition: about }],
  };
  const [network, propositions, organizations, positions, revisions, concealed] = await db.$transaction(
    [
      db.network.findUniqueOrThrow({ where: { id: 1 } }),
      db.proposition.findMany({
        where: about,
        orderBy: { number: "asc" },
        select: {
          id: true,
          slug: true,
          number: true,
          currentVersion: true,
          theme: { select: { slug: true } },
          versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
        },
      }),
      db.organization.findMany({ where: members, orderBy: { slug: "asc" }, select: listed }),
      db.position.findMany({ where: readable, select: { id: true, organizationId: true, propositionId: true } }),
      db.positionRevision.findMany({
        where: { standingOf: readable },
        select: { positionId: true, propositionVersion: true, stance: true, reservationEn: true, reservationFr: true },
      }),
      db.proposition.findMany({ where: { concealed: { some: concealedFrom(viewer) } }, select: { id: true } }),
    ],
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  const words = new Map(revisions.map((it) => [it.positionId, it]));
  return {
    network,
    propositions: propositions.map(({ currentVersion: version, versions, ...it }) => ({
      ...it,
      version,
      words: versions[0],
    })),
    organizations,
    given: positions.flatMap(({ id, ...at }) => {
      const it = words.get(id);
      return it ? [toGiven(it, at)] : [];
    }),
    // Before the first batch nobody knows what is concealed, so nobody is told that nothing is.
    hidden: new Set((network.concealedAt === null ? propositions : concealed).map((it) => it.id)),
  };
}

/** The rows of the grid with what each member said, everybody counted, whichever page of organizations is asked for. */
export async function readRows(viewer: Viewer, question: Question & { asOf?: string | undefined }) {
  const past = await findPastDay(db, question.asOf);
  const { network, propositions, organizations, given, hidden } = past
    ? await lookBack(viewer, question, past)
    : await look(viewer, question);
  const said = new Map<string, Map<string, Said>>(propositions.map((it) => [it.id, new Map()]));
  const versions = new Map(propositions.map((it) => [it.id, it.version]));
  for (const { organizationId, propositionId, version, stance, reservation } of given) {
    // A stance on an earlier wording is no stance on this one: nothing carries over on anybody's behalf.
    if (version === versions.get(propositionId)) said.get(propositionId)?.set(organizationId, { stance, reservation });
  }
  const rows = propositions.map(({ id, slug, number, theme, words }): Row => {
    const stances = said.get(id) ?? new Map<string, Said>();
    const stated = noneStated();
    for (const { stance } of stances.values()) stated[stance] += 1;
    const someHidden = hidden.has(id);
    const told = assess(stated, { members: organizations.length, tooFewBelow: network.tooFewBelow, someHidden });
    return { slug, number, title: wordsOf(words), theme: theme.slug, ...told, stances };
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

export async function readAgreement(viewer: Viewer, input: AgreementInput): Promise<Agreement> {
  const { rows, members, asOf } = await readRows(viewer, input);
  const offset = decodeCursor(input.cursor);
  const onPage = members.slice(offset, offset + input.limit);
  const next = offset + onPage.length;
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
    nextCursor: next < members.length ? encodeCursor(next) : null,
    asOf,
  };
}

/** The grid as a table for programs and spreadsheets: a row per proposition, a column per organization. */
export async function writeTable(viewer: Viewer, { language, ...question }: ExportInput & { language: Locale }) {
  const [{ network, rows, members, asOf }, t] = await Promise.all([readRows(viewer, question), translatorIn(language)]);
  const columns = toColumns(rows, members, language, (organization) => t("agreement.reservationOf", { organization }));
  return { name: toFileName(t, { network, asOf }), text: toCsv(columns, rows) };
}

/** The lists as a table: a row per proposition, list after list, without who said what. */
export async function writeLists(viewer: Viewer, { language, ...question }: ExportInput & { language: Locale }) {
  const [{ network, rows, asOf }, t] = await Promise.all([readRows(viewer, question), translatorIn(language)]);
  return { name: toFileName(t, { network, asOf }, "lists"), text: toCsv(toListColumns(language), inLists(rows)) };
}

/** The stances that this viewer may read, for tools that read a Polis export. */
export async function writePolis(viewer: Viewer, { language, ...question }: PolisInput & { language: Locale }) {
  const [{ network, rows, members, asOf }, t] = await Promise.all([readRows(viewer, question), translatorIn(language)]);
  return { name: toFileName(t, { network, asOf }, "polis"), text: toCsv(toPolisColumns(rows), members) };
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
