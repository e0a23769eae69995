import ts from "typescript";
import { nodesUnder } from "./code.mjs";

/** Fields that rights follow from. A screen that reads them decides for itself what the server decides with more care. */
const rightsFields = new Set(["convenerFor", "representations", "mandates"]);
/** An organization's mandates are also shown as data; the other two stand in an account alone. */
const accountOnly = new Set(["convenerFor", "representations"]);

const isScreen = (file) => /^(app|components)\//.test(file) && !/^app\/api\/|\.test\.tsx?$/.test(file);

/** What a screen takes out of an account instead of asking `viewer.mayX` of an answer or a predicate of lib/viewer/rules. */
export function* rightsReadBy(file, source) {
  if (!isScreen(file)) return;
  for (const node of nodesUnder(source)) {
    if (ts.isPropertyAccessExpression(node)) {
      const field = node.name.text;
      if (rightsFields.has(field) && (accountOnly.has(field) || isViewer(node.expression))) yield field;
    }
    if (ts.isBindingElement(node)) {
      const field = (node.propertyName ?? node.name).getText(source);
      if (rightsFields.has(field) && (accountOnly.has(field) || isTakenFromViewer(node, source))) yield field;
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText(source) === "Pick")
      for (const field of pickedFromViewer(node, source)) yield field;
  }
}

function isViewer(expression) {
  if (ts.isParenthesizedExpression(expression) || ts.isAwaitExpression(expression))
    return isViewer(expression.expression);
  if (ts.isCallExpression(expression)) return isViewer(expression.expression);
  if (ts.isPropertyAccessExpression(expression)) return isViewer(expression.name);
  return ts.isIdentifier(expression) && /viewer$/i.test(expression.text);
}

function isTakenFromViewer(element, source) {
  const holder = element.parent.parent;
  if (ts.isBindingElement(holder)) return /viewer$/i.test((holder.propertyName ?? holder.name).getText(source));
  if (holder.initializer && isViewer(holder.initializer)) return true;
  return holder.type !== undefined && /\bViewer\b/.test(holder.type.getText(source));
}

function pickedFromViewer({ typeArguments: [from, fields] = [] }, source) {
  if (from?.getText(source) !== "Viewer" || !fields) return [];
  const literals = ts.isUnionTypeNode(fields) ? fields.types : [fields];
  return literals.map((it) => it.getText(source).slice(1, -1)).filter((it) => rightsFields.has(it));
}
