import { readFileSync } from "node:fs";
import path from "node:path";
import { securityHeaders } from "../../../lib/platform/http/security-headers.mjs";
import { languageAt } from "../../../lib/platform/i18n/accept-language.mjs";

const messagesFolder = path.join(import.meta.dirname, "../../../locales");
const readTexts = (locale) => JSON.parse(readFileSync(path.join(messagesFolder, locale, "ui.json"), "utf8"));
const texts = { en: readTexts("en"), fr: readTexts("fr") };

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// The two inks and papers of the product, since its stylesheet may be what cannot be served.
const style = `:root{color-scheme:light dark}body{margin:0;padding:12vh 24px;background:#F4F4F0;color:#111516;font:17px/1.5 "Source Sans 3 Variable","Source Sans 3",system-ui,sans-serif}main{max-width:64ch;margin:0 auto}h1{font-size:26px;line-height:1.25}a{color:inherit;display:inline-block;min-height:24px}@media(prefers-color-scheme:dark){body{background:#111516;color:#F4F4F0}}`;

const statuses = { busy: 503, broken: 500, tooOften: 429 };

const escapeMarkup = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * A page for when pages cannot be made: whole without script, without the database and without anything else to fetch.
 * @param {import("node:http").ServerResponse} response
 * @param {{ kind: "busy" | "broken" | "tooOften", url: string, accepted?: string | undefined, wait?: number }} about
 */
export function answerFailure(response, { kind, url, accepted, wait = 2 }) {
  const locale = languageAt(url, accepted);
  const { [kind]: told, broken } = texts[locale];
  const status = statuses[kind];
  const headers = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));
  response.writeHead(status, {
    ...headers,
    "content-security-policy": policy,
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    ...(status !== 500 && { "retry-after": String(wait) }),
  });
  response.end(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${told.title} · Concerted</title><style>${style}</style></head><body><main><h1>${told.title}</h1><p>${told.kept}</p><p><a href="${escapeMarkup(url)}">${broken.again}</a></p></main></body></html>`,
  );
}
