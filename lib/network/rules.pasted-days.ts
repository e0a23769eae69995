import { foldText } from "@/lib/platform/text/fold";
import { addDays, weekdayOf } from "@/lib/platform/time/working-days";
import { longestClosing } from "./constants";

/** Months as people write them, in either language, whole or cut short; without accents, as `foldText` leaves them. */
const months: Record<string, number> = Object.fromEntries(
  [
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug aout",
    "september sept sep septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec decembre",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1])),
);

/** Words that say nothing about which day is meant. */
const unsaid = new Set(
  "the of from week weeks le la les du des de semaine semaines monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun lundi lun mardi mer mercredi jeudi jeu vendredi ven samedi sam dimanche dim".split(
    " ",
  ),
);
const joining = new Set(["to", "until", "till", "through", "au", "a", "-"]);

type Part = { year?: number; month?: number; day?: number };
type Fault = "unreadable" | "noYear" | "notADay" | "endsBeforeItBegins" | "closingTooLong";
/** One line as it was read: its days, or why there are none. */
export type PastedLine = { number: number; text: string } & (
  | { firstOn: string; lastOn: string; fault?: undefined }
  | { fault: Fault }
);

const lineLimit = 300;
const isoDay = /(\d{4})-(\d{2})-(\d{2})/g;
const wholeIso = /^\d{4}-\d{2}-\d{2}$/;

/** The words and figures of a line; an ISO day stays one of them, any other dash joins two days. */
const splitLine = (line: string) =>
  foldText(line)
    .replace(isoDay, " $1_$2_$3 ")
    .replace(/-/g, " - ")
    .replaceAll("_", "-")
    .replace(/(\d)(?:st|nd|rd|th|er|re)\b/g, "$1")
    .replace(/[.,()]/g, " ")
    .split(" ")
    .filter((word) => word !== "" && !unsaid.has(word));

function readPart(words: readonly string[]): Part | null {
  const part: Part = {};
  const assign = (key: keyof Part, value: number) => {
    if (part[key] !== undefined) return false;
    part[key] = value;
    return true;
  };
  for (const word of words) {
    const month = Object.hasOwn(months, word) ? months[word] : undefined;
    const isSaid = wholeIso.test(word)
      ? ["year", "month", "day"].every((key, at) => assign(key as keyof Part, Number(word.split("-")[at])))
      : month !== undefined
        ? assign("month", month)
        : /^\d{4}$/.test(word)
          ? assign("year", Number(word))
          : /^\d{1,2}$/.test(word) && assign("day", Number(word));
    if (!isSaid) return null;
  }
  return part;
}

/** A day of the calendar as it is written here, if there is one: 31 April is none. */
function toDay(year: number, month: number, day: number): string | null {
  const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written) ? written : null;
}

/** Monday to Friday around a day; of a Sunday, the week that it begins. */
function weekOf(day: string) {
  const weekday = weekdayOf(day);
  const firstOn = addDays(day, 1 - weekday);
  return { firstOn, lastOn: addDays(firstOn, 4) };
}

type Read = { firstOn: string; lastOn: string; year: number } | { fault: Fault };

/** What one end leaves out, the other says: "January 25 to 29, 2027". The year is that of the line, or of the lines before it. */
function readRange(from: Part, to: Part, known: number | null): Read {
  const [firstMonth, lastMonth] = [from.month ?? to.month, to.month ?? from.month];
  if (!from.day || !to.day || !firstMonth || !lastMonth) return { fault: "unreadable" };
  const turns = firstMonth > lastMonth ? 1 : 0;
  const firstYear = from.year ?? (to.year !== undefined ? to.year - turns : known);
  if (firstYear === null) return { fault: "noYear" };
  const lastYear = to.year ?? firstYear + turns;
  const [firstOn, lastOn] = [toDay(firstYear, firstMonth, from.day), toDay(lastYear, lastMonth, to.day)];
  if (!firstOn || !lastOn) return { fault: "notADay" };
  if (lastOn < firstOn) return { fault: "endsBeforeItBegins" };
  if (lastOn >= addDays(firstOn, longestClosing)) return { fault: "closingTooLong" };
  return { firstOn, lastOn, year: firstYear };
}

function readLine(text: string, known: number | null): Read {
  const words = splitLine(text);
  const joint = words.findIndex((word) => joining.has(word));
  const [before, after] = joint < 0 ? [words, words] : [words.slice(0, joint), words.slice(joint + 1)];
  const [from, to] = [readPart(before), readPart(after)];
  if (!from || !to) return { fault: "unreadable" };
  const range = readRange(from, to, known);
  if ("fault" in range || joint >= 0 || !/\b(week|semaine)\b/.test(foldText(text))) return range;
  return { ...weekOf(range.firstOn), year: range.year };
}

const onlyYear = /^\s*(\d{4})\s*:?\s*$/;

/**
 * Days as they stand in a list somebody has: one range a line (or several with semicolons between them), in words or as 2027-01-25,
 * in English or French, one day, two days and what joins them, or "week of". A year alone is said for the lines under it. Days in
 * figures alone, such as 02/03, are nobody's to guess.
 */
export function readPastedDays(pasted: string, year: number | null = null): PastedLine[] {
  let known = year;
  return pasted
    .split("\n")
    .slice(0, lineLimit)
    .flatMap((line, at) => line.split(";").map((text) => ({ number: at + 1, text: text.trim() })))
    .flatMap(({ number, text }): PastedLine[] => {
      if (text === "") return [];
      const [, heading] = onlyYear.exec(text) ?? [];
      if (heading) {
        known = Number(heading);
        return [];
      }
      const read = readLine(text.slice(0, 200), known);
      if ("fault" in read) return [{ number, text, fault: read.fault }];
      // The next line goes on from here, also over the turn of a year.
      known = Number(read.lastOn.slice(0, 4));
      return [{ number, text, firstOn: read.firstOn, lastOn: read.lastOn }];
    });
}
