import { foldText } from "@/lib/platform/text/fold";

/** Addresses under /organizations that are pages of their own. */
const reserved = new Set(["apply", "applications", "convener", "similar"]);

const ignoredTokens = new Set(
  "the of for and a an on in de du des la le les l d et pour en au aux un une sur".split(" "),
);

const tokenize = (name: string) =>
  foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const byApplication = /^application-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What an organization goes by until it is admitted. An address made of its name would have to be unlike those that are
 * taken, and so tell whoever applies that such a name takes part already.
 */
export const slugOfApplication = (applicationId: string) => `application-${applicationId}`;

/** The application that an address was made of, or null: it leads to the organization under its later address too. */
export const applicationIn = (slug: string): string | null => byApplication.exec(slug)?.[1] ?? null;

/** An address made of a name, unlike those that are taken. */
export function suggestSlug(name: string, taken: ReadonlySet<string>): string {
  const tokens = tokenize(name).filter((word) => !ignoredTokens.has(word));
  const cut = tokens.join("-").slice(0, 60);
  const stem = (cut.endsWith("-") ? cut.slice(0, -1) : cut) || "organization";
  const free = (slug: string) => !taken.has(slug) && !reserved.has(slug) && !byApplication.test(slug);
  if (free(stem)) return stem;
  for (let number = 2; ; number++) if (free(`${stem}-${number}`)) return `${stem}-${number}`;
}

const codeCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Two characters for tight places: the initials where they are free, else the first free pair that begins like the name. */
export function suggestCode(name: string, taken: ReadonlySet<string>): string {
  const tokens = tokenize(name).filter((word) => !ignoredTokens.has(word));
  const letters = tokens.join("").toUpperCase();
  const first = letters[0] ?? "O";
  const initials = tokens.map((word) => (word[0] ?? "").toUpperCase());
  const likely = [...initials.slice(1), ...letters.slice(1)].map((second) => first + second);
  const others = [...codeCharacters].map((second) => first + second);
  const rest = [...codeCharacters].flatMap((one) => [...codeCharacters].map((other) => one + other));
  const found = [...likely, ...others, ...rest].find((code) => code.length === 2 && !taken.has(code));
  // Beyond 1,296 organizations a code is longer.
  return found ?? `${first}${taken.size}`;
}

const drawnCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * What stands in tight places until an organization is admitted: drawn by lot, in small letters, so that it says nothing of
 * the name or of the codes that are taken.
 * @param draw a whole number from 0 to below `most`
 */
export function drawCode(taken: ReadonlySet<string>, draw: (most: number) => number): string {
  for (;;) {
    const code = Array.from({ length: 4 }, () => drawnCharacters[draw(drawnCharacters.length)]).join("");
    if (!taken.has(code)) return code;
  }
}

/** A short form of a name for lists: the whole where it is short, else its first words. */
export function suggestShort(name: string): string {
  if (name.length <= 28) return name;
  const rest = name.split(/\s+/);
  let short = (rest.shift() ?? name).slice(0, 28);
  for (const word of rest) {
    if (`${short} ${word}`.length > 28) break;
    short += ` ${word}`;
  }
  const end = short.split(" ");
  while (end.length > 1 && ignoredTokens.has(foldText(end.at(-1) ?? "").replace(/[^a-z]/g, ""))) end.pop();
  return end.join(" ");
}
