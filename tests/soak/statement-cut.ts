import type { FaultProxy, Watch } from "./fault-proxy";
import { endsStatement, Messages } from "./messages";

/** Where the line to the database is cut: before the database hears of a statement, or before its answer is heard. */
export type CutMoment = "before" | "after";

/**
 * Cuts the line at the n-th statement from now on, on whichever connection it comes. The answer tells whether it came to
 * that: a command with fewer statements went through. To be called before the first line is opened: how one begins differs.
 */
export function cutAtStatement(proxy: FaultProxy) {
  const lines = new WeakMap<object, Messages>();
  let armed: { left: number; side: CutMoment } | null = null;

  const watch: Watch = (pair, chunk) => {
    const messages = lines.get(pair.client) ?? new Messages();
    lines.set(pair.client, messages);
    const pass: Buffer[] = [];
    for (const { letter, bytes } of messages.read(chunk)) {
      if (armed && endsStatement(letter) && --armed.left === 0) {
        const { side } = armed;
        armed = null;
        if (side === "before") return { pass: Buffer.concat(pass), cut: "now" };
        return { pass: Buffer.concat([...pass, bytes]), cut: "at the answer" };
      }
      pass.push(bytes);
    }
    return { pass: Buffer.concat(pass), cut: null };
  };
  proxy.watch = watch;
  return {
    arm(statement: number, side: CutMoment) {
      armed = { left: statement, side };
    },
    /** Whether it came to the cut. */
    disarm(): boolean {
      const came = armed === null;
      armed = null;
      return came;
    },
  };
}
