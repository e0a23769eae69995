/** The languages that everything here is written in; the first is for those who name neither. Plain JavaScript: the server reads it before Next does. */
const offered = ["en", "fr"];

const range = /^(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/;
const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** One element of the header; null for what is none, which says nothing about the others. */
function readRange(element) {
  const [name = "", ...parameters] = element.split(";").map((it) => it.trim().toLowerCase());
  if (!range.test(name) || parameters.length > 1) return null;
  const [key, value = ""] = parameters[0] === undefined ? ["q", "1"] : parameters[0].split("=").map((it) => it.trim());
  return key === "q" && quality.test(value) ? { name, q: Number(value) } : null;
}

/** `fr-Latn-CA`, then `fr-Latn`, then `fr`, as RFC 4647 looks a range up; a single letter or digit leads on and is no end. */
function matchLanguage(name) {
  for (let asked = name; asked; asked = asked.replace(/(?:^|-)(?:[a-z0-9]-)?[^-]*$/, ""))
    if (offered.includes(asked)) return asked;
  return null;
}

/**
 * The language to answer in, by Accept-Language as RFC 9110 weighs it and RFC 4647 looks it up: the ranges by weight, equal
 * ones as they stand; what weighs nothing is not wanted; `*` is whatever is not named. Where nothing fits, the first
 * language that was not refused: an answer in the other language is more use than none.
 * @param {string | null | undefined} header
 * @returns {"en" | "fr"}
 */
export function chooseLanguage(header) {
  const ranges = (header ?? "").split(",").flatMap((element) => readRange(element) ?? []);
  const refused = ranges.filter(({ q }) => q === 0).map(({ name }) => name);
  const taken = offered.filter((it) => !refused.includes(it));
  const named = ranges.flatMap(({ name }) => matchLanguage(name) ?? []);
  const wanted = ranges.filter(({ q }) => q > 0).sort((one, other) => other.q - one.q);
  for (const { name } of wanted) {
    const found = name === "*" ? (taken.find((it) => !named.includes(it)) ?? taken[0]) : matchLanguage(name);
    if (found && taken.includes(found)) return found;
  }
  return taken[0] ?? offered[0];
}

/**
 * The language of an address, which says it before anybody's browser does.
 * @param {string} address
 * @param {string | null | undefined} header
 * @returns {"en" | "fr"}
 */
export const languageAt = (address, header) => /^\/(en|fr)(?:[/?#]|$)/.exec(address)?.[1] ?? chooseLanguage(header);
