/** The closed list of words inside lib/<noun>/; a new one needs a decision record. */
const nounWords = [
  "schema",
  "rules",
  "policy",
  "read",
  "write",
  "api",
  "activity",
  "jobs",
  "record",
  "tasks",
  "constants",
];
const serverOnly = new Set(["read", "write", "record", "activity", "jobs", "tasks"]);
/** Folders of lib that are no noun and name their files freely. */
const freeFolders = new Set(["platform", "api", "math", "uploads"]);
const emptyNames = /(^|[-/.])(utils?|helpers?|manager|common|misc)([-/.]|$)/;
const maxLines = 250;
const maxPageLines = 30;

const countLines = (text) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** What is wrong with a file's name, place, length or text. */
export function* fileFaults(file, text) {
  if (!/\.(ts|tsx|mjs|js|css)$/.test(file)) return;
  if (emptyNames.test(file)) yield "a name that says nothing";
  if (!/^[a-z0-9.[\]()_-]+$/.test(file.slice(file.lastIndexOf("/") + 1))) yield "not in kebab-case";
  yield* textFaults(file, text);
  yield* nounFaults(file, text);
}

function* textFaults(file, text) {
  const lines = countLines(text);
  if (lines > maxLines) yield `${lines} lines, more than ${maxLines}`;
  if (/^app\/.*page\.tsx$/.test(file) && lines > maxPageLines)
    yield `a page of ${lines} lines, more than ${maxPageLines}`;
  if (/["']use server["']/.test(text)) yield "says 'use server': screens change things through the router alone";
  if (/@ts-(ignore|nocheck)/.test(text)) yield "silences the type checker";
  if (/\b(TODO|FIXME)\b/.test(text)) yield "has a note to oneself";
}

function* nounFaults(file, text) {
  const [, folder, name] = /^lib\/([^/]+)\/(.+)$/.exec(file) ?? [];
  if (!folder || !name || freeFolders.has(folder) || /\.test\.tsx?$/.test(name)) return;
  const word = name.replace(/(\.[\w-]+)?\.tsx?$/, "");
  if (!nounWords.includes(word)) yield `"${name}" is not one of the words of a noun: ${nounWords.join(", ")}`;
  if (serverOnly.has(word) && !text.includes('import "server-only"')) yield 'does not say import "server-only"';
}
