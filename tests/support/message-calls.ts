import path from "node:path";
import ts from "typescript";
import { errorKeyOf } from "@/lib/platform/i18n/error-key";

/** A place in the code that says a message: where, which keys it may be, how, and with which values. */
export type MessageCall = {
  at: string;
  keys: string[];
  method: "plain" | "rich" | "markup" | "has" | "raw" | "refusal";
  /** The names of the values that are passed, each with what it may be. Asked of the compiler, which takes its time. */
  readValues: () => Map<string, ts.Type>;
};

const translators = new Set(["useTranslations", "getTranslations"]);
const methods = new Set(["rich", "markup", "has", "raw"]);

const hasText = /^(?:app|components|lib|bin)\/.*(?<!\.test|\.d)\.tsx?$/;

const bare = (node: ts.Expression): ts.Expression =>
  ts.isAwaitExpression(node) ||
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isNonNullExpression(node)
    ? bare(node.expression)
    : node;

type Scope = { names: Map<string, string>; above: Scope | null };
const find = (scope: Scope | null, name: string): string | undefined =>
  scope ? (scope.names.get(name) ?? find(scope.above, name)) : undefined;

/** The namespace that an expression translates in, or null where it is no translator. */
function namespaceOf(given: ts.Expression, scope: Scope): string | null {
  const node = bare(given);
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const [first] = node.arguments;
  const called = node.expression.text;
  if (translators.has(called)) return !first ? "" : ts.isStringLiteral(first) ? first.text : null;
  if (called === "translatorIn") return "";
  if (called !== "createTranslator") return find(scope, `${called}()`) ?? null;
  if (!first || !ts.isObjectLiteralExpression(first)) return null;
  for (const it of first.properties)
    if (ts.isPropertyAssignment(it) && it.name.getText() === "namespace" && ts.isStringLiteral(it.initializer))
      return it.initializer.text;
  return "";
}

function bind(scope: Scope, { name, initializer }: ts.VariableDeclaration) {
  if (!initializer) return;
  if (ts.isIdentifier(name)) {
    const makes = ts.isArrowFunction(initializer) && !ts.isBlock(initializer.body) ? initializer.body : null;
    const namespace = namespaceOf(makes ?? initializer, scope);
    if (namespace !== null) scope.names.set(makes ? `${name.text}()` : name.text, namespace);
    return;
  }
  if (!ts.isArrayBindingPattern(name)) return;
  const node = bare(initializer);
  const list = ts.isCallExpression(node) && node.arguments[0] ? bare(node.arguments[0]) : node;
  if (!ts.isArrayLiteralExpression(list)) return;
  for (const [at, it] of name.elements.entries()) {
    const element = list.elements[at];
    const namespace = element && namespaceOf(element, scope);
    if (ts.isBindingElement(it) && ts.isIdentifier(it.name) && typeof namespace === "string")
      scope.names.set(it.name.text, namespace);
  }
}

/** A parameter that is a translator says in its type which messages it knows. */
function bindParameter(scope: Scope, { name, type }: ts.ParameterDeclaration) {
  const told = /(?:useTranslations|getTranslations|Translator)<"([\w.]+)">/.exec(type?.getText() ?? "")?.[1];
  if (told && ts.isIdentifier(name)) scope.names.set(name.text, told);
  else if (ts.isIdentifier(name) && type?.getText() === "Translator") scope.names.set(name.text, "");
}

const positionOf = (node: ts.Node, file: ts.SourceFile) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

const branches = (type: ts.Type) => (type.isUnion() ? type.types : [type]);

/** Reads what the code says, and with the compiler what a name in it may stand for. */
export class MessageCalls {
  readonly checker: ts.TypeChecker;
  private readonly files: ts.SourceFile[];

  constructor(root: string) {
    const told = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config as object;
    const { fileNames, options } = ts.parseJsonConfigFileContent(told, ts.sys, root);
    const isOurs = (file: string) => hasText.test(path.relative(root, file)) && !file.includes("/generated/");
    const program = ts.createProgram(
      fileNames.filter((file) => file.endsWith(".d.ts") || isOurs(file)),
      options,
    );
    this.checker = program.getTypeChecker();
    this.files = program.getSourceFiles().filter(({ fileName }) => isOurs(fileName));
  }

  /** Every call that says a message. */
  read(): MessageCall[] {
    const calls: MessageCall[] = [];
    for (const file of this.files) {
      // Most files say nothing, and are not looked into.
      if (!/useTranslations|getTranslations|Translator|new Refusal/.test(file.text)) continue;
      const visit = (node: ts.Node, scope: Scope) => {
        const opens = ts.isFunctionLike(node) || ts.isBlock(node) || ts.isSourceFile(node);
        const own: Scope = opens ? { names: new Map(), above: scope } : scope;
        if (ts.isFunctionLike(node)) for (const it of node.parameters) bindParameter(own, it);
        if (ts.isVariableDeclaration(node)) bind(own, node);
        const call = ts.isNewExpression(node)
          ? this.readRefusal(node, file)
          : ts.isCallExpression(node) && this.readCall(node, own, file);
        if (call) calls.push(call);
        ts.forEachChild(node, (child) => visit(child, own));
      };
      visit(file, { names: new Map(), above: null });
    }
    return calls;
  }

  /** A refusal is said in words under its reason, with the facts that travel with it. */
  private readRefusal(node: ts.NewExpression, file: ts.SourceFile): MessageCall | null {
    const [, reason, facts] = node.arguments ?? [];
    if (node.expression.getText(file) !== "Refusal" || !reason) return null;
    const keys = this.keysOf(reason).map((it) => `errors.${errorKeyOf(it)}`);
    return { at: positionOf(node, file), keys, method: "refusal", readValues: () => this.valuesOf(facts) };
  }

  private readCall(node: ts.CallExpression, scope: Scope, file: ts.SourceFile): MessageCall | null {
    const callee = bare(node.expression);
    const method = ts.isPropertyAccessExpression(callee) && methods.has(callee.name.text) ? callee.name.text : "plain";
    const translator = method !== "plain" && ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
    const namespace = ts.isIdentifier(translator) ? find(scope, translator.text) : namespaceOf(translator, scope);
    const [key, values] = node.arguments;
    if (namespace === undefined || namespace === null || !key) return null;
    const keys = [...new Set(this.keysOf(key).map((it) => (namespace ? `${namespace}.${it}` : it)))];
    return {
      at: positionOf(node, file),
      keys,
      method: method as MessageCall["method"],
      readValues: () => this.valuesOf(values),
    };
  }

  /** Every key that an expression may be, as its type says. */
  private keysOf(given: ts.Expression): string[] {
    const node = bare(given);
    if (ts.isStringLiteralLike(node)) return [node.text];
    const types = branches(this.checker.getTypeAtLocation(given));
    return types.map((type) => (type.isStringLiteral() ? type.value : "*"));
  }

  private valuesOf(given: ts.Expression | undefined): Map<string, ts.Type> {
    const values = new Map<string, ts.Type>();
    if (!given) return values;
    for (const type of branches(this.checker.getTypeAtLocation(given)))
      for (const it of type.getProperties()) values.set(it.name, this.checker.getTypeOfSymbolAtLocation(it, given));
    return values;
  }
}
