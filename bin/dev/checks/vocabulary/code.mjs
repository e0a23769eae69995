import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const folders = ["app", "components", "lib", "prisma", "e2e", "bin", "tests", "locales"];
/** What nobody wrote by hand: generated code, packages, and what Next builds (also for the twins in `tests/bench`). */
const notWritten = new Set(["generated", "node_modules", ".next"]);
/** Applied migrations cannot be renamed, the twins are what the bench measures by, and this check names what it forbids. */
const exempt = /^(prisma\/migrations\/|tests\/bench\/twins\/|bin\/dev\/checks\/vocabulary)/;
const named = /\.(ts|tsx|mjs|js|css|json|prisma|sql|csv|md)$/;

/** Every file whose name, text or keys somebody chose, by its path from the root. */
export function* sourceFiles(root) {
  for (const folder of folders) {
    if (!statSync(path.join(root, folder), { throwIfNoEntry: false })) continue;
    for (const file of filesUnder(root, folder)) if (named.test(file) && !exempt.test(file)) yield file;
  }
}

function* filesUnder(root, folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield file;
    else if (!notWritten.has(entry.name)) yield* filesUnder(root, file);
  }
}

export const isCode = (file) => /\.(ts|tsx|mjs|js)$/.test(file);

export function parseCode(file, text) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : file.endsWith("ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node below this one. */
export function* nodesUnder(node) {
  const children = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) {
    yield child;
    yield* nodesUnder(child);
  }
}

export const isExported = (node) => node.modifiers?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword) ?? false;

export const isTypeDeclaration = (node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isEnumDeclaration(node);
