import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { allowedNames } from "./vocabulary/allowed-names.mjs";
import { isCode, parseCode, sourceFiles } from "./vocabulary/code.mjs";
import { collectExportedTypes, sharedTypeFaults } from "./vocabulary/exported-types.mjs";
import { fileFaults } from "./vocabulary/file-rules.mjs";
import { catalogueKeys, declaredNames, retiredIn } from "./vocabulary/retired-words.mjs";
import { rightsReadBy } from "./vocabulary/screen-rights.mjs";

/**
 * Every breach of the house's rules on names and files, as `file: what`.
 * @param {string} root
 * @param {readonly import("./vocabulary/allowed-names.mjs").AllowedName[]} allowed
 */
export function findFaults(root, allowed = allowedNames) {
  const faults = [];
  const types = new Map();
  const used = new Set();
  const reportRetired = (file, kind, name) => {
    for (const word of retiredIn(name)) {
      const entry = allowed.find((it) => it.file === file && it.name === name);
      if (entry) used.add(entry);
      else faults.push(`${file}: ${kind} ${name} has the retired word "${word}"`);
    }
  };
  for (const file of sourceFiles(root)) {
    const text = readFileSync(path.join(root, file), "utf8");
    reportRetired(file, "file", file);
    if (/^locales\/en\/.+\.json$/.test(file))
      for (const { key, path: at } of catalogueKeys(JSON.parse(text)))
        if (retiredIn(key).length > 0) reportRetired(file, "key", at);
    for (const fault of fileFaults(file, text)) faults.push(`${file}: ${fault}`);
    if (!isCode(file)) continue;
    const source = parseCode(file, text);
    for (const { kind, name } of declaredNames(source)) reportRetired(file, kind, name);
    for (const right of rightsReadBy(file, source))
      faults.push(`${file}: a screen reads ${right} of an account for a right`);
    collectExportedTypes(types, file, source);
  }
  for (const entry of allowed)
    if (!used.has(entry)) faults.push(`${entry.file}: ${entry.name} is allowed a retired word and is not there`);
  return [...faults, ...sharedTypeFaults(types)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const faults = findFaults(process.cwd());
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
