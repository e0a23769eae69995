import { IncomingMessage } from "node:http";
import { answerFailure } from "./failure-page.mjs";

/** The answers that failed because the database did not answer; told by `onRequestError`, which runs in this process. */
const busy = new Set();
globalThis.concertedBusy = busy;

/** A page asked for by its address. What the product's own script fetches takes its answers as they are. */
export const isDocument = ({ url, headers }) =>
  !/^\/(api|_next|\.well-known)(\/|$)/.test(url ?? "") && headers.rsc === undefined;

/**
 * Answers a request, and a page whole. Next leaves the body of a page that is not there, or that failed, to the browser's
 * script: who has none would read nothing. Its empty answer is held back here, and a whole one is given in its place.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 */
export async function answerWhole(request, response, handle) {
  const id = String(request.headers["x-request-id"]);
  const absent = request.headers["x-concerted-absent"] !== undefined;
  response.once("close", () => busy.delete(id));
  const before = new Set(response.getHeaderNames());
  const { writeHead, write, end, flushHeaders } = response;
  const given = { writeHead, write, end, flushHeaders };

  const replace = (status) => {
    Object.assign(response, given);
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    const fail = () => answerFailure(response, { kind: busy.has(id) ? "busy" : "broken", url: request.url ?? "/" });
    if (status !== 404) return fail();
    return answerWhole(toAbsent(request), response, handle).catch(() => response.headersSent || fail());
  };

  /** The status with which the answer begins; null where it is held back. */
  const begin = (status) => {
    Object.assign(response, given);
    const late = status >= 500 && busy.has(id);
    if (absent && status < 500) return 404;
    if (!isDocument(request) || (status !== 404 && status < 500)) {
      if (late) response.setHeader("retry-after", "2");
      return late ? 503 : status;
    }
    // What is still written belongs to the answer that is held back.
    response.flushHeaders = () => undefined;
    response.writeHead = () => response;
    response.write = () => true;
    response.end = () => {
      void replace(status);
      return response;
    };
    return null;
  };

  response.writeHead = (status, ...rest) => response.writeHead(begin(status) ?? status, ...rest);
  for (const name of ["write", "end", "flushHeaders"]) {
    response[name] = (...rest) => {
      response.statusCode = begin(response.statusCode) ?? response.statusCode;
      return response[name](...rest);
    };
  }
  await handle(request, response);
}

/** The same request once more, for the page of what is not there: `proxy.ts` leads there whoever bears this header. */
function toAbsent(request) {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.headers = { ...headers, "x-concerted-absent": "1" };
  again.push(null);
  return again;
}
