import ts from "typescript";

/** What members write and the contract gives under these names: names of people and organizations, and their words. */
const given = new Set(
  "name short title text statement note reason answer rationale reservation instrument authorizedBy by person about occasion said words".split(
    " ",
  ),
);

/** The name under which an expression has its text: `organization.short[locale]`, `name?.text ?? ""`. */
function nameOf(node) {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return nameOf(node.expression);
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isElementAccessExpression(node)) return nameOf(node.expression);
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isConditionalExpression(node)) return nameOf(node.whenTrue) ?? nameOf(node.whenFalse);
  if (ts.isBinaryExpression(node)) {
    // What stands behind "and" is what is printed; of two alternatives the first is.
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return nameOf(isAnd ? node.right : node.left);
  }
  return null;
}

const isText = (child) =>
  ts.isJsxText(child) ? child.text.trim() !== "" : ts.isJsxExpression(child) && child.expression !== undefined;

/** What keeps the lines of a text as they were typed holds somebody's prose. */
const isProse = (opening, source) => {
  const { attributes } = opening;
  const of = (name) => attributes.properties.find((it) => ts.isJsxAttribute(it) && it.name.getText(source) === name);
  return /whitespace-pre-(line|wrap)/.test(of("className")?.getText(source) ?? "") && !of("dir");
};

/** Prose that is shown without a direction of its own, by line. The marks of a quotation bring theirs. */
export function findUndirectedProse(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const visit = (node) => {
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText(source) !== "pre") {
      const isQuoted = /<(Quote|bdi)\b/.test(node.getText(source));
      if (isProse(node.openingElement, source) && !isQuoted)
        found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Where a member's words share their element with other words, by line: what they end with would turn what comes next. */
export function findMixedTexts(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const visit = (node) => {
    if ((ts.isJsxElement(node) && node.openingElement.tagName.getText(source) !== "bdi") || ts.isJsxFragment(node)) {
      const printed = node.children.filter(isText);
      for (const child of printed) {
        const name = ts.isJsxExpression(child) && child.expression ? nameOf(child.expression) : null;
        if (printed.length < 2 || name === null || !given.has(name)) continue;
        const { line } = source.getLineAndCharacterOfPosition(child.getStart(source));
        found.push({ line: line + 1, shown: child.getText(source) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
