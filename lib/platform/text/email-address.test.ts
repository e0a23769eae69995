import { expect, test } from "vitest";
import { canonicalEmail } from "./email-address";

/** Attack 17: addresses that look like another, or like one. */
const tricks: Record<string, string> = {
  "a Cyrillic letter in the name": "р\u0435p@demo.example",
  "a Cyrillic letter in the domain": "rep@dem\u043e.example",
  "a dotless i in the domain": "rep@m\u0131st.example",
  "full-width letters in the domain": "rep@ｄｅｍｏ.example",
  "a long s in the domain": "rep@mi\u017ft.example",
  "a soft hyphen in the domain": "rep@de\u00admo.example",
  "an ideographic full stop in the domain": "rep@demo\u3002example",
  "a Greek letter": "r\u03b5p@demo.example",
  "full-width letters": "ｒｅｐ@demo.example",
  "a full-width at sign": "rep＠demo.example",
  "a letter with a combining mark": "re\u0301p@demo.example",
  "a ligature that folds to two letters": "o\ufb03ce@demo.example",
  "a dotless i": "adm\u0131n@demo.example",
  "the Kelvin sign, lower case k": "\u212aim@demo.example",
  "a zero-width space inside": "rep\u200b@demo.example",
  "a quoted local part": '"rep"@demo.example',
  "a comment": "rep(me)@demo.example",
  "two addresses": "rep@demo.example,guest@demo.example",
  "a display name": "Rep <rep@demo.example>",
  "a header of its own": "rep@demo.example\r\nBcc: guest@demo.example",
  "an address literal": "rep@[127.0.0.1]",
  "a routed address": "@relay.example:rep@demo.example",
  "a percent hack that keeps two at signs": "rep@demo.example@relay.example",
  "no dot in the domain": "rep@localhost",
  "a trailing dot": "rep@demo.example.",
  "two dots in a row": "re..p@demo.example",
};

test.each(Object.entries(tricks))("an address with %s is nobody's", (_, given) => {
  expect(canonicalEmail(given)).toBeNull();
});

test.each([
  ["rep@exémple.ca", "rep@xn--exmple-cva.ca"],
  ["rep@EXE\u0301MPLE.ca", "rep@xn--exmple-cva.ca"],
  ["rep@xn--exmple-cva.ca", "rep@xn--exmple-cva.ca"],
  ["rep@cœur.example", "rep@xn--cur-fya.example"],
])("a domain with accents is one with the form in which mail writes it: %s", (given, kept) => {
  expect(canonicalEmail(given)).toBe(kept);
});

test("capitals and spaces around it make no other person", () => {
  expect(canonicalEmail("  Rep.Red-Cedar@DEMO.example\n")).toBe("rep.red-cedar@demo.example");
});

test("a plus and an underscore belong to the address as it was given", () => {
  expect(canonicalEmail("rep_1+network@demo.example")).toBe("rep_1+network@demo.example");
});
