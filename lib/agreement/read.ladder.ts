import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { isIllustrative } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import { toCsv } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { type AsOf, findAsOf, wordingAsOf } from "@/lib/positions/read";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows, toFileName } from "./read";
import { buyIn, specificityOf, toLadderColumns } from "./rules.ladder";
import { checks, ideas, type Ladder, type LadderExportInput, type LadderInput, type Rung } from "./schema.ladder";

const flag = z.enum(["true", "false"]).transform((it) => it === "true");
const line = z.object({
  idea: z.enum(ideas),
  proposition_slug: z.string(),
  crimes: flag,
  threshold: flag,
  force: flag,
  actor: flag,
  timing: flag,
  note_en: z.string().min(1),
  note_fr: z.string().min(1),
});
type Line = z.output<typeof line>;

let kept: Line[] | null = null;

/** The judgments, with the report's other content: a file that everybody can read and correct. */
function readJudgments(): Line[] {
  kept ??= z
    .array(line)
    .parse(parse(readFileSync(path.join(process.cwd(), "prisma", "seed", "ladder.csv"), "utf8"), { columns: true }));
  return kept;
}

/** Wordings of one idea, from the least to the most specific, against who stands behind them. Nothing is chosen. */
export async function readLadder(viewer: Viewer, input: LadderInput): Promise<Ladder> {
  const past = await findAsOf(db, input.asOf);
  const [{ rows, members, asOf }, statements] = await Promise.all([readRows(viewer, input), readStatements(past)]);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const told = ideas.map((idea) => ({
    idea,
    rungs: readJudgments()
      .filter((it) => it.idea === idea)
      .flatMap((it): Rung[] => {
        const row = bySlug.get(it.proposition_slug);
        const statement = statements.get(it.proposition_slug);
        if (!row || !statement) return [];
        const { stances: _, list: __, ...rest } = row;
        const held = Object.fromEntries(checks.map((check) => [check, it[check]])) as Rung["checks"];
        return [
          {
            ...rest,
            statement,
            checks: held,
            specificity: specificityOf(held),
            note: { en: it.note_en, fr: it.note_fr },
            ...buyIn(row.counts),
            of: members.length,
          },
        ];
      })
      .sort((a, b) => a.specificity - b.specificity || a.number - b.number),
  }));
  return { ideas: told.filter(({ rungs }) => rungs.length > 1), asOf };
}

/** The words in force then or now: a ladder of a past day quotes what stood on that day. */
async function readStatements(past: AsOf | null) {
  const latest = { orderBy: { number: "desc" }, take: 1 } as const;
  const rows = await db.proposition.findMany({
    select: {
      slug: true,
      versions: { ...(past ? wordingAsOf(past) : latest), select: { statementEn: true, statementFr: true } },
    },
  });
  return new Map(
    rows.flatMap(({ slug, versions: [words] }) =>
      words ? [[slug, { en: words.statementEn, fr: words.statementFr }] as const] : [],
    ),
  );
}

/** The ladder as a table: a row per wording, ideas one after another. */
export async function writeLadder(
  viewer: Viewer,
  { language, format: _, ...input }: LadderExportInput & { language: Locale },
) {
  const [{ ideas: told, asOf }, t, illustrative] = await Promise.all([
    readLadder(viewer, input),
    translatorIn(language),
    isIllustrative(),
  ]);
  const network = { kind: illustrative ? "demonstration" : "real" };
  const rungs = told.flatMap(({ idea, rungs }) => rungs.map((rung) => ({ idea, ...rung })));
  return { name: toFileName(t, { network, asOf }, "ladder"), text: toCsv(toLadderColumns(language), rungs) };
}
