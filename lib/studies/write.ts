import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/activity/record";
import type { Ballots } from "@/lib/math/polis/ballots";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayKeepStudies, readableBy } from "./policy";
import {
  noStatements,
  type Reader,
  readStatements,
  readSummary,
  readVotes,
  type StatementTexts,
  type Summary,
} from "./read.files";
import { type StatementRow, toSlug } from "./rules";
import { areStrangers, listNotes, type Note } from "./rules.notes";
import type { StudyInput } from "./schema";

type StudyFiles = {
  votes: Uint8Array;
  comments?: Uint8Array | undefined;
  summary?: Uint8Array | undefined;
  /** `format.json`, which declares the signs of the votes as the summary may. */
  format?: Uint8Array | undefined;
};
export type StudyNames = Omit<StudyInput, "votes" | "comments" | "summary">;
type StudyTaken = { slug: string; notes: Note[] };

/** Only what was read whole is written: a file with one bad cell changes nothing. */
async function readAll({ votes, comments, summary, format }: StudyFiles, names: StudyNames, reader: Reader) {
  const { words, odd } = comments ? await readStatements(comments, names.language, reader) : noStatements;
  const told = summary ? await readSummary(summary, reader) : null;
  const agree = told?.agree ?? (format ? (await readSummary(format, reader)).agree : null) ?? 1;
  const ballots = await readVotes(votes, agree, reader);
  const worded = new Set(words.keys());
  if (areStrangers(ballots.statements, worded)) {
    throw new Refusal("CONFLICT", "statementsNoneMatch", { count: worded.size });
  }
  const notes = listNotes({
    voted: ballots.statements,
    worded: comments ? worded : null,
    odd,
    turned: agree === -1,
  });
  return { ballots, rows: toRows(ballots, words), named: nameAfter(names, told), notes };
}

const silent: StatementTexts = { textEn: null, textFr: null, moderatedOut: false };

const toRows = ({ statements }: Ballots, words: ReadonlyMap<string, StatementTexts>): StatementRow[] =>
  statements.map((key, place) => ({ place, key: key.slice(0, 40), ...(words.get(key) ?? silent) }));

/** What was typed goes before what the export says of itself. */
function nameAfter(names: StudyNames, told: Summary | null) {
  const english = names.language === "en";
  const typed = names.titleEn || names.titleFr;
  return {
    titleEn: names.titleEn ?? (english && !typed ? (told?.topic ?? null) : null),
    titleFr: names.titleFr ?? (!english && !typed ? (told?.topic ?? null) : null),
    aboutEn: names.aboutEn ?? (english ? (told?.about ?? null) : null),
    aboutFr: names.aboutFr ?? (english ? null : (told?.about ?? null)),
    source: names.source ?? told?.source ?? null,
    language: names.language,
    listing: names.listing,
  };
}

const digestOf = ({ digest }: Ballots, rows: readonly StatementRow[]) =>
  sha256(`${digest} ${rows.map((it) => Number(it.moderatedOut)).join("")}`);

/** Takes a consultation in; the worker describes it. Read-only from then on. */
export async function importStudy(viewer: Viewer, files: StudyFiles, names: StudyNames): Promise<StudyTaken> {
  if (!mayKeepStudies(viewer)) throw new Refusal("FORBIDDEN", "notStudyKeeper");
  return takeIn(viewer, files, names, { by: "studies" });
}

/** The same, for whoever may already do anything: the machine's own command line. */
export async function takeIn(
  actor: Actor,
  files: StudyFiles,
  names: StudyNames,
  reader: Reader = { by: null },
): Promise<StudyTaken> {
  const { ballots, rows, named, notes } = await readAll(files, names, reader);
  const title = named.titleEn ?? named.titleFr;
  if (!title) throw new Refusal("CONFLICT", "studyWithoutTitle");
  const slug = await transact((tx) => putStudy(tx, actor, { ballots, rows, named, title }));
  return { slug, notes };
}

type Taken = {
  ballots: Ballots;
  rows: StatementRow[];
  named: ReturnType<typeof nameAfter>;
  title: string;
};

async function putStudy(tx: Tx, actor: Actor, { ballots, rows, named, title }: Taken): Promise<string> {
  const digest = digestOf(ballots, rows);
  const before = await tx.study.findFirst({ where: { digest, listing: named.listing }, select: { slug: true } });
  if (before) throw new Refusal("CONFLICT", "studyIsHere", { slug: before.slug });
  const stem = toSlug(title, new Set());
  const near = await tx.study.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  const slug = toSlug(title, new Set(near.map((it) => it.slug)));
  const id = randomUUID();
  const { participants, votes, packed } = ballots;
  const counts = { participants, votes, statements: rows.length };
  const by = { importedAt: await readClock(tx), importedById: actor.personId };
  await tx.study.create({ data: { id, slug, ...named, ...by, ...counts, digest } });
  await tx.studyBallots.create({ data: { studyId: id, packed: new Uint8Array(packed) } });
  await tx.$executeRaw`INSERT INTO "StudyStatement" ("studyId", "place", "key", "textEn", "textFr", "moderatedOut")
    SELECT ${id}::uuid, row."place", row."key", row."textEn", row."textFr", row."moderatedOut"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row("place" int, "key" text, "textEn" text, "textFr" text, "moderatedOut" boolean)`;
  await enqueue(tx, "describe_study", { study: id }, { key: `describe_study:${id}` });
  await record(tx, "study.imported", actor, `study/${id}`, { ...counts, digest });
  return slug;
}

/** Takes a study away, with its votes. The record keeps that it was there. */
export async function removeStudy(viewer: Viewer, slug: string): Promise<void> {
  await transact(async (tx) => {
    const found = await tx.study.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: { id: true, digest: true },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchStudy");
    if (!mayKeepStudies(viewer)) throw new Refusal("FORBIDDEN", "notStudyKeeper");
    await tx.study.delete({ where: { id: found.id } });
    const others = await tx.study.count({ where: { digest: found.digest } });
    if (others === 0) await tx.studyFindings.deleteMany({ where: { digest: found.digest } });
    await record(tx, "study.removed", viewer, `study/${found.id}`, { digest: found.digest });
  });
}
