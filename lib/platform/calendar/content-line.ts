/** A value that the caller has written already: an instant, a number, a word of the standard. */
type Written = string;
type Parameters = Readonly<Record<string, string>>;

// What no text of a calendar may hold; of the controls the tab alone is a letter, and a line end is written as two signs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
const lineEnds = /\r\n?|\n|[\u0085\u2028\u2029]/g;

/** A text as the standard writes it: no line end, comma or semicolon of it can be taken for one of the file. */
export const escapeText = (text: string): Written =>
  text
    .replace(lineEnds, "\n")
    .replace(controls, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

/** The value of a parameter, always in quotes, which would otherwise swallow what stands after a quote (RFC 6868). */
const quoteParameter = (value: string) => {
  const plain = value.replace(lineEnds, "\n").replace(controls, "");
  return `"${plain.replaceAll("^", "^^").replaceAll('"', "^'").replaceAll("\n", "^n")}"`;
};

/** Words of the standard need no quotes; names of people and of zones get them where a sign would end them. */
const writeParameter = (value: string) => (/^[\w/+.-]+$/.test(value) ? value : quoteParameter(value));

const maxOctets = 75;
const encoder = new TextEncoder();

/** No line has more than 75 octets, and none breaks within a letter. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > maxOctets) {
      parts.push(part);
      // The space that a continued line begins with counts.
      part = "";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

/** One line of a calendar, folded, with its end. */
export function writeLine(name: string, value: Written, parameters: Parameters = {}): string {
  const given = Object.entries(parameters).map(([key, it]) => `;${key}=${writeParameter(it)}`);
  return `${fold(`${name}${given.join("")}:${value}`)}\r\n`;
}

export const writeText = (name: string, text: string, parameters?: Parameters) =>
  writeLine(name, escapeText(text), parameters);
