import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { quietEnvironment, scriptCommand, signalGroup } from "../../host/child-processes.mjs";
import { UserError } from "../../host/user-error.mjs";

/**
 * @typedef {object} Serving
 * @property {string} root
 * @property {Record<string, string>} env
 * @property {{ first: (work: () => unknown) => void }} undo
 * @property {(pid: number) => void} onStart
 * @property {(chunk: Buffer | string) => void} print
 */

/** Starts a server of ours in its own group, so that a Ctrl-C meant for us reaches it only when its turn has come. */
function launch([program, ...args], { root, env, onStart, print }) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...quietEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout.on("data", print);
  child.stderr.on("data", print);
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
    child.once("error", (error) => resolve(error.message));
  });
  onStart(child.pid);
  return { exited, stop: () => stopGroup(child.pid, exited) };
}

async function stopGroup(pid, exited) {
  signalGroup(pid, "SIGTERM");
  const waiting = new AbortController();
  const late = pause(12_000, "late", { signal: waiting.signal }).catch(() => "late");
  await Promise.race([exited, late]);
  waiting.abort();
  signalGroup(pid, "SIGKILL");
  await exited;
}

/**
 * Starts the web server and waits until it answers. Its early output is buffered and printed only if it fails.
 * @param {Serving & { address: { host: string, port: number } }} options
 * @returns {Promise<{ exited: Promise<string | number> }>}
 */
export async function startWeb({ address, print, undo, ...options }) {
  let early = "";
  let ready = false;
  const bufferOutput = (chunk) => {
    if (ready) print(chunk);
    else early += chunk;
  };
  const words = [process.execPath, "bin/server/web.mjs"];
  const { exited, stop } = launch(words, { ...options, print: bufferOutput });
  undo.first(stop);
  const outcome = await Promise.race([exited, untilAnswers(address)]);
  if (outcome !== "answers") {
    throw Object.assign(new UserError(`The web server did not start (${outcome}).`), { output: early });
  }
  ready = true;
  return { exited };
}

async function untilAnswers({ host, port }) {
  const everywhere = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  const reachable = everywhere[host] ?? host;
  const url = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/api/health/live`;
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(50)) {
    if (await fetch(url, { redirect: "manual" }).catch(() => null)) return "answers";
  }
  return "no answer within two minutes";
}

/**
 * The job worker, started again when it falls, ever more slowly.
 * @param {Serving & { say: (text: string) => void }} options
 */
export async function keepWorker({ say, undo, ...options }) {
  const patience = new AbortController();
  let worker = null;
  undo.first(() => {
    patience.abort();
    return worker?.stop();
  });
  for (let delay = 1_000; !patience.signal.aborted; delay = Math.min(delay * 2, 60_000)) {
    const since = Date.now();
    worker = launch(scriptCommand("bin/server/worker.ts"), options);
    const code = await worker.exited;
    if (patience.signal.aborted) return;
    if (Date.now() - since > 60_000) delay = 1_000;
    say(`The job worker ended (${code}); it starts again in ${delay / 1000} s.`);
    await pause(delay, undefined, { signal: patience.signal }).catch(() => {});
  }
}
