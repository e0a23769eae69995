import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Returned } from "./rules.marked-rows";
import type { WordNote } from "./rules.word";
import { noteOn, signLines } from "./rules.word-notes";

const noteSelect = {
  ...{
    id: true,
    number: true,
    version: true,
    kind: true,
    clauseKey: true,
    afterKey: true,
    openedAt: true,
    createdAt: true,
  },
  ...{ wordsEn: true, wordsFr: true, questionEn: true, questionFr: true, findEn: true, findFr: true },
  ...{ titleEn: true, titleFr: true, summaryEn: true, summaryFr: true, reasonEn: true, reasonFr: true },
  organization: { select: organizationNameSelect },
  clauses: { orderBy: { number: "asc" }, select: { en: true, fr: true, questionEn: true, questionFr: true } },
} satisfies Prisma.AmendmentSelect;

type Row = Prisma.AmendmentGetPayload<{ select: typeof noteSelect }>;

type NotesQuery = { t: Translator; language: Locale; clauses: readonly { key: string }[] };

/** What is open to be decided, as comments on the words that it is about. A draft is nobody else's to read. */
export async function readNotes(client: Tx, talkingPointId: string, { t, language, clauses }: NotesQuery) {
  const rows = await client.amendment.findMany({
    where: { talkingPointId, state: "open", openedAt: { not: null } },
    orderBy: { number: "asc" },
    select: noteSelect,
  });
  const numbers = new Map(clauses.map(({ key }, at) => [key, at + 1]));
  return rows.map((row): WordNote & { id: string; version: number } => ({
    ...{ id: row.id, version: row.version },
    clause: numbers.has(noteOn(row) ?? "") ? noteOn(row) : null,
    author: toOrganizationName(row.organization).name[language],
    at: row.openedAt ?? row.createdAt,
    lines: signLines(describe(row, { t, language, numbers })),
  }));
}

/** The same by the words that a document has of them. */
export const findNotes = async (client: Tx, talkingPointId: string, asked: NotesQuery): Promise<Returned> =>
  new Map(
    (await readNotes(client, talkingPointId, asked)).map(({ lines, id, version, clause }) => [
      lines.join("\n"),
      { id, version, clause },
    ]),
  );

type Telling = { t: Translator; language: Locale; numbers: ReadonlyMap<string, number> };

/** Which change it is, why, and by whom. */
function describe(row: Row, telling: Telling): string[] {
  const { t, language } = telling;
  const pick = (en: string | null, fr: string | null) => pickLanguage({ en, fr }, language)?.text ?? "";
  const organization = toOrganizationName(row.organization).name[language];
  const summary = pick(row.summaryEn, row.summaryFr);
  const reason = pick(row.reasonEn, row.reasonFr);
  return [
    t("word.note.head", { number: row.number ?? 0, organization, summary }),
    ...describeChange(row, telling, pick),
    ...(reason ? [t("word.note.reason", { reason })] : []),
  ];
}

function describeChange(row: Row, { t, numbers }: Telling, pick: (en: string | null, fr: string | null) => string) {
  const words = pick(row.wordsEn, row.wordsFr);
  const question = pick(row.questionEn, row.questionFr);
  const place = { after: numbers.get(row.afterKey ?? "") ?? 0 };
  const texts = row.clauses.flatMap((it) => [pick(it.questionEn, it.questionFr), pick(it.en, it.fr)]).filter(Boolean);
  switch (row.kind) {
    case "words":
      return [question && t("word.note.question", { question }), words && t("word.note.wording", { words })].filter(
        (it) => it !== "",
      );
    case "new_clause":
      return [t("word.note.newClause", place), ...texts];
    case "drop":
      return [t("word.note.drop")];
    case "move":
      return [t("word.note.move", place)];
    case "everywhere":
      return [t("word.note.everywhere", { find: pick(row.findEn, row.findFr), words })];
    case "whole":
      return [t("word.note.whole"), pick(row.titleEn, row.titleFr), ...texts].filter(Boolean);
  }
}
