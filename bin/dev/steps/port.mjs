import net from "node:net";
import { UserError } from "../../host/user-error.mjs";

/** Where the pages are served, from the environment. */
export function readAddress(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UserError(`PORT=${env.PORT} is not a port number.`);
  const host = env.HOST || "127.0.0.1";
  return { host, port, origin: env.APP_ORIGIN || `http://localhost:${port}` };
}

/** Asked before anything slow is done. Where `localhost` is meant, both of its addresses must be ours. */
export async function mustBeFree({ host, port }) {
  for (const address of host === "127.0.0.1" ? [host, "::1"] : [host]) {
    const code = await tryToListen(address, port);
    if (code === "EADDRINUSE")
      throw new UserError(`Port ${port} is taken by another program. Choose one: PORT=${port + 1} npm start`);
    if (code === "EACCES")
      throw new UserError(`Port ${port} is not open to ordinary users. Choose one above 1023: PORT=3000 npm start`);
    if (code && address === host) throw new UserError(`HOST=${host} cannot be listened on (${code}).`);
  }
}

const tryToListen = (host, port) =>
  new Promise((resolve) => {
    const probe = net.createServer().once("error", (error) => resolve(error.code));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
