import { trafficLimits } from "../../../lib/platform/http/traffic-limits.mjs";
import { readSetting } from "./read-setting.mjs";

const { windowSeconds, requestsPerAccount, requestsPerAddress } = trafficLimits;
const perAccount = readSetting("RATE_PER_ACCOUNT", requestsPerAccount);
const perAddress = readSetting("RATE_PER_ADDRESS", requestsPerAddress);

let current = { startsAt: 0, counts: new Map() };

/**
 * Counts a request, of a page as of a program, for its caller. Says how many seconds to wait, or null to go on.
 * @param {import("./callers.mjs").Caller} caller
 * @param {number} now
 * @returns {number | null}
 */
export function countRequest({ key, hasAccount }, now) {
  const startsAt = Math.floor(now / 1000 / windowSeconds) * windowSeconds;
  if (current.startsAt !== startsAt) current = { startsAt, counts: new Map() };
  const count = (current.counts.get(key) ?? 0) + 1;
  current.counts.set(key, count);
  if (count <= (hasAccount ? perAccount : perAddress)) return null;
  return Math.max(1, startsAt + windowSeconds - Math.floor(now / 1000));
}
