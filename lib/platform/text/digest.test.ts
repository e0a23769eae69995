import { expect, test } from "vitest";
import { digestOf, digestOfText, sha256, toCanonicalJson } from "./digest";

test("canonical JSON is that of RFC 8785 for its own example", () => {
  const example = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  expect(toCanonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys stand in the order of their UTF-16 units, as in the RFC, at every depth", () => {
  const named = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  const sorted = '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}';
  expect(toCanonicalJson(named)).toBe(sorted);
  expect(toCanonicalJson([[{ b: named, a: [named] }]])).toBe(`[[{"a":[${sorted}],"b":${sorted}}]]`);
});

test.each([
  [0, "0"],
  [-0, "0"],
  [5e-324, "5e-324"],
  [-5e-324, "-5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [9007199254740992, "9007199254740992"],
  [295147905179352830000, "295147905179352830000"],
  [1e21, "1e+21"],
  [9.999999999999997e22, "9.999999999999997e+22"],
  [1e23, "1e+23"],
  [999999999999999900000, "999999999999999900000"],
  [0.000001, "0.000001"],
  [1e-7, "1e-7"],
  [1 / 3, "0.3333333333333333"],
])("number %# of the list is written as the RFC writes it", (number, written) => {
  expect(toCanonicalJson(number)).toBe(written);
  expect(toCanonicalJson({ of: [number] })).toBe(`{"of":[${written}]}`);
});

test.each([
  ["\u0000\u0001\u001f", '"\\u0000\\u0001\\u001f"'],
  ["\b\t\n\f\r", '"\\b\\t\\n\\f\\r"'],
  ["\u007f\u0080\u009f", '"\u007f\u0080\u009f"'],
  ["\u2028\u2029 / < > &", '"\u2028\u2029 / < > &"'],
  ["« l’œuvre »\u00a0: 5\u00a0%", '"« l’œuvre »\u00a0: 5\u00a0%"'],
  ["e\u0301", '"e\u0301"'],
])("text number %# keeps its characters and escapes control characters only", (text, written) => {
  expect(toCanonicalJson(text)).toBe(written);
});

test("what JSON cannot hold is refused, at every depth", () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    "\ud800",
    "a\udc00",
    "\ud800a",
  ]) {
    expect(() => toCanonicalJson(value)).toThrow();
    expect(() => toCanonicalJson({ of: [value] })).toThrow();
  }
  expect(() => toCanonicalJson({ "\ud800": 1 })).toThrow();
  expect(() => toCanonicalJson(undefined)).toThrow("not a JSON value");
});

test("a value that is missing leaves no key; the same thing twice is no circle; a circle is refused", () => {
  const shared = { en: "a" };
  expect(toCanonicalJson({ b: undefined, a: [shared, shared] })).toBe('{"a":[{"en":"a"},{"en":"a"}]}');
  expect(toCanonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  const circle: { of?: unknown } = {};
  circle.of = circle;
  expect(() => toCanonicalJson(circle)).toThrow();
});

const definition = {
  en: "The network’s materials should use a narrow definition of R2P that sets it apart from human security in general.",
  fr: "Les documents du réseau devraient employer une définition étroite de la RdP qui la distingue de la sécurité humaine en général.",
};

test("the digests of texts that organizations stand behind stay what they were", () => {
  expect(digestOf([definition])).toBe("1ace233f8f647f40ed4e14fa91b79af147a9ebc2a834f2f0a908e0f87e733de7");
  expect(digestOf([definition, { en: 'Line\nbreak "quoted" \\ 😀', fr: "Œuvre\u00a0: « l’été »" }])).toBe(
    "e7f6cb8b5ca3687e94e257f58baf9bb5a352bf5f4aea986faffe37a5c1934e9b",
  );
  expect(digestOf([])).toBe("11a96d514dcb7c7cfb6206eb9e2181c02208f07c28a08ad7e86ff107e8e5bced");
});

test("a digest does not depend on how accents were typed", () => {
  expect(digestOf([{ en: "Kwakwa\u0331ka\u0331’wakw", fr: "e\u0301te\u0301" }])).toBe(
    digestOf([{ en: "Kwakwa\u0331ka\u0331’wakw".normalize("NFD"), fr: "été" }]),
  );
});

test("the hash of a row of the record stays what it was", () => {
  const row = {
    at: "2026-11-30T12:00:00.123Z",
    kind: "position.published",
    actorId: "6f2d1c1e-0000-4000-8000-000000000001",
    byToken: false,
    subject: "position:6f2d1c1e-0000-4000-8000-000000000002",
    facts: { stance: "agree", version: 3, organization: "Réseau québécois", reservations: null, counts: [1, 0.5] },
  };
  expect(sha256(`${"0".repeat(64)}${toCanonicalJson(row)}`)).toBe(
    "fc0d8336235993a38d7f1eb7916ba74ab6f0e1a9d6ea353e500c7e81046f09f8",
  );
});

const text = {
  title: { en: "No licence", fr: "Aucune permission" },
  clauses: [
    { kind: "key_message", en: "Force is the last of them.", fr: "La force est la dernière d’entre elles." },
    {
      ...{ kind: "if_asked", en: "No.", fr: "Non.", question: { en: "Is it force?", fr: "Est-ce la force\u00a0?" } },
      ...{ source: "S/RES/1674, 4", of: { en: "Minister", fr: "Ministre" } },
    },
  ],
};

test("the digest of a text made of clauses is sha256 over its canonical JSON, and stays what it was", () => {
  const [first, second] = text.clauses;
  const written =
    '{"clauses":[{"en":"Force is the last of them.","fr":"La force est la dernière d’entre elles.","kind":"key_message"},' +
    '{"en":"No.","fr":"Non.","kind":"if_asked","of":{"en":"Minister","fr":"Ministre"},' +
    '"question":{"en":"Is it force?","fr":"Est-ce la force\u00a0?"},"source":"S/RES/1674, 4"}],' +
    '"title":{"en":"No licence","fr":"Aucune permission"},"v":2}';
  expect(digestOfText(text)).toBe(sha256(written));
  expect(digestOfText(text)).toBe("4ae8fa56245490313432e3ff3c4acf64ea297a62e3426562d1fb01d9868bfc36");
  const decomposed = { ...text, title: { ...text.title, fr: text.title.fr.normalize("NFD") } };
  expect(digestOfText(decomposed)).toBe(digestOfText(text));
  if (!first || !second) throw new Error("two clauses");
  const others = [
    { ...text, title: { ...text.title, en: "No license" } },
    { ...text, clauses: [second, first] },
    { ...text, clauses: [{ ...first, kind: "proof" }, second] },
    { ...text, clauses: [{ ...first, fr: "" }, second] },
    { ...text, clauses: [first, { ...second, source: "S/RES/1674, 5" }] },
    { ...text, clauses: [first, { ...second, of: { en: "Minister", fr: "Le ministre" } }] },
    { ...text, clauses: [first, { ...second, question: undefined }] },
  ];
  expect(new Set([text, ...others].map(digestOfText)).size).toBe(others.length + 1);
});
