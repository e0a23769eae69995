/** The responses begun on a connection and not closed yet. */
const begun = new WeakMap();

/**
 * Lets a response that waits behind another one on its connection (pipelining) learn that the connection is gone: Node tells
 * only the one whose turn it is, and whatever was taken for the others would never be given back.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function closeWithConnection({ socket }, response) {
  let open = begun.get(socket);
  if (!open) {
    open = new Set();
    begun.set(socket, open);
    socket.once("close", () => {
      for (const one of open) if (!one.socket) one.destroy().emit("close");
    });
  }
  open.add(response);
  response.once("close", () => open.delete(response));
}
