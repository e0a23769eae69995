import { expect, test } from "vitest";
import { toCsv } from "@/lib/platform/files/csv";
import { readCsv } from "@/lib/platform/files/read-csv";
import { readHead } from "@/lib/platform/files/table-head";
import { toSheet, toXlsx } from "@/lib/platform/files/xlsx";
import { struck } from "@/lib/platform/files/xlsx-cells";
import { readXlsx } from "@/lib/platform/files/xlsx-read";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { fc } from "@/tests/support/fast-check";
import { visibilities } from "./constants";
import { type FileRow, fileColumns, templateKeys, toHead, toVocabulary } from "./rules.columns";
import { judgeRows } from "./rules.import";
import type { ImportContext, ImportTarget, RecordedText } from "./rules.rows";
import { draftInput, stances } from "./schema";
import { columnKeys } from "./schema.files";

const today = "2027-02-01";
const vocabulary = toVocabulary(await Promise.all([translatorIn("en"), translatorIn("fr")]));

const odd = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.stringMatching(/^['=+@\t",;＝ _x0D-]{1,12}$/),
  fc.constantFrom(
    "-5 pour cent",
    "=1+1\n@SUM(A1)",
    "« L’été »,\tou « non »",
    "007",
    "1e5",
    "_x000D_",
    "a\rb",
    "\ufffe",
    "2027-03-01",
  ),
);
/** As it would be recorded: what could not be typed is recorded nowhere. */
const recorded = fc
  .record({
    stance: fc.constantFrom(...stances),
    en: odd,
    fr: odd,
    reservedEn: odd,
    reservedFr: odd,
    visibility: fc.constantFrom(...visibilities),
    reviewBy: fc.constantFrom(null, "2027-05-01", "2026-05-01"),
    decideBy: fc.constantFrom(null, "2027-04-01"),
  })
  .map((it): RecordedText | null => {
    const reserved = it.stance === "support_with_reservation";
    const parsed = draftInput.safeParse({
      organization: "cedar",
      proposition: "one",
      stance: it.stance,
      rationale: { en: it.en || undefined, fr: it.fr || undefined },
      ...(reserved && { reservation: { en: it.reservedEn || "But.", fr: it.reservedFr || undefined } }),
      visibility: it.visibility,
    });
    if (!parsed.success) return null;
    const { rationale, reservation } = parsed.data;
    return {
      stance: it.stance,
      rationaleEn: rationale.en || null,
      rationaleFr: rationale.fr || null,
      reservationEn: reservation?.en || null,
      reservationFr: reservation?.fr || null,
      visibility: it.visibility,
      reviewBy: it.reviewBy,
      undecidedSince: it.stance === "undecided" ? "2026-01-01" : null,
      decideBy: it.stance === "undecided" ? it.decideBy : null,
    };
  })
  .filter((it) => it !== null);

const besides = {
  organization: "cedar",
  organizationName: { en: "Cedar", fr: "Cèdre" },
  number: 7,
  title: { en: "A title", fr: "Un titre" },
  wording: 1,
  currentWording: 1,
  since: "2026-11-01T00:00:00.000Z",
  joinedBy: { en: "", fr: "" },
  explanationEn: null,
  explanationFr: null,
  stale: false,
  authorizedBy: null,
  instrument: null,
  instrumentDate: null,
};

type RowFacts = { standing: RecordedText | null; draft: RecordedText | null };
const recordedBy = fc
  .record({ standing: fc.option(recorded), draft: fc.option(recorded) })
  .filter(({ standing, draft }) => standing !== null || draft !== null);

/** What the register writes for these: what stands first, then the draft. */
const rowsOf = ({ standing, draft }: RowFacts, proposition: string): FileRow[] => [
  ...(standing ? [{ ...besides, ...standing, proposition, state: "standing" as const }] : []),
  ...(draft ? [{ ...besides, ...draft, proposition, state: "drafted" as const }] : []),
];

const targetOf = ({ standing, draft }: RowFacts): ImportTarget => ({
  currentWording: 1,
  mayDraft: true,
  standing,
  draft: draft && { ...draft, state: "drafted" },
});

test("our own files come back without a change: any stance, reservation and text, in both languages and formats", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(recordedBy, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("en" as const, "fr" as const),
      fc.boolean(),
      async (all, language, whole) => {
        const t = await translatorIn(language);
        const rows = all
          .flatMap((held, at) => rowsOf(held, `p${at}`))
          // The template holds one row for each proposition.
          .filter((row, at, every) => whole || every[at + 1]?.proposition !== row.proposition);
        const columns = fileColumns({ t, language }, whole ? columnKeys : templateKeys);
        const targets = new Map(all.map((held, at) => [`p${at}`, targetOf(held)]));
        const context: ImportContext = { organization: "cedar", targets, vocabulary, today };
        const files = [
          readCsv(new TextEncoder().encode(`\ufeff${toCsv(columns, rows)}`), 100),
          readXlsx(await toXlsx([toSheet("S", columns, rows)]), 100).rows,
        ];
        for (const [head, ...lines] of files) {
          const keys = readHead(head?.cells ?? [], toHead(vocabulary));
          if (!Array.isArray(keys)) throw new Error(keys.reason);
          const outcomes = judgeRows(keys, lines, context);
          expect(outcomes.map(({ outcome, reason, column }) => [outcome, reason, column])).toEqual(
            rows.map(() => ["unchanged", "same", null]),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

const emptyTarget: ImportTarget = { currentWording: 1, mayDraft: true, standing: null, draft: null };
const context: ImportContext = { organization: "cedar", targets: new Map([["one", emptyTarget]]), vocabulary, today };
const judgeOne = (rationaleEn: string | symbol) =>
  judgeRows(["proposition", "stance", "rationaleEn"], [{ line: 2, cells: ["one", "oppose", rationaleEn] }], context)[0];

test("words that are struck out are refused by row and column", () => {
  expect(judgeOne(struck)).toMatchObject({ line: 2, outcome: "refused", reason: "struck", column: "rationaleEn" });
});

test("a control character that is left is refused by its number and its place, in any column", () => {
  expect(judgeOne("slide\u000btext")).toMatchObject({
    outcome: "refused",
    reason: "control",
    column: "rationaleEn",
    facts: { code: "U+000B", at: 6 },
  });
  expect(judgeOne("C\u0092est")?.facts).toEqual({ code: "U+0092", at: 2 });
  expect(judgeOne("two\nlines,\ttabbed")).toMatchObject({ outcome: "new" });
});

test("columns without a heading are passed over, and a heading that is no text is named by its letter", () => {
  expect(readHead([" ", "Proposition", null, "\u00a0", "Stance"], toHead(vocabulary))).toEqual([
    null,
    "proposition",
    null,
    null,
    "stance",
  ]);
  const far = Array.from({ length: 27 }, () => null);
  expect(readHead([...far, struck], toHead(vocabulary))).toEqual({ reason: "unreadableColumn", column: "AB" });
});
