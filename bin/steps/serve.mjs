import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { calm, script, signalGroup, tool } from "./command.mjs";
import { Halt } from "./halt.mjs";

/** Starts a server of ours in its own group, so that a Ctrl-C meant for us reaches it only when its turn has come. */
function launch([program, ...args], { root, env, onLine, leave, onStart }) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...calm, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout.on("data", onLine);
  child.stderr.on("data", onLine);
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
    child.once("error", (error) => resolve(error.message));
  });
  const stop = () => stopGroup(child.pid, exited);
  leave.first(stop);
  onStart(child.pid);
  return { exited, stop };
}

async function stopGroup(pid, exited) {
  signalGroup(pid, "SIGTERM");
  const waiting = new AbortController();
  const late = pause(10_000, "late", { signal: waiting.signal }).catch(() => "late");
  await Promise.race([exited, late]);
  waiting.abort();
  signalGroup(pid, "SIGKILL");
  await exited;
}

/** The web server, once it answers. What it says before that is kept back, and told only if it fails. */
export async function startWeb({ root, dev, address, env, leave, onStart }) {
  let early = "";
  let ready = false;
  const onLine = (chunk) => {
    if (ready) process.stdout.write(chunk);
    else early += chunk;
  };
  const words = [dev ? "dev" : "start", "-H", address.host, "-p", String(address.port)];
  const web = launch(tool("next/dist/bin/next", ...words), { root, env, leave, onStart, onLine });
  const outcome = await Promise.race([web.exited, untilAnswers(address)]);
  if (outcome !== "answers") {
    throw Object.assign(new Halt(`The web server did not start (${outcome}).`), { output: early });
  }
  ready = true;
  web.exited.then((code) => leave(1, new Halt(`The web server ended (${code}).`)));
}

async function untilAnswers({ host, port }) {
  const reachable =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(50)) {
    const answer = await fetch(`http://${reachable}:${port}/api/health/live`, { redirect: "manual" }).catch(() => null);
    if (answer) return "answers";
  }
  return "no answer within two minutes";
}

/** The job worker, started again when it falls, ever more slowly. */
export async function keepWorker({ root, env, leave, onStart, say }) {
  const patience = new AbortController();
  leave.first(() => patience.abort());
  for (let delay = 1_000; !leave.isLeaving(); delay = Math.min(delay * 2, 60_000)) {
    const since = Date.now();
    const onLine = (chunk) => process.stdout.write(chunk);
    const worker = launch(script("bin/worker.ts"), { root, env, leave, onStart, onLine });
    const code = await worker.exited;
    leave.forget(worker.stop);
    if (leave.isLeaving()) return;
    if (Date.now() - since > 60_000) delay = 1_000;
    say(`The job worker ended (${code}); it starts again in ${delay / 1000} s.`);
    await pause(delay, undefined, { signal: patience.signal }).catch(() => {});
  }
}
