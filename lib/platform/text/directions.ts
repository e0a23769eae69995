const embeddings = "\u202a\u202b\u202d\u202e";
const isolates = "\u2066\u2067\u2068";
const [endOfEmbedding, endOfIsolate] = ["\u202c", "\u2069"];
/** As deep as any text needs. Deeper ones a reader's program passes over, each in its own way. */
const deepest = 20;

/** Which way a text runs, marked in it: whether it has such marks at all. */
const marked = /[\u202a-\u202e\u2066-\u2069]/;

/** One line that ends every direction it begins, and ends none that it did not begin. */
function closeLine(line: string): string {
  let kept = "";
  const open: string[] = [];
  for (const letter of line) {
    if (embeddings.includes(letter) || isolates.includes(letter)) {
      if (open.length === deepest) continue;
      open.push(embeddings.includes(letter) ? endOfEmbedding : endOfIsolate);
    } else if (letter === endOfEmbedding) {
      if (open.at(-1) !== endOfEmbedding) continue;
      open.pop();
    } else if (letter === endOfIsolate) {
      if (!open.includes(endOfIsolate)) continue;
      // What was begun within it ends with it.
      while (open.at(-1) === endOfEmbedding) kept += open.pop();
      open.pop();
    }
    kept += letter;
  }
  return kept + open.reverse().join("");
}

/**
 * A text whose directions end where their line ends. One that stays open would turn whatever is printed after it: another
 * organization's words, a date, a count.
 */
export const closeDirections = (text: string) =>
  marked.test(text) ? text.split("\n").map(closeLine).join("\n") : text;
