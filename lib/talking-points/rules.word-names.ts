import { toCanonicalText } from "@/lib/platform/text/canonical";
import { sha256 } from "@/lib/platform/text/digest";

export type Language = "en" | "fr";
export const clauseParts = ["kind", "question", "text", "of", "source"] as const;
export type ClausePart = (typeof clauseParts)[number];

const short = (digest: string) => digest.slice(0, 8);

/** By which the words are found again: the version by its digest, the clause by its number, and what of it. */
export const toPartName = (digest: string, number: number, part: ClausePart, language: Language) =>
  `clause_${number}_${part}_${language}_${short(digest)}`;
export const toTitleName = (digest: string, language: Language) => `title_${language}_${short(digest)}`;
const seal = (text: string) => short(sha256(toCanonicalText(text)));
/** What is ours carries its own digest, so that a change of it is seen. */
export const toFrameName = (text: string, at: number) => `frame_${at}_${seal(text)}`;

const ours = /^(?:clause_(\d{1,3})_(kind|question|text|of|source)|title|frame_\d{1,4})_(?:(en|fr)_)?([0-9a-f]{8})$/;

/** LibreOffice names the bookmarks of words that were pasted or moved after those of their first place. */
const copied = /(?:_Copy_\d+)+_?$/;

/** What a bookmark says of the words in it; null for one that is not ours. */
export type WordName =
  | {
      readonly of: "clause";
      readonly number: number;
      readonly part: ClausePart;
      readonly digest: string;
      language: Language;
    }
  | { readonly of: "title"; readonly digest: string; readonly language: Language }
  | { readonly of: "frame"; readonly digest: string };

export function readName(given: string): WordName | null {
  const name = given.replace(copied, "");
  const [, number, part, language, digest = ""] = ours.exec(name) ?? [];
  if (digest === "") return null;
  if (name.startsWith("frame")) return language ? null : { of: "frame", digest };
  if (!language) return null;
  const said = { digest, language: language as Language };
  return number
    ? { of: "clause", number: Number(number), part: part as ClausePart, ...said }
    : { of: "title", ...said };
}

export const isUntouched = (text: string, digest: string) => seal(text) === digest;
