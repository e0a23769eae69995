import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { type ExportKind, findCompanion, findOfKind } from "@/lib/math/file/export-files";
import { db } from "@/lib/platform/db/client";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { describeStudy } from "@/lib/studies/jobs";
import { formatNotes } from "@/lib/studies/read.notes";
import { studyInput } from "@/lib/studies/schema";
import { takeIn } from "@/lib/studies/write";

const usage = `usage: npm run -s studies -- import FOLDER|VOTES.csv [--comments FILE] [--summary FILE] [--title-en TEXT] [--title-fr TEXT]
                                      [--source TEXT] [--language en|fr] [--listing network|public]
       npm run -s studies -- list

  import    takes in a public consultation from a Polis export, of any size up to 100,000 participants and 10,000
            statements, and describes it. In a folder, participant-votes.csv (participants-votes.csv before
            2024), comments.csv, summary.csv and format.json are read, dated or not.
  list      the consultations there are`;

const text = { type: "string" } as const;
const options = {
  comments: text,
  summary: text,
  "title-en": text,
  "title-fr": text,
  source: text,
  language: text,
  listing: text,
} as const;

/** The machine's own hand: nobody's account. */
const machine = { personId: null, token: null };

function read(file: string, must: true): Uint8Array;
function read(file: string | undefined, must?: boolean): Uint8Array | undefined;
function read(file: string | undefined, must = false): Uint8Array | undefined {
  if (file === undefined) return undefined;
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (must || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}

/** The votes, and their companion files in a folder; of several exports in one folder nobody is guessed at. */
function findFiles(from: string) {
  if (from.endsWith(".csv")) return { votes: from, companion: () => undefined };
  const names = readdirSync(from);
  const [votes, ...more] = findOfKind(names, "votes");
  if (votes === undefined)
    throw new Error(`${from}: there is no participant-votes.csv (participants-votes.csv before 2024).`);
  if (more.length > 0) throw new Error(`${from}: several files of votes, ${[votes, ...more].join(", ")}. Name one.`);
  const companion = (kind: Exclude<ExportKind, "votes">) => {
    const name = findCompanion(votes, names, kind);
    return name === null ? undefined : path.join(from, name);
  };
  return { votes: path.join(from, votes), companion };
}

async function importFrom(from: string, values: Partial<Record<keyof typeof options, string>>): Promise<string> {
  const found = findFiles(from);
  const votes = read(found.votes, true);
  const comments = read(values.comments ?? found.companion("comments"), values.comments !== undefined);
  const summary = read(values.summary ?? found.companion("summary"), values.summary !== undefined);
  const format = read(found.companion("format"));
  const { votes: _, ...names } = studyInput.parse({
    votes: new File([], "votes.csv"),
    titleEn: values["title-en"],
    titleFr: values["title-fr"],
    source: values.source,
    language: values.language,
    listing: values.listing,
  });
  const { slug, notes } = await takeIn(machine, { votes, comments, summary, format }, names);
  for (const note of formatNotes(await translatorIn("en"), notes)) process.stderr.write(`${note}\n`);
  const { id, participants, statements } = await db.study.findUniqueOrThrow({ where: { slug } });
  await describeStudy(id, (done) => process.stderr.write(`\r${done} of 100`));
  process.stderr.write("\n");
  return `${slug}: ${participants} participants, ${statements} statements`;
}

async function list(): Promise<string> {
  const rows = await db.study.findMany({ orderBy: { importedAt: "desc" }, take: 1_000 });
  return rows.length === 0
    ? "there are none"
    : rows.map((it) => [it.slug, it.listing, it.state, it.participants, it.votes].join("\t")).join("\n");
}

await runCommandLine(usage, async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [command, from, ...more] = positionals;
  if (more.length > 0) return null;
  if (command === "list" && from === undefined) return list();
  return command === "import" && from !== undefined ? importFrom(from, values) : null;
});
// The threads that described it have nothing more to do.
process.exit();
