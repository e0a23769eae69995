import ts from "typescript";
import { isExported, isTypeDeclaration, nodesUnder } from "./code.mjs";

/** Words that stood for too many things: what a reader would search for is the thing's own name. */
const retired = new Set(
  `beside place places held hold holds holding holdings tell tells told said say says saying sayings ground grounds words
  door doors asked asking asks choice choices most look looks looker lookers spot spots owe owes owed debt debts`.split(
    /\s+/,
  ),
);

const partsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

/** The retired words in a name, as whole parts of it: `holdRights` has one, `threshold` none. */
export const retiredIn = (name) => [...new Set(partsOf(name).filter((part) => retired.has(part)))];

/** The names a file gives: of types, functions and methods, and of the constants that it exports or keeps at the top. */
export function* declaredNames(source) {
  for (const node of nodesUnder(source)) {
    const kind = kindOf(node, source);
    if (kind && node.name && ts.isIdentifier(node.name)) yield { kind, name: node.name.text };
  }
}

const isFunction = (node) => node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

function kindOf(node, source) {
  if (isTypeDeclaration(node)) return "type";
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return "function";
  if (ts.isPropertyAssignment(node)) return isFunction(node.initializer) ? "function" : null;
  if (!ts.isVariableDeclaration(node)) return null;
  if (isFunction(node.initializer)) return "function";
  const statement = node.parent.parent;
  return statement.parent === source || isExported(statement) ? "constant" : null;
}

/** The keys of a message catalogue, each with the whole path under which it is asked for. */
export function* catalogueKeys(tree, above = []) {
  for (const [key, value] of Object.entries(tree)) {
    const at = [...above, key];
    yield { key, path: at.join(".") };
    if (typeof value === "object" && value !== null) yield* catalogueKeys(value, at);
  }
}
