import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The closed list of words inside lib/<noun>/; a new one needs a decision record. */
const allowedWords = new Set(["schema", "rules", "policy", "read", "write", "api", "jobs", "record"]);
const serverOnly = new Set(["read", "write", "record", "jobs"]);
const free = new Set(["platform", "api"]);
const forbiddenNames = /(^|[-/.])(utils?|helpers?|manager|common|misc)([-/.]|$)/;
/** What nobody wrote: the bare twins of the bench are built inside `tests/bench`. */
const made = new Set(["generated", "node_modules", ".next"]);
const longest = 250;
const longestPage = 30;

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!made.has(entry.name)) yield* filesUnder(at);
    } else yield at;
  }
}

const countLines = (text) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

function* faultsOfCode(file, text) {
  const lines = countLines(text);
  if (lines > longest) yield `${lines} lines, more than ${longest}`;
  if (/^app\/.*page\.tsx$/.test(file) && lines > longestPage)
    yield `a page of ${lines} lines, more than ${longestPage}`;
  if (/["']use server["']/.test(text)) yield "says 'use server': there is one door";
  if (/@ts-(ignore|nocheck)/.test(text)) yield "silences the type checker";
  if (/\b(TODO|FIXME)\b/.test(text)) yield "holds a note to oneself";
}

function* faultsOfRoom(file, text) {
  const [, noun, rest] = /^lib\/([^/]+)\/(.+)$/.exec(file) ?? [];
  if (!noun || !rest || free.has(noun)) return;
  // The mathematics of agreement has a room of its own.
  if (noun === "agreement" && rest.startsWith("math/")) return;
  const word = rest.replace(/(\.[\w-]+)?(\.test)?\.tsx?$/, "").replace(/\.test$/, "");
  if (/\.test\.tsx?$/.test(rest)) return;
  if (!allowedWords.has(word)) yield `"${rest}" is not one of the words of a noun: ${[...allowedWords].join(", ")}`;
  if (serverOnly.has(word) && !text.includes('import "server-only"')) yield 'does not say import "server-only"';
}

/** Every fault of the house, as `file: what`. */
export function findFaults(root) {
  const faults = [];
  for (const folder of ["app", "components", "lib", "prisma", "e2e", "bin", "tests", "locales"]) {
    if (!statSync(path.join(root, folder), { throwIfNoEntry: false })) continue;
    for (const at of filesUnder(path.join(root, folder))) {
      const file = path.relative(root, at).split(path.sep).join("/");
      if (!/\.(ts|tsx|mjs|js|css)$/.test(file) || file === "bin/dev/checks/vocabulary.mjs") continue;
      const text = readFileSync(at, "utf8");
      if (forbiddenNames.test(file)) faults.push(`${file}: a name that says nothing`);
      if (!/^[a-z0-9.[\]()_-]+$/.test(path.basename(file))) faults.push(`${file}: not in kebab-case`);
      for (const fault of [...faultsOfCode(file, text), ...faultsOfRoom(file, text)]) faults.push(`${file}: ${fault}`);
    }
  }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const faults = findFaults(process.cwd());
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
