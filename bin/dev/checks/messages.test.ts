import path from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import ts from "typescript";
import { createTranslator } from "use-intl/core";
import { beforeAll, expect, test } from "vitest";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { type MessageCall, MessageCalls } from "@/tests/support/message-calls";

type Tree = { [key: string]: string | Tree };
type Kind = "text" | "number" | "date" | "option" | "tag";
type Wanted = Map<string, { kind: Kind; options: string[] }>;
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const textsOf = (tree: Tree, at = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, it]) =>
    typeof it === "string" ? [[at + key, it] as [string, string]] : textsOf(it, `${at}${key}.`),
  );

// As the parser numbers what it finds.
const kinds: Partial<Record<number, Kind>> = {
  1: "text",
  2: "number",
  3: "date",
  4: "date",
  5: "option",
  6: "number",
  8: "tag",
};

/** What a message asks for, everywhere in it. A count that is chosen by is a number, however else it is written. */
function wantedBy(elements: readonly Element[], wanted: Wanted = new Map()): Wanted {
  for (const element of elements) {
    const kind = kinds[element.type];
    if (kind && "value" in element) {
      const before = wanted.get(element.value);
      const options = "options" in element && kind === "option" ? Object.keys(element.options) : [];
      if (!before || before.kind === "text") wanted.set(element.value, { kind, options });
    }
    if ("options" in element) for (const { value } of Object.values(element.options)) wantedBy(value, wanted);
    if ("children" in element) wantedBy(element.children, wanted);
  }
  return wanted;
}

const catalogue = (tree: Tree, locale: string) =>
  new Map(textsOf(tree).map(([key, text]) => [key, wantedBy(new IntlMessageFormat(text, locale).getAst())]));
const english = catalogue(en as Tree, "en");
const french = catalogue(fr as Tree, "fr");
const wantedFor = (key: string): Wanted => new Map([...(french.get(key) ?? []), ...(english.get(key) ?? [])]);

let code: MessageCalls;
let calls: MessageCall[];
/** The values that every call passes for a message, by its key: those alone can be counted on. */
const passed = new Map<string, Set<string>>();

const minutes = 60_000;
beforeAll(() => {
  code = new MessageCalls(path.resolve(import.meta.dirname, "../../.."));
  calls = code.read();
}, 5 * minutes);

const branches = (type: ts.Type) => (type.isUnion() ? type.types : [type]);
const isDate = (type: ts.Type) => type.getSymbol()?.name === "Date";

/** Why a value does not fit what a message asks for, or null. */
function unfit(type: ts.Type, { kind, options }: { kind: Kind; options: string[] }, rich: boolean): string | null {
  const is = (it: ts.Type, flags: ts.TypeFlags) => (it.flags & flags) !== 0;
  for (const it of branches(type)) {
    if (is(it, ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return "may be missing";
    if (kind === "tag" && it.getCallSignatures().length === 0) return "is no function";
    if (kind === "number" && !is(it, ts.TypeFlags.NumberLike)) return "is no number";
    if (kind === "date" && !isDate(it) && !is(it, ts.TypeFlags.NumberLike)) return "is no date";
    if (kind === "option" && it.isStringLiteral() && !options.includes(it.value) && !options.includes("other"))
      return `may be "${it.value}", which is no option`;
    const parts = it.isIntersection() ? it.types : [it];
    const plain = parts.some((part) => is(part, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
    if (kind === "text" && !rich && !plain) return "is neither text nor number";
  }
  return null;
}

function faultsOf({ at, keys, method, readValues }: MessageCall): string[] {
  const told = keys.flatMap((key) => {
    const wanted = wantedFor(key);
    if (wanted.size === 0) return [];
    const values = readValues();
    const before = passed.get(key);
    passed.set(key, before ? new Set([...before].filter((it) => values.has(it))) : new Set(values.keys()));
    return [...wanted].flatMap(([name, want]) => {
      const type = values.get(name);
      const why = type ? unfit(type, want, method !== "plain") : "is not passed";
      return why ? [`${key}: ${name} ${why}`] : [];
    });
  });
  return told.map((it) => `${path.relative(process.cwd(), at)}: ${it}`);
}

/**
 * Where a key comes with the data: a reason, whose refusals are read here as well; a region of time zones, asked for by name;
 * a reason or a code that an imported file held, each of which the tests of reading name. */
const keyedByData = [
  "lib/api/problem.ts",
  "components/forms/time-zone-options.ts",
  "lib/positions/read.import-file.ts",
  "lib/talking-points/read.table-file.ts",
];

test("every message that is said gets every value it asks for, of a kind that fits, in both languages", {
  timeout: 5 * minutes,
}, () => {
  const said = calls.filter(
    ({ at, method }) => method !== "has" && method !== "raw" && !keyedByData.some((file) => at.includes(file)),
  );
  expect(said.length).toBeGreaterThan(1_500);
  // A reason made of parts is told by what was read of a file: the tests of reading say each.
  const known = ({ key, method }: { key: string; method: string }) =>
    english.has(key) || (method === "refusal" && key === "errors.*");
  const unknown = said.flatMap(({ at, keys, method }) =>
    keys.filter((key) => !known({ key, method })).map((key) => `${at}: ${key}`),
  );
  expect(unknown).toEqual([]);
  expect(said.flatMap(faultsOf)).toEqual([]);
});

const chunks = (parts: unknown) => [parts].flat().join("");
const samples: Record<Kind, (options: string[]) => unknown[]> = {
  text: () => ["x"],
  number: () => [0, 1, 2, 1_000],
  date: () => [new Date("2026-12-15T06:30:00Z")],
  option: (options) => options.map((it) => (it === "other" ? "anything else" : it)),
  tag: () => [chunks],
};

/** Values for a message, as many times over as one of them can be of several kinds. */
function valuesFor(wanted: Wanted): Record<string, unknown>[] {
  const all = [...wanted].map(([name, { kind, options }]) => [name, samples[kind](options)] as const);
  const times = Math.max(1, ...all.map(([, values]) => values.length));
  return Array.from({ length: times }, (_, at) =>
    Object.fromEntries(all.map(([name, values]) => [name, values[at % values.length]])),
  );
}

test.each([
  ["en", en],
  ["fr", fr],
] as const)("every message can be said with what its callers pass, and never stands there raw (%s)", (locale, messages) => {
  const faults: string[] = [];
  const onError = (error: Error) => faults.push(error.message);
  const t = createTranslator({ locale, messages, timeZone: "America/Toronto", onError });
  for (const key of english.keys()) {
    const given = passed.get(key);
    for (const values of valuesFor(wantedFor(key))) {
      const own = given ? Object.fromEntries(Object.entries(values).filter(([name]) => given.has(name))) : values;
      const text = String(t.rich(key as never, own as never));
      if (text === key || /[{}]/.test(text)) faults.push(`${key}: ${text}`);
    }
  }
  expect(faults).toEqual([]);
});
