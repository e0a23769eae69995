/** Where a request says who sends it. Plain JavaScript: the server in front of Next reads it too, and both must read the same. */

/** The cookie that holds a session's token. Under https no subdomain can plant it. */
export const nameSessionCookie = (secure) => (secure ? "__Host-concerted-session" : "concerted-session");

/**
 * The value of a cookie. One that comes twice with different values was planted beside ours by somebody who can write
 * cookies for this host: then it is nobody's, since no two readers need agree on which of them counts.
 * @param {string | null | undefined} header
 * @param {string} name
 * @returns {string | null}
 */
export function findCookie(header, name) {
  let found = null;
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at <= 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    if (found !== null && found !== value) return null;
    found = value;
  }
  return found;
}

/**
 * The access token of a program, or null for what is none.
 * @param {string | null | undefined} header
 * @returns {string | null}
 */
export const findBearer = (header) => /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? "")?.[1] ?? null;
