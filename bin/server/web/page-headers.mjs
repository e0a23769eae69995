import { randomBytes } from "node:crypto";
import { chooseLanguage } from "../../../lib/platform/i18n/accept-language.mjs";

const development = process.env.NODE_ENV === "development";

// Everything but programs, what Next and well-known addresses hold, and the files of `public`: an address that is no page is
// answered by a page too, with the reader's name on it, and that page needs its policy as much. A test holds this list.
const notPages = /^\/(?:api(?:\/|$)|_next\/|\.well-known\/|favicon\.svg$|icon-180\.png$)/;

/** Headers only this server may set; a caller’s own are removed. */
const serverHeaders = ["x-nonce", "x-next-intl-locale", "x-concerted-here", "content-security-policy"];

const policy = (nonce) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Sign-in cookies and passkeys belong to one name; a page under another name of this machine goes there first. */
function findCanonicalAddress({ url = "/", headers: { host } }) {
  const home = new URL(process.env.APP_ORIGIN || `http://localhost:${process.env.PORT || 3000}`);
  const elsewhere = host && host !== home.host && /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return elsewhere ? `${home.origin}${url}` : null;
}

/**
 * Sets a page’s headers: canonical host, locale, and a script policy with its own nonce. Not in Next’s proxy, which
 * takes as long as a small page.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} whether the page is to be made
 */
export function preparePage(request, response) {
  for (const name of serverHeaders) delete request.headers[name];
  const path = (request.url ?? "/").split(/[?#]/)[0];
  if (notPages.test(path)) return true;
  const nonce = randomBytes(16).toString("base64");
  const csp = policy(nonce);
  response.setHeader("content-security-policy", csp);
  response.setHeader("cache-control", "private, no-store");
  const home = findCanonicalAddress(request);
  if (home) {
    response.writeHead(307, { location: home }).end();
    return false;
  }
  const locale = /^\/(en|fr)(?:\/|$)/.exec(path)?.[1];
  Object.assign(request.headers, {
    "x-nonce": nonce,
    "content-security-policy": csp,
    // Whoever has to sign in first comes back to all of it.
    "x-concerted-here": request.url ?? "/",
    // Read once, here, by the one rule: what Next's own proxy and the pages are told is one language.
    "accept-language": chooseLanguage(request.headers["accept-language"]),
    // Said as next-intl's own middleware would, which has nothing else to do where the language stands in the address.
    ...(locale && { "x-next-intl-locale": locale }),
  });
  return true;
}
