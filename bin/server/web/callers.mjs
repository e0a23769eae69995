import { clientKey } from "../../../lib/platform/http/client-key.mjs";
import { findAccount } from "./known-accounts.mjs";

/**
 * @typedef {object} Caller whose requests are counted together: those of an account, or of an address without one
 * @property {string} key
 * @property {boolean} hasAccount
 */

/**
 * Who a request is counted for.
 * @param {import("node:http").IncomingMessage} request whose address was written down
 * @returns {Caller}
 */
export function findCaller(request) {
  const account = findAccount(request);
  if (account) return { key: `account ${account}`, hasAccount: true };
  return {
    key: `address ${clientKey(String(request.headers["x-concerted-address"] ?? "unknown"))}`,
    hasAccount: false,
  };
}
