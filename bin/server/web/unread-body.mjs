/** What a connection may still bring that is read and passed over, so that it can go on being used. */
const passedOver = 65_536;
/** So long is left to read an answer that came before all was sent: to close at once would take it away again. */
const lingerMs = 2_000;

const expecting = new WeakSet();

/**
 * Requests that wait for a word before they send their body (`Expect: 100-continue`) are handled like all others; the word is
 * given when the body is wanted.
 * @param {import("node:http").Server} server
 */
export function letBodiesWait(server) {
  server.on("checkContinue", (request, response) => {
    expecting.add(request);
    server.emit("request", request, response);
  });
}

/** Asks for the body of whoever waits to be asked. */
export function askForBody(request, response) {
  if (expecting.delete(request)) response.writeContinue();
}

const mayBePassedOver = ({ headers }) =>
  headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) <= passedOver;

/**
 * Reads no more of a body once the request is answered: the connection ends with the answer. Node would read all that is
 * still sent, however much, and throw it away.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function leaveBodyUnread(request, response) {
  if (mayBePassedOver(request)) return;
  const { writeHead } = response;
  response.writeHead = (...rest) => {
    if (!request.complete) {
      response.setHeader("connection", "close");
      lingerAfter(request);
    }
    response.writeHead = writeHead;
    return writeHead.apply(response, rest);
  };
}

/** When the answer is sent, tells the other side that nothing follows, takes nothing more, and waits before it hangs up. */
function lingerAfter(request) {
  const { socket } = request;
  // Both are Node's own ways to go on after the last answer: the first reads the rest, the second hangs up at once.
  request._dump = () => undefined;
  socket.destroySoon = () => {
    socket.end();
    const late = setTimeout(() => socket.destroy(), lingerMs).unref();
    socket.once("close", () => clearTimeout(late));
  };
}
