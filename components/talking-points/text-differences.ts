import type { FormValues } from "@/components/forms/saved-values";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { clauseNames } from "./text-values";

type Texts = Pick<TalkingPointDetail, "title"> & {
  text: { clauses: readonly Pick<TalkingPointDetail["text"]["clauses"][number], "key" | "number" | "text">[] };
};

/** `gone`: a clause of one's own that the other text has no longer; `new`: one that it has and one's own has not. */
export type TextDifference = {
  place: "titleLine" | "clause" | "gone" | "new";
  number: number;
  lang: "en" | "fr";
  before: string;
  after: string;
};

/** Where the words in force differ from those that were typed over an earlier version, language by language. */
export function differencesFrom(mine: FormValues, theirs: Texts): TextDifference[] {
  const names = clauseNames(mine);
  const nameOf = new Map(names.map((name) => [mine[`${name}.key`] ?? "", name]));
  const there = new Set(theirs.text.clauses.map(({ key }) => key));
  const typed = (name: string, lang: "en" | "fr") => (mine[`${name}.${lang}`] ?? "").trim();
  return (["en", "fr"] as const)
    .flatMap((lang): TextDifference[] => [
      { place: "titleLine", number: 0, lang, before: typed("title", lang), after: theirs.title[lang] ?? "" },
      ...theirs.text.clauses.map(({ key, number, text }): TextDifference => {
        const name = nameOf.get(key);
        const before = name === undefined ? "" : typed(`${name}.text`, lang);
        return { place: name === undefined ? "new" : "clause", number, lang, before, after: text[lang] ?? "" };
      }),
      ...names.flatMap((name, at): TextDifference[] => {
        const key = mine[`${name}.key`];
        if (!key || there.has(key)) return [];
        return [{ place: "gone", number: at + 1, lang, before: typed(`${name}.text`, lang), after: "" }];
      }),
    ])
    .filter(({ before, after }) => before !== after);
}
