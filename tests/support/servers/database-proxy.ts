import { FaultProxy } from "../../soak/fault-proxy";
import { endsStatement, Messages } from "../../soak/messages";

export type DatabaseProxy = {
  /** The address to be asked at instead of the database's own. */
  url: string;
  /** How many statements were asked while this was done. */
  during: (work: () => Promise<unknown>) => Promise<number>;
  /** From now on nobody reaches the database, until the line is mended. */
  sever: () => void;
  mend: () => void;
  stop: () => Promise<void>;
};

/** A proxy to the database that counts statements and can be cut, unnoticed by the built server. */
export async function startDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const there = new URL(url);
  const proxy = await FaultProxy.start({ port: Number(there.port) });
  const lines = new WeakMap<object, Messages>();
  let asked = 0;
  proxy.watch = ({ client }, chunk) => {
    const messages = lines.get(client) ?? new Messages();
    lines.set(client, messages);
    for (const { letter } of messages.read(chunk)) if (endsStatement(letter)) asked += 1;
    return { pass: chunk, cut: null };
  };
  there.port = String(proxy.port);
  return {
    url: there.href,
    during: async (work) => {
      const before = asked;
      await work();
      return asked - before;
    },
    sever: () => {
      proxy.closed = true;
      proxy.cut();
    },
    mend: () => {
      proxy.closed = false;
    },
    stop: () => proxy.stop(),
  };
}
