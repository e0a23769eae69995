import { parseArgs } from "node:util";
import { UserError } from "../../bin/host/user-error.mjs";
import { faults } from "./faults/all";
import type { Fault } from "./finding";
import type { NodeKind } from "./node-process";
import type { SoakOptions } from "./setting";

const usage = `usage: npm run -s soak -- [--rounds N] [--only NAME,NAME] [--seed N] [--nodes pages|router]
${faults.map(({ name, says }) => `  ${name.padEnd(18)} ${says}`).join("\n")}`;

function toCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UserError(usage);
  return Number(text);
}

function toKind(text = "pages"): NodeKind {
  if (text === "pages" || text === "router") return text;
  throw new UserError(usage);
}

function toFaults(text: string | undefined): Fault[] {
  if (text === undefined) return faults;
  return text.split(",").map((name) => {
    const found = faults.find((fault) => fault.name === name);
    if (!found) throw new UserError(usage);
    return found;
  });
}

/** What to try, how often and on what, as the command line says it. */
export function readSoakOptions(args: string[]): { choice: SoakOptions; chosen: Fault[] } {
  const text = { type: "string" } as const;
  const options = { rounds: text, only: text, seed: text, nodes: text };
  const { values } = readOptions(() => parseArgs({ args, options }));
  const choice = {
    rounds: toCount(values.rounds ?? "100"),
    seed: toCount(values.seed ?? "1"),
    kind: toKind(values.nodes),
  };
  return { choice, chosen: toFaults(values.only) };
}

function readOptions<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new UserError(usage);
  }
}
