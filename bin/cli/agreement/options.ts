import { parseArgs } from "node:util";
import { InputError } from "./fault";

export type Mode = "polis" | "coalition";

export type CommandOptions = {
  /** A path, or "-" for standard input. */
  readonly file: string;
  /** What the file itself suggests, unless given. */
  readonly mode: Mode | null;
  readonly groups: string | null;
  readonly comments: string | null;
  readonly json: boolean;
};

export const usage = `usage: npm run -s agreement -- FILE.csv [--mode polis|coalition] [--groups FILE.json] [--comments FILE.csv] [--json]

  FILE.csv     votes as Polis exports them (participant-votes.csv) or the agreement as Concerted exports it; - for standard input
  --mode       polis: opinion groups of many; coalition: groups only where they are real, and the largest coalitions
  --groups     {"participant": group}: describe these groups instead of finding any
  --comments   the statements with their moderation; comments.csv beside the file unless given
  --json       for programs`;

/** What the command line asks for. @throws {InputError} */
export function readCommandOptions(args: string[]): CommandOptions {
  const text = { type: "string" } as const;
  const options = { mode: text, groups: text, comments: text, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new InputError(usage);
  const { mode = null, groups = null, comments = null, json } = values;
  if (mode !== null && mode !== "polis" && mode !== "coalition") throw new InputError(usage);
  return { file, mode, groups, comments, json };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
