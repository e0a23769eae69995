import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Where the files lie. Tests read broken copies from elsewhere. */
export const ownFolder = import.meta.dirname;

const reported = [
  "themes",
  "propositions",
  "dilemmas",
  "recommendations",
  "timeline",
  "library",
  "errata",
  "glossary",
  "actors",
];

/** Changes when any of the report's files does. Quickly had, since every start asks. */
export function digestReport(folder = ownFolder): string {
  const hash = createHash("sha256");
  for (const file of reported) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, `${file}.csv`)))
      .update("\0");
  }
  return hash.digest("hex");
}
