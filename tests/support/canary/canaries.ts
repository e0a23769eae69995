/** The observers of the leak sweeps: every role that reads differently, and some that might wrongly gain by theirs. */
export const observers = [
  "visitor",
  "administrator",
  "guest",
  "applicant",
  "suspended",
  "former",
  "other",
  "otherToken",
  "observer",
  "convener",
  "representative",
  "representativeToken",
  "signatory",
] as const;
export type Observer = (typeof observers)[number];

export const nobody: Observer[] = [];
/** The people of the organization whose words are planted. */
export const own: Observer[] = ["representative", "representativeToken", "signatory"];
export const inNetwork: Observer[] = [...own, "other", "otherToken", "observer", "convener"];
/** They see what any visitor sees, whatever else they are. */
export const outside: Observer[] = ["visitor", "administrator", "guest", "applicant", "suspended", "former"];

/** The word that was planted under this name. */
export const toWord = (...parts: string[]) => `cnry-${parts.join("-").toLowerCase()}-zz`;

/** The words that were planted, each with those who may come across it. */
export class Canaries {
  readonly readers = new Map<string, readonly Observer[]>();

  /** A word found nowhere else, for these readers. */
  for(readers: readonly Observer[], ...parts: string[]): string {
    const word = toWord(...parts);
    if (this.readers.has(word)) throw new Error(`${word} is planted twice`);
    this.readers.set(word, readers);
    return word;
  }
}

// A word says where it ends, since a page may set another beside it. What begins like one and never ends is found as well.
const word = /cnry-[a-z0-9-]*?zz|cnry-[a-z0-9-]*/g;

/** Every planted word that stands in a text, whatever stands around it. */
export const canariesIn = (text: string): string[] => [...new Set(text.toLowerCase().match(word) ?? [])];
