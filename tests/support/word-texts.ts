import type { WordParagraph, WordText } from "@/lib/platform/documents/word";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import { digestOfText } from "@/lib/platform/text/digest";
import { clauseKinds } from "@/lib/talking-points/constants";
import { type ClauseText, toPrintedText } from "@/lib/talking-points/rules.text";
import { composeWord, type WordFrame, type WordNote, type WordVersion } from "@/lib/talking-points/rules.word";
import { clauseOf } from "./clause-texts";
import { fc } from "./fast-check";

const named = {
  key_message: "Key message",
  proof: "Proof",
  if_asked: "If asked",
  do_not_say: "Do not say",
  ask: "Ask",
};
const nommés = {
  ...named,
  key_message: "Message clé",
  proof: "Preuve",
  if_asked: "Si on demande",
  do_not_say: "À ne pas dire",
  ask: "Demande",
};
export const labels = { en: named, fr: nommés };
export const toComplete = { sourceToChoose: "Proof: add its source", officeToChoose: "Ask: add whom it asks" };

export const frameOf = (language: "en" | "fr"): WordFrame => ({
  kinds: labels[language],
  opening: ["In discussion · Version 2, 1 June 2026", "Speaks for 3 organizations."],
  closing: ["Digest: 0123"],
  remarks: {
    head: "Reservations and dissent",
    of: [
      { style: "small", text: "Reservation: Kettle Rapids, on version 2." },
      { style: "quote", text: "Not « in our name ».", language: "fr" },
    ],
  },
});

/** A version with the digest of its words. */
export function versionOf(number: number, clauses: readonly ClauseText[], title = "No licence for force"): WordVersion {
  const names = { titleEn: title, titleFr: `${title} (fr)` };
  return { number, ...names, clauses, digest: digestOfText(toPrintedText(names, clauses)) };
}

type More = Partial<{ language: "en" | "fr"; since: WordVersion | null; notes: readonly WordNote[] }>;

export const wordOf = (version: WordVersion, { language = "en", since = null, notes = [] }: More = {}): WordText =>
  composeWord({
    ...{ language, author: "Concerted", at: new Date("2026-06-01T12:00:00Z"), point: "the-point" },
    ...{ version, since, notes, frame: frameOf(language) },
  });

export const changeParagraph = (
  text: WordText,
  name: RegExp,
  change: (it: WordParagraph) => readonly WordParagraph[],
): WordText => ({
  ...text,
  paragraphs: text.paragraphs.flatMap((it) => (name.test(it.name) ? change(it) : [it])),
});

/** Letters that other programs get wrong: directions, joiners, look-alikes, markup, letters outside the first plane. */
const awkward = [
  ...[
    "mesures",
    "l’accord",
    "l'accord",
    "reconstruction",
    "Nisg̱a’a",
    "Kwakwa̱ka̱ʼwakw",
    "ᐃᓄᒃᑎᑐᑦ",
    "العربية",
    "שלום",
    "नमस्ते",
  ],
  ...[
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "_x0041_",
    "\u202eabc\u202c",
    "a\u200db",
    "pаypal",
    "𝒜𐐷",
    "👩🏽‍🚒",
    "100\u00a0%",
    "«\u00a0oui\u00a0»",
  ],
  ...["non‑violent", "co\u2010op", "10\u2009000", "e\u0301", "…", "—", "=1+1", "%s", "\\u0000"],
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("the", "measures", "run", "from", "to", "force") },
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
);
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "\t", "  ", "\u00a0");
export const prose = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
  .map((words) => toCanonicalText(words.map((it) => it.join("")).join("")))
  .filter((it) => it !== "");
const maybe = fc.option(prose, { nil: null, freq: 2 });

const clause = fc
  .record({
    kind: fc.constantFrom(...clauseKinds),
    en: maybe,
    fr: prose,
    questionEn: maybe,
    source: maybe,
    addresseeEn: maybe,
  })
  .map((it) => ({
    ...it,
    questionFr: it.questionEn && `${it.questionEn} (fr)`,
    addresseeFr: it.addresseeEn && `${it.addresseeEn} (fr)`,
  }));

/** Two versions of a text: clauses changed, added, dropped and in another order. */
export const twoVersions = fc
  .tuple(
    fc.array(fc.tuple(clause, clause), { minLength: 2, maxLength: 6 }),
    fc.uniqueArray(fc.nat(5), { maxLength: 6 }),
    fc.uniqueArray(fc.nat(5), { maxLength: 6 }),
    fc.subarray([0, 1, 2, 3, 4, 5]),
  )
  .map(([pairs, first, second, changed]) => {
    const at = (place: number, later: boolean) => {
      const pair = pairs[place % pairs.length];
      const written = later && changed.includes(place) ? pair?.[1] : pair?.[0];
      return { ...clauseOf(`clause-${place}`, ""), ...written } as ClauseText;
    };
    return {
      before: versionOf(
        1,
        first.map((it) => at(it, false)),
        "Before",
      ),
      after: versionOf(
        2,
        second.map((it) => at(it, true)),
        "After",
      ),
    };
  });
