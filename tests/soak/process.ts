import { spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import path from "node:path";
import { quietEnvironment } from "../../bin/host/child-processes.mjs";

export const root = path.resolve(import.meta.dirname, "../..");

export type Running = {
  pid: number;
  exited: Promise<number | string>;
  /** The end of what it printed, for the reader of a failure. */
  output: () => string;
  signal: (name: NodeJS.Signals) => void;
};

type Options = { env: Record<string, string>; watch: (pid: number) => void; log?: string };

const remembered = 4_000;

/** Starts a program that is to be killed sooner or later; the guard takes it away should we be killed first. */
export function startProgram([program = "", ...args]: string[], { env, watch, log }: Options): Running {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...quietEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const file: WriteStream | null = log ? createWriteStream(log, { flags: "a" }) : null;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-remembered);
      file?.write(chunk);
    });
  }
  const exited = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? 1));
    child.once("error", (error) => resolve(error.message));
  });
  void exited.then(() => file?.end());
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} did not start`);
  watch(pid);
  return { pid, exited, output: () => printed, signal: (name) => void child.kill(name) };
}

/** Runs a program to its end; what it printed, or an error with it. */
export async function runProgram(words: string[], options: Options): Promise<string> {
  const running = startProgram(words, options);
  const code = await running.exited;
  if (code !== 0) throw new Error(`${words.slice(-2).join(" ")} ended with ${code}: ${running.output().trim()}`);
  return running.output();
}
