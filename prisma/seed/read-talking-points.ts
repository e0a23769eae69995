import type { z } from "zod";
import { BrokenFile, mustDiffer, mustExist, readCsv } from "./read-csv";
import { type RoundFiles, readRounds } from "./read-rounds";
import { libraryItem, proposition, theme } from "./shapes";
import * as shapes from "./shapes-talking-points";

type Row<K extends keyof typeof shapes> = z.output<(typeof shapes)[K]>;

export type TalkingPointFiles = {
  offices: Row<"office">[];
  points: Row<"talkingPoint">[];
  versions: Row<"version">[];
  clauses: Row<"clause">[];
  answers: Row<"answer">[];
  amendments: Row<"amendment">[];
  comments: Row<"comment">[];
} & RoundFiles;

/** The demonstration's talking points: their words, and who answered them how. `organizations` are the slugs of its own. */
export function readTalkingPoints(folder: string, organizations: Set<string>): TalkingPointFiles {
  const offices = readCsv(folder, "offices.csv", shapes.office);
  const points = readCsv(folder, "talking-points.csv", shapes.talkingPoint);
  const versions = readCsv(folder, "talking-point-versions.csv", shapes.version);
  const clauses = readCsv(folder, "talking-point-clauses.csv", shapes.clause);
  const answers = readCsv(folder, "talking-point-answers.csv", shapes.answer);
  const amendments = readCsv(folder, "talking-point-amendments.csv", shapes.amendment);
  const comments = readCsv(folder, "talking-point-comments.csv", shapes.comment);
  const slugsIn = (file: string, shape: Parameters<typeof readCsv<{ slug: string }>>[2]) =>
    new Set(readCsv(folder, file, shape).map(({ row }) => row.slug));
  const slugs = new Set(points.map(({ row }) => row.slug));
  const known = new Set(offices.map(({ row }) => row.slug));
  const library = slugsIn("library.csv", libraryItem);

  mustDiffer("offices.csv", offices, "slug");
  mustExist("offices.csv", offices, "checked_by", organizations, "organizations.csv");
  mustDiffer("talking-points.csv", points, "slug");
  for (const column of ["proposed_by", "leads"] as const)
    mustExist("talking-points.csv", points, column, organizations, "organizations.csv");
  mustExist("talking-points.csv", points, "themes", slugsIn("themes.csv", theme), "themes.csv");
  mustExist("talking-points.csv", points, "propositions", slugsIn("propositions.csv", proposition), "propositions.csv");
  mustExist("talking-points.csv", points, "sources", library, "library.csv");
  mustExist("talking-points.csv", points, "replaced_by", slugs, "talking-points.csv");
  mustDiffer("talking-point-versions.csv", versions, "slug", "version");
  mustDiffer("talking-point-clauses.csv", clauses, "slug", "version", "number");
  mustDiffer("talking-point-clauses.csv", clauses, "slug", "version", "key");
  mustDiffer("talking-point-answers.csv", answers, "slug", "version", "organization");
  mustExist("talking-point-clauses.csv", clauses, "source", library, "library.csv");
  mustExist("talking-point-clauses.csv", clauses, "of", known, "offices.csv");
  mustExist("talking-point-answers.csv", answers, "organization", organizations, "organizations.csv");
  mustExist("talking-point-answers.csv", answers, "joined_by", organizations, "organizations.csv");
  mustDiffer("talking-point-amendments.csv", amendments, "key");
  mustExist("talking-point-amendments.csv", amendments, "organization", organizations, "organizations.csv");
  const keys = new Set(amendments.map(({ row }) => row.key));
  mustExist("talking-point-amendments.csv", amendments, "superseded_by", keys, "talking-point-amendments.csv");

  mustDiffer("talking-point-comments.csv", comments, "key");
  mustExist("talking-point-comments.csv", comments, "organization", organizations, "organizations.csv");
  mustExist("talking-point-comments.csv", comments, "amendment", keys, "talking-point-amendments.csv");
  const commentKeys = new Set(comments.map(({ row }) => row.key));
  mustExist("talking-point-comments.csv", comments, "reply_to", commentKeys, "talking-point-comments.csv");

  const texts = new Set(versions.map(({ row }) => `${row.slug} ${row.version}`));
  for (const [file, lines] of [
    ["talking-point-clauses.csv", clauses],
    ["talking-point-answers.csv", answers],
    ["talking-point-amendments.csv", amendments],
    ["talking-point-comments.csv", comments],
  ] as const)
    for (const { line, row } of lines)
      if (!texts.has(`${row.slug} ${row.version}`))
        throw new BrokenFile(file, `line ${line}, column version`, "is not in talking-point-versions.csv");
  return {
    offices: offices.map(({ row }) => row),
    points: points.map(({ row }) => row),
    versions: versions.map(({ row }) => row),
    clauses: clauses.map(({ row }) => row),
    answers: answers.map(({ row }) => row),
    amendments: amendments.map(({ row }) => row),
    comments: comments.map(({ row }) => row),
    ...readRounds(folder, organizations, texts),
  };
}
