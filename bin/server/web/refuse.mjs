import { readFileSync } from "node:fs";
import path from "node:path";
import { noDocument, securityHeaders } from "../../../lib/platform/http/security-headers.mjs";
import { chooseLanguage } from "../../../lib/platform/i18n/accept-language.mjs";
import { isDocument } from "./error-pages.mjs";
import { answerFailure } from "./failure-page.mjs";

const problems = {
  400: ["malformed", "Bad request", "The address cannot be read. / L’adresse ne peut pas être lue."],
  404: ["no-such-place", "Not found", "There is nothing here. / Il n’y a rien ici."],
  405: [
    "method-not-allowed",
    "Method not allowed",
    "Nothing here is asked in this way. / Rien ici ne se demande de cette façon.",
  ],
};

const messagesFolder = path.join(import.meta.dirname, "../../../locales");
const readTexts = (locale) => JSON.parse(readFileSync(path.join(messagesFolder, locale, "errors.json"), "utf8"));
const texts = { en: readTexts("en"), fr: readTexts("fr") };

const always = Object.fromEntries([...securityHeaders, noDocument].map(({ key, value }) => [key, value]));

function answer(response, status, body, headers) {
  response.writeHead(status, { ...always, "cache-control": "private, no-store", ...headers });
  response.end(JSON.stringify(body));
}

/**
 * Refuses what nothing here takes before anything is done for it, with the headers that every answer has.
 * @param {import("node:http").ServerResponse} response
 * @param {400 | 404 | 405} status
 * @param {Record<string, string>} [headers]
 */
export function refuse(response, status, headers = {}) {
  const [type, title, detail] = problems[status];
  const problem = { type: `/problems/${type}`, title, status, detail };
  answer(response, status, problem, { "content-type": "application/problem+json", ...headers });
}

const reasons = {
  429: { type: "too-often", title: "Too many requests", text: "tooOften", kind: "tooOften" },
  503: { type: "overloaded", title: "Overloaded", text: "overloaded", kind: "busy" },
};

/**
 * Turns away whoever asks too much (429), or anybody when the node is full (503): a page for readers, a problem for programs,
 * and for our own screens the form that their client reads.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {429 | 503} status
 * @param {number} wait seconds after which it may be tried again
 */
export function turnAway(request, response, status, wait) {
  const { type, title, text, kind } = reasons[status];
  const { url = "/", headers } = request;
  const accepted = headers["accept-language"];
  if (isDocument(request)) return answerFailure(response, { kind, url, accepted, wait });
  const problem = { type: `/problems/${type}`, title, status, detail: texts[chooseLanguage(accepted)][text] };
  const after = { "retry-after": String(wait) };
  if (!url.startsWith("/api/rpc/"))
    return answer(response, status, problem, { ...after, "content-type": "application/problem+json" });
  const code = title.toUpperCase().replaceAll(" ", "_");
  const json = { defined: false, code, status, message: problem.detail, data: problem };
  answer(response, status, { json }, { ...after, "content-type": "application/json" });
}
