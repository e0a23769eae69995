import { IncomingMessage } from "node:http";
import { languageAt } from "../../../lib/platform/i18n/accept-language.mjs";
import { answerFailure } from "./failure-page.mjs";

/** The answers that failed because the database did not answer; told by `onRequestError`, which runs in this process. */
const busy = new Set();
globalThis.concertedBusy = busy;

/** A page asked for by its address. What the product's own script fetches takes its answers as they are. */
export const isDocument = ({ url, headers }) =>
  !/^\/(api|_next|\.well-known)(\/|$)/.test(url ?? "") && headers.rsc === undefined;

/**
 * Replaces Next’s empty 404 and 5xx bodies by complete pages: without script, a reader would see nothing.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 */
export async function answerWithErrorPages(request, response, handle) {
  const id = String(request.headers["x-request-id"]);
  response.once("close", () => busy.delete(id));
  const before = new Set(response.getHeaderNames());
  const { writeHead, write, end, flushHeaders, on } = response;
  const own = { writeHead, write, end, flushHeaders };
  /** Whether what is written goes out; not known before the status is. */
  let mode = "undecided";
  let absent = false;

  const decide = (status) => {
    if (mode !== "undecided") return;
    const failed = status >= 500;
    if (isDocument(request) && (failed || (status === 404 && !absent))) {
      mode = "held";
      return;
    }
    mode = "passed";
    if (absent) response.statusCode = 404;
    if (failed && busy.has(id)) {
      response.statusCode = 503;
      response.setHeader("retry-after", "2");
    }
  };

  const replace = () => {
    const failed = absent || response.statusCode !== 404;
    // Next puts its own measures around these, compression for one: they belonged to the answer that is held back.
    Object.assign(response, failed ? own : guarded, { on });
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    const about = { url: request.url ?? "/", accepted: request.headers["accept-language"] };
    const fail = () => answerFailure(response, { kind: busy.has(id) ? "busy" : "broken", ...about });
    if (failed) return fail();
    absent = true;
    mode = "undecided";
    response.statusCode = 200;
    handle(toNotFoundRequest(request), response).catch(() => {
      if (response.headersSent) return response.destroy();
      Object.assign(response, own);
      fail();
    });
  };

  const guarded = {
    writeHead: (status, ...rest) => {
      response.statusCode = status;
      decide(status);
      return mode === "held" ? response : own.writeHead.call(response, response.statusCode, ...rest);
    },
    write: (...rest) => {
      decide(response.statusCode);
      return mode === "held" || own.write.apply(response, rest);
    },
    flushHeaders: () => {
      decide(response.statusCode);
      if (mode !== "held") own.flushHeaders.call(response);
    },
    end: (...rest) => {
      decide(response.statusCode);
      if (mode !== "held") return own.end.apply(response, rest);
      replace();
      return response;
    },
  };
  Object.assign(response, guarded);
  await handle(request, response);
}

/** The same reader, asking for the page of what is not there instead. It is told which address it stands at. */
function toNotFoundRequest(request) {
  const again = new IncomingMessage(request.socket);
  const { method, url = "/", headers, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, httpVersion, httpVersionMajor, httpVersionMinor });
  again.url = `/${languageAt(url, headers["accept-language"])}/absent`;
  again.headers = { ...headers, "x-concerted-absent": url };
  again.push(null);
  return again;
}
