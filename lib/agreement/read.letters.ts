import "server-only";
import type { Viewer } from "@/lib/platform/viewer";
import { readRows } from "./read";
import { type Lettered, type LettersInput, letters } from "./schema.letters";

/** All stances of all members at once, a letter each: thousands of organizations in the room that cells take for a hundred. */
export async function readLetters(viewer: Viewer, input: LettersInput): Promise<Lettered> {
  const { rows, members, asOf } = await readRows(viewer, input);
  return {
    propositions: rows.map(({ slug, number, title, theme, notShown, stances }) => {
      const blank = notShown === "some" ? "not_shown" : "not_recorded";
      const said = members.map(({ id }) => letters[stances.get(id)?.stance ?? blank]).join("");
      return { slug, number, title, theme, notShown, letters: said };
    }),
    organizations: members.map(({ slug, code, short }) => ({ slug, code, short })),
    asOf,
  };
}
