/**
 * How much one caller and one node may have at once, how often, how large and how slow: the only place that says so. The web
 * server and its configuration read it, and a test holds the proxy's file to it. Plain JavaScript, since both sides read it.
 */
export const trafficLimits = {
  /** Requests in one window of seconds, by address without an account and by account. */
  windowSeconds: 10,
  requestsPerAddress: 100,
  requestsPerAccount: 300,
  /** Requests not answered yet, by address without an account, by account, and on one node. */
  inFlightPerAddress: 8,
  inFlightPerAccount: 8,
  inFlightPerNode: 64,
  /** Bodies that are still arriving, on one node. */
  arrivingPerNode: 256,
  /** Seconds until the headers, and until the whole request, must have arrived; a large file has longer: `secondsToArrive`. */
  headersSeconds: 10,
  requestSeconds: 30,
  /** Bytes a second that a large file has to come in, and the largest request there is. */
  slowestUpload: 250_000,
  largestUpload: 60_200_000,
  /** Bytes of a body that is no file. */
  bodyBytes: 1_000_000,
};

/** Seconds in which a request that may be so large must have arrived. @param {number} bytes */
export const secondsToArrive = (bytes) =>
  Math.max(trafficLimits.requestSeconds, Math.ceil(bytes / trafficLimits.slowestUpload));
