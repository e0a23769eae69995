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
 * Starts the web server. `answers` resolves once it answers; its early output is held back and told only if it never does.
 * @param {Omit<Serving, "undo"> & { address: { host: string, port: number } }} options
 */
function launchWeb({ address, print, ...options }) {
  let early = "";
  let ready = false;
  const bufferOutput = (chunk) => {
    if (ready) print(chunk);
    else early += chunk;
  };
  const words = [process.execPath, "bin/server/web.mjs"];
  const { exited, stop } = launch(words, { ...options, print: bufferOutput });
  const answers = Promise.race([exited, untilAnswers(address)]).then((outcome) => {
    ready = outcome === "answers";
    if (ready) return;
    const [configuration] = /^Configuration: .*$/m.exec(early) ?? [];
    if (configuration) throw new UserError(configuration);
    throw Object.assign(new UserError(`The web server did not start (${outcome}).`), { output: early });
  });
  return { exited, stop, answers };
}

/**
 * Starts the web server and waits until it answers.
 * @param {Serving & { address: { host: string, port: number } }} options
 * @returns {Promise<{ exited: Promise<string | number> }>}
 */
export async function startWeb({ undo, ...options }) {
  const { exited, stop, answers } = launchWeb(options);
  undo.first(stop);
  await answers;
  return { exited };
}

/** How long to wait before each start after a fall, in milliseconds. With every one used up, it is not started again. */
const patiencePerFall = [500, 1_000, 2_000, 4_000, 8_000];
/** Whoever served this long has recovered: what comes now is a first fall again. */
const recovered = 60_000;

/**
 * The web server, started again when it falls. Resolves once it answers for the first time; `gaveUp` resolves with the
 * reason when it fell over and over, and then nobody should wait for it any longer.
 * @param {Serving & { address: { host: string, port: number }, say: (text: string) => void, delays?: number[] }} options
 * @returns {Promise<{ gaveUp: Promise<UserError> }>}
 */
export async function keepWeb({ say, undo, delays = patiencePerFall, ...options }) {
  const patience = new AbortController();
  let web = null;
  undo.first(() => {
    patience.abort();
    return web?.stop();
  });
  web = launchWeb(options);
  await web.answers;

  const keep = async () => {
    for (let falls = 1, since = Date.now(); ; falls++, since = Date.now()) {
      const code = await web.exited;
      if (patience.signal.aborted) return null;
      if (Date.now() - since > recovered) falls = 1;
      const delay = delays[falls - 1];
      if (delay === undefined)
        return `The web server ended ${falls} times in a row (${code}) and is not started again.`;
      say(`The web server ended (${code}); it starts again in ${delay / 1000} s.`);
      await pause(delay, undefined, { signal: patience.signal }).catch(() => {});
      if (patience.signal.aborted) return null;
      web = launchWeb(options);
      const failure = await web.answers.then(
        () => null,
        (error) => error,
      );
      if (!failure) continue;
      options.print(`${failure.output ?? ""}${failure.message}\n`);
      await web.stop();
    }
  };
  const gaveUp = new Promise((resolve) => {
    keep().then((reason) => reason !== null && resolve(new UserError(reason)));
  });
  return { gaveUp };
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
