/** @typedef {{ file: string, name: string, why: string }} AllowedName */

/** Names in which a retired word is the right one. An entry whose name has gone is a fault itself. */
/** @type {readonly AllowedName[]} */
export const allowedNames = [
  { file: "components/ui/icons.tsx", name: "DoorOpen", why: "the name of a lucide icon" },
  ...["title", "counted", "rule", "none"].map((key) => ({
    file: "locales/en/agreement.json",
    name: `categories.${key}.common_ground`,
    why: "the key is the value that the API gives for this category",
  })),
  ...["clauseKind", "write.kindMeaning", "handout.part"].flatMap((key) =>
    ["if_asked", "do_not_say"].map((kind) => ({
      file: "locales/en/talking-points.json",
      name: `${key}.${kind}`,
      why: "the key is the value that the API gives for this kind of clause",
    })),
  ),
  { file: "lib/platform/text/word-count.ts", name: "countWords", why: "words are what it counts" },
  { file: "lib/platform/text/fold.ts", name: "matchesAllWords", why: "it compares the words of a search, one by one" },
  {
    file: "locales/en/positions.json",
    name: "files.refused.wordsChanged",
    why: "the reason of a refusal, which programs read in the API's answers",
  },
  {
    file: "locales/en/membership.json",
    name: "status.obstacle.holdsTheTerm",
    why: "the reason of a refusal, which programs read in the API's answers",
  },
];
