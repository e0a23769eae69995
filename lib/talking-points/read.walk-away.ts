import "server-only";
import {
  type Marked,
  returnsByClause,
  standingsAfter,
  type Treatment,
  type WalkAwayStanding,
  whoReturns,
} from "@/lib/math/walk-away";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { BadField } from "@/lib/platform/http/refusal";
import { clauseMarks } from "./constants";
import type { MarkRow } from "./read.mark-rows";
import { toWalkAwayMark } from "./rules.marks";
import type { WalkAway, WalkAwayInput } from "./schema.marks";

type Organization = Parameters<typeof toOrganizationName>[0] & { id: string };
type Marks = {
  clauses: readonly { key: string; number: number }[];
  amendments: readonly { number: number; clause: string }[];
  /** Those that are asked, and their marks. */
  organizations: readonly Organization[];
  rows: readonly MarkRow[];
};

/** Who is lost over which clause and who returns by which change, with names: for the convener alone. */
export function toConvenerView(marks: Marks, input: Omit<WalkAwayInput, "id">): WalkAway["convener"] {
  const { clauses, amendments, organizations, rows } = marks;
  const said = new Map(rows.map((it) => [`${it.organizationId} ${it.clauseKey}`, it]));
  const find = (id: string, key: string) => said.get(`${id} ${key}`);
  const marked: Marked[] = organizations.map(({ id }) => ({
    marks: clauses.map(({ key }) => toWalkAwayMark(find(id, key)?.mark)),
    acceptableWith: clauses.map(({ key }) => find(id, key)?.amendment ?? null),
  }));
  const namesAt = (places: readonly number[]) =>
    places.flatMap((at) => organizations.slice(at, at + 1).map(toOrganizationName));
  // One that changes the same words in several clauses is taken over in all of them, or in none.
  const isAlone = (number: number) => clausesOf(marks, number).length === 1;
  const onClause = clauses.map(({ key }) =>
    amendments.filter((it) => it.clause === key && isAlone(it.number)).map(({ number }) => number),
  );
  const together = [...new Set(amendments.map(({ number }) => number))]
    .filter((number) => !isAlone(number))
    .flatMap((amendment) => {
      const places = clausesOf(marks, amendment);
      const swapped = clauses.map((_, at): Treatment => (places.includes(at) ? { amendment } : "kept"));
      const returns = whoReturns(marked, swapped);
      return places.map((clause) => ({ clause, treatment: { amendment }, returns }));
    });
  const singles = [...returnsByClause(marked, clauses.length, onClause), ...together];
  const treatments = readTreatments(marks, input);
  const standingsOf = (of: readonly WalkAwayStanding[]) =>
    organizations.map((it, at) => ({ organization: toOrganizationName(it), standing: of[at] ?? "unknown" }));
  const now = standingsAfter(
    marked,
    clauses.map(() => "kept" as const),
  );
  return {
    clauses: clauses.map(({ key, number }, at) => ({
      ...{ key, number },
      marks: organizations
        .flatMap((it) => {
          const row = find(it.id, key);
          if (!row) return [];
          const { mark, amendment, textEn, textFr } = row;
          const text = textEn || textFr ? { en: textEn, fr: textFr } : null;
          return [{ organization: toOrganizationName(it), mark, amendment, text }];
        })
        .sort((one, other) => clauseMarks.indexOf(other.mark) - clauseMarks.indexOf(one.mark)),
      unmarked: organizations.filter(({ id }) => !find(id, key)).map(toOrganizationName),
      returns: singles
        .filter(({ clause, returns }) => clause === at && returns.length > 0)
        .map(({ treatment, returns }) => ({
          treatment: typeof treatment === "object" ? ("swapped" as const) : treatment,
          amendment: typeof treatment === "object" ? treatment.amendment : null,
          organizations: namesAt(returns),
        })),
    })),
    now: standingsOf(now),
    after: standingsOf(standingsAfter(marked, treatments)),
    returns: namesAt(whoReturns(marked, treatments)),
  };
}

/** The places of the clauses that an amendment changes. */
const clausesOf = ({ clauses, amendments }: Pick<Marks, "clauses" | "amendments">, number: number) =>
  clauses.flatMap(({ key }, at) => (amendments.some((it) => it.number === number && it.clause === key) ? [at] : []));

/** One treatment for each clause, as it was asked for; what names a clause or an amendment that is not there is refused. */
function readTreatments(marks: Marks, { dropped, bracketed, swapped }: Omit<WalkAwayInput, "id">) {
  const { clauses } = marks;
  const treatments: Treatment[] = clauses.map(() => "kept");
  const treat = (field: string, at: number, treatment: Treatment) => {
    if (treatments[at] !== "kept") throw new BadField(field, "invalid");
    treatments[at] = treatment;
  };
  const findClause = (number: number) => clauses.findIndex((it) => it.number === number);
  for (const number of dropped ?? []) treat("dropped", findClause(number), "dropped");
  for (const number of bracketed ?? []) treat("bracketed", findClause(number), "bracketed");
  for (const amendment of swapped ?? []) {
    const places = clausesOf(marks, amendment);
    // Where it changes several clauses, one of them can be dropped all the same.
    const left = places.filter((at) => treatments[at] !== "dropped" && treatments[at] !== "bracketed");
    if (left.length === 0) throw new BadField("swapped", "invalid");
    for (const at of left) treat("swapped", at, { amendment });
  }
  return treatments;
}
