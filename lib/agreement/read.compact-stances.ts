import "server-only";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows } from "./read";
import { type CompactStances, type CompactStancesInput, stanceLetters } from "./schema.compact-stances";

/** Every stance as one letter: thousands of organizations in the space that cells need for a hundred. */
export async function readCompactStances(viewer: Viewer, input: CompactStancesInput): Promise<CompactStances> {
  const { rows, members, asOf } = await readRows(viewer, input);
  return {
    propositions: rows.map(({ slug, number, title, theme, notShown, stances }) => {
      const blank = notShown === "some" ? "not_shown" : "not_recorded";
      const said = members.map(({ id }) => stanceLetters[stances.get(id)?.stance ?? blank]).join("");
      return { slug, number, title, theme, notShown, letters: said };
    }),
    organizations: members.map(({ slug, code, short }) => ({ slug, code, short })),
    asOf,
  };
}
