import { noDocument, securityHeaders } from "../../../lib/platform/http/security-headers.mjs";

const problems = {
  400: ["malformed", "Bad request", "The address cannot be read. / L’adresse ne peut pas être lue."],
  404: ["no-such-place", "Not found", "There is nothing here. / Il n’y a rien ici."],
  405: [
    "method-not-allowed",
    "Method not allowed",
    "Nothing here is asked in this way. / Rien ici ne se demande de cette façon.",
  ],
  503: [
    "overloaded",
    "Overloaded",
    "The server is busy. Try again in a moment. / Le serveur est occupé. Réessayez dans un moment.",
  ],
};

/**
 * Turns a request away before anything is done for it, with the headers that every answer has.
 * @param {import("node:http").ServerResponse} response
 * @param {400 | 404 | 405 | 503} status
 * @param {Record<string, string>} [headers]
 */
export function refuse(response, status, headers = {}) {
  const [type, title, detail] = problems[status];
  const always = Object.fromEntries([...securityHeaders, noDocument].map(({ key, value }) => [key, value]));
  response.writeHead(status, {
    ...always,
    "content-type": "application/problem+json",
    "cache-control": "private, no-store",
    ...headers,
  });
  response.end(JSON.stringify({ type: `/problems/${type}`, title, status, detail }));
}
