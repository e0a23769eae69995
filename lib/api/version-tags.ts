import type { Problem } from "./problem";

/** More than this are not compared: a caller has seen one version, or a few. */
const maxTags = 10;

const tag = /^(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;
// What a server before us adds when it packs an answer: `"4-gzip"`, `"4;br"`, `"4--gzip"`.
const version = /^(\d{1,9})(?:(?:--?|[;:])(?:x-)?(?:gzip|br|zstd|deflate|compress))?$/;

/** The tags of a list as RFC 9110 separates them; a comma may stand inside quotation marks. Null for what is no list of tags. */
function splitTags(header: string): string[] | null {
  const tags: string[] = [];
  for (let rest = header.trim(); rest; ) {
    const [whole, found] = /^(?:[ \t]*,)*[ \t]*((?:W\/)?"[^"]*")[ \t]*(?:,[ \t,]*|$)/.exec(rest) ?? [];
    const inner = found && tag.exec(found)?.[1];
    if (!whole || inner === undefined) return null;
    tags.push(inner);
    rest = rest.slice(whole.length);
  }
  return tags;
}

/**
 * What the caller says they saw. `versions` is null where nothing is said, and empty where they name what is no version of
 * ours. A weak tag is taken for its version: what is compared is which text was read, not the bytes it came in.
 */
export type Seen = { versions: number[] | null; nothingYet: boolean };

const refuse = (header: string, reason: string): Problem => ({
  status: 400,
  reason: "badVersionTag",
  errors: { [header]: [reason] },
});

/** What If-Match and If-None-Match say, or which of them cannot be meant. Only for what changes something. */
export function readSeen(headers: Headers): Seen | Problem {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")?.trim() ?? null];
  if (noneMatch !== null && noneMatch !== "*") return refuse("If-None-Match", "onlyStar");
  const nothingYet = noneMatch === "*";
  if (match === null) return { versions: null, nothingYet };
  if (match.trim() === "*") return refuse("If-Match", "anyVersion");
  const tags = splitTags(match);
  if (!tags?.length || tags.length > maxTags) return refuse("If-Match", "notVersionTags");
  const versions = tags.flatMap((it) => {
    const found = version.exec(it)?.[1];
    return found ? [Number(found)] : [];
  });
  return { versions: [...new Set(versions)], nothingYet };
}
