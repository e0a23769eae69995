import { foldText } from "@/lib/platform/text/fold";

/** Where somebody is named. `joined`: a letter stands so close that it may be another name, as in `Anna Roy-Tremblay`. */
export type Match = { start: number; end: number; joined: boolean };

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const letter = String.raw`[\p{L}\p{M}\p{N}]`;
const endsInWord = new RegExp(`${letter}$`, "u");
const startsWithWord = new RegExp(`^${letter}`, "u");
const mark = /^\p{M}/u;
/** Scripts that are written without spaces between words. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const endsUnspaced = new RegExp(`${unspaced}$`, "u");
const startsUnspaced = new RegExp(`^${unspaced}`, "u");
const apostrophe = "['’‘ʼ]";
/** `d’Anna Roy` names Anna Roy, `O’Brien` does not name Brien. */
const elision = new RegExp(`(?<!${letter})([cdjlmnst]|qu|jusqu|lorsqu|puisqu)${apostrophe}$`, "iu");
const endsInApostrophe = new RegExp(`${letter}${apostrophe}$`, "u");
const possessive = new RegExp(`^${apostrophe}s(?!${letter})`, "iu");
const startsWithApostrophe = new RegExp(`^${apostrophe}${letter}`, "u");
const endsInHyphen = new RegExp(`${letter}[-‐‑]$`, "u");
const startsWithHyphen = new RegExp(`^[-‐‑]${letter}`, "u");

type Side = "apart" | "joined" | "inside";

function sideBefore(before: string, called: string): Side {
  if (!startsWithWord.test(called)) return "apart";
  if (endsInHyphen.test(before)) return "joined";
  if (endsInApostrophe.test(before)) return elision.test(before) ? "apart" : "inside";
  if (!endsInWord.test(before)) return "apart";
  return endsUnspaced.test(before) || startsUnspaced.test(called) ? "joined" : "inside";
}

function sideAfter(called: string, after: string): Side {
  // `Anna K.` ends in a sign, so no word can go on there; a letter right behind it may still make another of it.
  if (!endsInWord.test(called)) return startsWithWord.test(after) ? "joined" : "apart";
  if (startsWithHyphen.test(after)) return "joined";
  if (startsWithApostrophe.test(after)) return possessive.test(after) ? "apart" : "inside";
  if (!startsWithWord.test(after)) return "apart";
  return startsUnspaced.test(after) || endsUnspaced.test(called) ? "joined" : "inside";
}

/** A text as `foldText` has it, and for each of its letters where it came from. */
function foldWithOffsets(text: string) {
  let folded = "";
  const offsets: { start: number; end: number }[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = foldText(sign);
    const place = { start: at, end: at + sign.length };
    at = place.end;
    for (const unit of plain === " " && folded.endsWith(" ") ? "" : plain.split("")) {
      folded += unit;
      offsets.push(place);
    }
  }
  return { folded, offsets };
}

/** How a name is looked for; null for one that is too short to mean anybody: a letter is everywhere. */
export function foldName(name: string): string | null {
  const folded = foldText(name).trim();
  return (folded.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2 ? folded : null;
}

const nearby = 12;

/** Where a text names somebody as whole words, whatever the accents, capitals, quotation marks, hyphens and spaces. */
export function findName(text: string, name: string): Match[] {
  const wanted = foldName(name);
  if (!wanted) return [];
  const { folded, offsets } = foldWithOffsets(text);
  const found: Match[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const start = offsets[at]?.start ?? 0;
    let end = offsets[at + wanted.length - 1]?.end ?? text.length;
    // An accent that is written as a sign of its own belongs to the letter before it.
    while (mark.test(text.slice(end))) end += [...text.slice(end, end + 2)][0]?.length ?? 1;
    const before = text.slice(Math.max(0, start - nearby), start).replace(invisible, "");
    const after = text.slice(end, end + nearby).replace(invisible, "");
    const called = text.slice(start, end);
    const sides = [sideBefore(before, called), sideAfter(called, after)];
    if (sides.includes("inside") || start < (found.at(-1)?.end ?? 0)) continue;
    found.push({ start, end, joined: sides.includes("joined") });
  }
  return found;
}

const localPart = /([\p{L}\p{N}!#$%&*+^_~-]|[\p{L}\p{N}][.'])$/u;
const domainPart = /^([\p{L}\p{N}]|-+[\p{L}\p{N}]|\.[\p{L}\p{N}])/u;

/** Where an address stands by itself: `ann@x.example` is not in `joann@x.example`. */
export function findAddress(text: string, email: string): Match[] {
  const pattern = new RegExp(email.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"), "gi");
  return [...text.matchAll(pattern)].flatMap(({ 0: { length }, index: start }) => {
    const end = start + length;
    const isOther = localPart.test(text.slice(0, start)) || domainPart.test(text.slice(end));
    return isOther ? [] : [{ start, end, joined: false }];
  });
}

/** The text with other words wherever there is a match. */
export function replaceMatches(text: string, matches: readonly Match[], instead: string): string {
  let [rest, at] = ["", 0];
  for (const { start, end } of matches) {
    rest += text.slice(at, start) + instead;
    at = end;
  }
  return rest + text.slice(at);
}
