const kept: Record<string, string> = { r2p: "R2P", un: "UN", "new york": "New York", canadian: "Canadian" };
const names = new RegExp(`\\b(${Object.keys(kept).join("|")})\\b`, "gi");

const isShouted = (part: string) => part === part.toUpperCase() && /[A-Z]{2}/.test(part);

/** The words before a parenthesis may be in capitals where those inside are not. */
function settle(part: string): string {
  const [, head = part, tail = ""] = /^([^(]*)(\(.*)?$/.exec(part) ?? [];
  if (!isShouted(head)) return part;
  const lower = head.toLowerCase().replace(names, (name) => kept[name.toLowerCase()] ?? name);
  return lower.replace(/[a-z]/i, (letter) => letter.toUpperCase()) + tail;
}

/** The report prints its headings in capitals; here they are read as sentences, from the outermost inward. */
export const sectionNames = (section: string) => section.split(" > ").map((part) => settle(part.trim()));
