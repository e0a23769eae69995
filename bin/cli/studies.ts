import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { db } from "@/lib/platform/db/client";
import { describeStudy } from "@/lib/studies/jobs";
import { studyInput } from "@/lib/studies/schema";
import { takeIn } from "@/lib/studies/write";

const usage = `usage: npm run -s studies -- import FOLDER|VOTES.csv [--comments FILE] [--summary FILE] [--title-en TEXT] [--title-fr TEXT]
                                      [--source TEXT] [--language en|fr] [--listing network|public]
       npm run -s studies -- list

  import    takes in a public consultation from a Polis export, of any size up to 100,000 participants and 10,000
            statements, and describes it. In a folder, participants-votes.csv, comments.csv and summary.csv are read.
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
function read(file: string | undefined, must?: false): Uint8Array | undefined;
function read(file: string | undefined, must = false): Uint8Array | undefined {
  if (file === undefined) return undefined;
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (must || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}

async function importFrom(from: string, values: Partial<Record<keyof typeof options, string>>): Promise<string> {
  const folder = from.endsWith(".csv") ? null : from;
  const inFolder = (name: string) => (folder === null ? undefined : path.join(folder, name));
  const votes = read(inFolder("participants-votes.csv") ?? from, true);
  const comments = read(values.comments ?? inFolder("comments.csv"), false);
  const summary = read(values.summary ?? inFolder("summary.csv"), false);
  const { votes: _, ...names } = studyInput.parse({
    votes: new File([], "votes.csv"),
    titleEn: values["title-en"],
    titleFr: values["title-fr"],
    source: values.source,
    language: values.language,
    listing: values.listing,
  });
  const slug = await takeIn(machine, { votes, comments, summary }, names);
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
