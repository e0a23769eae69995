import type { FileType } from "./file-type";

/** What nobody sees, what turns the letters around it, and what a file system or a header takes for more than a letter. */
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}<>:"/\\|?*%]/gu;
/** Names that an older system keeps for its machines. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const endings: Record<FileType, RegExp> = { pdf: /\.pdf$/i, docx: /\.docx$/i, txt: /\.(?:txt|text)$/i };

const maxLetters = 100;

/** A file's name as it is kept and given out: a name and no path, in letters that are seen, with the ending of what it is. */
export function toFileName(given: string, type: FileType): string {
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last.replace(endings[type], "").replaceAll("\ufffd", "").replace(unwanted, "").replace(/\s+/g, " ");
  const short = trimDots([...stem].slice(0, maxLetters).join(""));
  const named = /[\p{L}\p{N}]/u.test(short) ? short : "file";
  return `${kept.test(named.split(".")[0] ?? "") ? "_" : ""}${named}.${type}`;
}

/** Without spaces and dots at its ends, letter by letter: a pattern would try each run of them again and again. */
function trimDots(text: string): string {
  const letters = [...text];
  const isEdge = (letter: string | undefined) => letter !== undefined && (letter === "." || letter.trim() === "");
  while (isEdge(letters[0])) letters.shift();
  while (isEdge(letters.at(-1))) letters.pop();
  return letters.join("");
}

const escapeOctet = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** As RFC 6266 says it: a name in plain letters for old readers, and the whole of it as RFC 8187 writes it. */
export function toAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, escapeOctet);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
