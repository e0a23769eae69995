import "server-only";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows } from "./read";
import { type CompactStances, type CompactStancesInput, stanceLetters } from "./schema.compact-stances";

/** All stances of all members at once, a letter each: thousands of organizations in the room that cells take for a hundred. */
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
