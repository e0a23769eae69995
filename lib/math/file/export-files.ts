/** Which file of an export is which, by its name: `participants-votes.csv` before 2024, dated and named after its consultation or not. */
const kinds = {
  votes: /participants?-votes( ?\(\d+\))?\.csv$/i,
  comments: /comments( ?\(\d+\))?\.csv$/i,
  summary: /summary( ?\(\d+\))?\.csv$/i,
  format: /format( ?\(\d+\))?\.json$/i,
};
export type ExportKind = keyof typeof kinds;

/** The file's own part of the name stands alone, or behind what it was dated or named with. */
const isKind = (name: string, kind: ExportKind) => {
  const at = name.search(kinds[kind]);
  return at === 0 || (at > 0 && /[-_. ]/.test(name[at - 1] ?? ""));
};

export const findOfKind = (names: readonly string[], kind: ExportKind): string[] =>
  names.filter((name) => isKind(name, kind)).sort();

/** The file that lies beside these votes: dated and named as they are, else by its plain name. */
export function findCompanion(
  votes: string,
  names: readonly string[],
  kind: Exclude<ExportKind, "votes">,
): string | null {
  const before = isKind(votes, "votes") ? votes.slice(0, votes.search(kinds.votes)) : "";
  const found = findOfKind(names, kind);
  return (
    found.find((name) => name.search(kinds[kind]) === before.length && name.startsWith(before)) ??
    found.find((name) => name.search(kinds[kind]) === 0) ??
    null
  );
}

/** Another file of the export, by the names of its columns; null where it may be the votes. */
export function nameOtherExport(columns: readonly string[]): string | null {
  const has = (name: string) => columns.includes(name);
  if (has("n-important")) return "participant-importance.csv";
  if (has("voter-id") && has("vote")) return "votes.csv";
  if (has("comment-body")) return "comments.csv";
  if (has("comment-id") && has("total-votes")) return "comment-groups.csv";
  return columns[0] === "topic" ? "summary.csv" : null;
}
