import { fc } from "./fast-check";

const odd = [
  ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200d\u200c\ufe0f\r\n\t\u2028\uffff\ufdd0'’ =e\u0301\u00ad\u3164א٣",
  "🏴",
  "\u{e0067}",
  "\u{e007f}",
  "🌾",
];

/** Anything that can be typed, pasted or sent, with what is known to make trouble more often than by chance. */
export const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary", maxLength: 1 })),
  maxLength: 40,
});
