import type { z } from "zod";
import { BrokenFile, mustDiffer, mustExist, readCsv } from "./read-csv";
import * as shapes from "./shapes-rounds";

export type RoundFiles = { marks: z.output<typeof shapes.mark>[]; rounds: z.output<typeof shapes.round>[] };

/** What organizations said of clauses in private, and the rounds. `texts` are the versions that there are, `<slug> <version>`. */
export function readRounds(folder: string, organizations: Set<string>, texts: Set<string>): RoundFiles {
  const marks = readCsv(folder, "talking-point-marks.csv", shapes.mark);
  const rounds = readCsv(folder, "talking-point-rounds.csv", shapes.round);
  mustDiffer("talking-point-marks.csv", marks, "slug", "version", "clause", "organization");
  mustExist("talking-point-marks.csv", marks, "organization", organizations, "organizations.csv");
  for (const column of ["opened_by", "objection_by", "stood_aside", "unreachable"] as const)
    mustExist("talking-point-rounds.csv", rounds, column, organizations, "organizations.csv");
  for (const [file, lines] of [
    ["talking-point-marks.csv", marks],
    ["talking-point-rounds.csv", rounds],
  ] as const)
    for (const { line, row } of lines)
      if (!texts.has(`${row.slug} ${row.version}`))
        throw new BrokenFile(file, `line ${line}, column version`, "is not in talking-point-versions.csv");
  return { marks: marks.map(({ row }) => row), rounds: rounds.map(({ row }) => row) };
}
