import { isExported, isTypeDeclaration, nodesUnder } from "./code.mjs";

/** In more files than this a name stands for different things, or one thing was copied. */
const maxFiles = 2;

export function collectExportedTypes(types, file, source) {
  for (const node of nodesUnder(source)) {
    if (!isTypeDeclaration(node) || !isExported(node) || !node.name) continue;
    types.set(node.name.text, (types.get(node.name.text) ?? new Set()).add(file));
  }
}

export const sharedTypeFaults = (types) =>
  [...types]
    .filter(([, files]) => files.size > maxFiles)
    .map(([name, files]) => `${[...files].join(", ")}: each exports a type ${name}`);
