import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";

type Tree = { [key: string]: string | Tree };

const textsOf = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : textsOf(value, `${path}${key}.`),
  );

/** Code and headers are quoted as they are typed, and titles in <i> are in their own language. */
const asRead = (text: string) =>
  text.replace(/<(code|i)>.*?<\/\1>/g, "x").replace(/\b(If-None-Match|X-Concerted): /g, "$1 ");

const english = textsOf(en as Tree);
const french = textsOf(fr as Tree);
const offending = (texts: [string, string][], pattern: RegExp) =>
  texts.filter(([, text]) => pattern.test(asRead(text))).map(([key, text]) => `${key}: ${text}`);

describe("what stands on screen", () => {
  it("has the same keys in both languages, in the same order", () => {
    expect(french.map(([key]) => key)).toEqual(english.map(([key]) => key));
  });

  it.each(["en", "fr"])("has one text for each reason of a refusal, whichever file says it (%s)", (language) => {
    const folder = `locales/${language}`;
    const said = readdirSync(folder).flatMap((file) => {
      const read: Tree = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
      const errors = file === "errors.json" ? read : read.errors;
      return typeof errors === "object" ? textsOf(errors) : [];
    });
    // The files are laid over one another: of two texts one would be said where the other is meant.
    const last = new Map(said);
    expect(said.filter(([reason, text]) => last.get(reason) !== text)).toEqual([]);
  });

  it("leaves nothing unsaid", () => {
    expect(offending([...english, ...french], /^\s*$/)).toEqual([]);
  });

  it("is set with true apostrophes and quotation marks", () => {
    expect(offending([...english, ...french], /\p{L}'\p{L}|"|\.\.\./u)).toEqual([]);
  });

  it("keeps French spaces: no-break before : and inside « », in 400 % and 17 h, none before ; ! ?", () => {
    expect(offending(french, / [:;!?»%]|« |\u00a0[;!?]|[^\u00a0\s]:(?=\s|$)|\d h\b/)).toEqual([]);
  });

  it("uses no sign that the faces lack", () => {
    expect(offending([...english, ...french], /[\u2190-\u22ff\u2500-\u27bf]/)).toEqual([]);
  });
});
