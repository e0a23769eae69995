import { noDocument, securityHeaders } from "../../../lib/platform/http/security-headers.mjs";
import { refuse } from "./refuse.mjs";

const reading = ["GET", "HEAD"];
const methods = [...reading, "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const toPrograms = /^\/api(?:\/|$)/;
const named = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const controls = /[\u0000-\u001f\u007f]/;

/**
 * Normalizes the request path (no host, no dot segments, backslashes or doubled slashes), so that no two checks read it
 * differently. Null for an invalid one.
 * @param {string} target
 * @returns {string | null}
 */
export function normalizePath(target) {
  const local = target.replace(named, "").replace(/^(?=[?#]|$)/, "/");
  if (!local.startsWith("/")) return null;
  const end = local.search(/[?#]/);
  const path = end < 0 ? local : local.slice(0, end);
  try {
    if (controls.test(decodeURIComponent(path))) return null;
  } catch {
    return null;
  }
  const resolved = new URL(`http://here${path}`).pathname.replace(/\/{2,}/g, "/");
  return end < 0 ? resolved : resolved + local.slice(end);
}

/**
 * Lets a request in, with its address made plain, or answers it: methods that nothing here takes, addresses that are none.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function acceptRequest(request, response) {
  // Of the server as a whole (RFC 9110, 9.3.7), which has no address to be checked.
  if (request.method === "OPTIONS" && request.url === "*") {
    const always = Object.fromEntries([...securityHeaders, noDocument].map(({ key, value }) => [key, value]));
    response.writeHead(204, { ...always, allow: methods.join(", "), "cache-control": "private, no-store" }).end();
    return false;
  }
  const path = normalizePath(request.url ?? "");
  if (path === null) {
    refuse(response, 400);
    return false;
  }
  // Pages and files are read. What changes something goes to the API, where it is checked.
  const taken = toPrograms.test(path) ? methods : reading;
  if (!taken.includes(request.method ?? "")) {
    refuse(response, 405, { allow: taken.join(", ") });
    return false;
  }
  request.url = path;
  return true;
}
