import { createHash } from "node:crypto";
import { findBearer, findCookie, nameSessionCookie } from "../../../lib/platform/session/credentials.mjs";

const maximum = 20_000;
const longest = 8 * 3_600_000;

/** Whose the sessions and tokens are that the database vouched for lately, by their digests. Limits go by it, rights never. */
export class KnownAccounts {
  #accounts = new Map();

  /** Told by whoever asked the database. Null where it opens nothing, or nothing any more. */
  note(digest, personId, now = Date.now()) {
    this.#accounts.delete(digest);
    if (personId === null) return;
    this.#accounts.set(digest, { personId, until: now + longest });
    if (this.#accounts.size > maximum) this.#accounts.delete(this.#accounts.keys().next().value);
  }

  find(digest, now = Date.now()) {
    const found = this.#accounts.get(digest);
    return found && found.until > now ? found.personId : null;
  }
}

const accounts = new KnownAccounts();
// The code that asks the database is bundled by Next, with modules of its own; only this is shared.
globalThis.concertedAccounts = accounts;

const cookieName = nameSessionCookie((process.env.APP_ORIGIN ?? "").startsWith("https:"));

/**
 * The account that a request comes from, as far as it is known yet. Whatever else it carries counts for nothing: whoever makes
 * up sessions or tokens stays the stranger they are.
 * @param {import("node:http").IncomingMessage} request
 * @returns {string | null}
 */
export function findAccount({ headers }) {
  const { authorization, cookie } = headers;
  const secret = authorization === undefined ? findCookie(cookie, cookieName) : findBearer(authorization);
  return secret ? accounts.find(createHash("sha256").update(secret, "utf8").digest("hex")) : null;
}
