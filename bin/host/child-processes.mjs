import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "./user-error.mjs";

const running = new Set();

/** What any program of ours is started with: nobody is phoned, and Node's own warnings do not drown the steps. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/**
 * Runs a program to its end and says what it printed.
 * @param {string[]} words the program and its arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean }} options `show` prints as it goes
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run([program, ...args], { cwd, env = {}, show = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...quietEnvironment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    running.add(child);
    let output = "";
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
      if (show) process.stdout.write(chunk);
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 1 : 0), output, stdout });
    });
  });
}

/** The same, for programs whose failure is ours: the error carries what they said. */
export async function mustRun(words, options) {
  const result = await run(words, options);
  if (result.code === 0) return result;
  throw Object.assign(new UserError(`${words.slice(0, 3).join(" ")} ended with code ${result.code}`), {
    output: result.output,
  });
}

/** Sends away whatever still runs, with all it started: first as Ctrl-C would, which lets it clean up. */
export async function stopChildren() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"]) {
    for (const child of running) signalGroup(child.pid, signal);
    for (let waited = 0; running.size > 0 && waited < 8_000; waited += 50) await pause(50);
  }
}

/** Every program of ours leads its own group, so that what it started goes with it. */
export function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return true;
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
  return false;
}

/** One of the project's own programs, run by this very Node. */
export const packageCommand = (file, ...args) => [process.execPath, `node_modules/${file}`, ...args];

/** A program of ours that uses the app's code. */
export const scriptCommand = (file, ...args) => [
  process.execPath,
  "--conditions=react-server",
  "--import",
  "tsx",
  file,
  ...args,
];
