/** What those write who pass a request on: proxies, tunnels, forwarded ports. */
const passedOn =
  /^(?:forwarded|via|x-(?:forwarded|real|original|client|cluster|envoy|proxy)-.*|cf-.*|true-client-ip|fly-.*)$/;
const thisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const fromThisMachine = /^(?:::ffff:)?127\.|^::1$/;

/** A host as a caller wrote it, or null for what is none. */
function readHost(host) {
  if (!host || !URL.canParse(`http://${host}`)) return null;
  const { hostname, port, pathname, username } = new URL(`http://${host}`);
  return pathname === "/" && !username ? { hostname, port: Number(port || 80) } : null;
}

/**
 * Whether a request came from this machine, under a name and a port of its own, and through nobody. A server that listens
 * here alone can be reached from elsewhere all the same: through a tunnel or a proxy, or by a page whose name was made to
 * point here. What signs anybody in by a click must not be.
 * @param {{ headers: import("node:http").IncomingHttpHeaders, socket: { remoteAddress?: string, localPort?: number } }} request
 */
export function isReachedDirectly({ headers, socket }) {
  if (Object.keys(headers).some((name) => passedOn.test(name))) return false;
  if (!fromThisMachine.test(socket.remoteAddress ?? "")) return false;
  const host = readHost(headers.host);
  return host !== null && thisMachine.test(host.hostname) && host.port === socket.localPort;
}
