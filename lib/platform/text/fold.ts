const letters: Record<string, string> = { œ: "oe", æ: "ae", "’": "'", ʼ: "'", "–": "-", "—": "-", "‑": "-" };

/** A text as a reader may type it: no accents, no capitals, plain apostrophes and spaces. */
export const foldText = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæ’ʼ–—‑]/g, (letter) => letters[letter] ?? letter)
    .replace(/\s+/g, " ");

/** Whether every word asked for is somewhere in these texts. Nothing asked for finds everything. */
export function matchesAllWords(q: string | undefined, texts: readonly (string | null | undefined)[]): boolean {
  const words = foldText(q ?? "")
    .split(" ")
    .filter(Boolean);
  if (words.length === 0) return true;
  const whole = foldText(texts.filter(Boolean).join("\n"));
  return words.every((word) => whole.includes(word));
}
