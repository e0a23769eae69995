import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, startProgram } from "./process";
import type { Setting } from "./setting";
import { balanceByNode } from "./small-balancer";

export type Balancer = { origin: string; port: number; says: string };

export const hasNginx = () => spawnSync("nginx", ["-v"], { stdio: "ignore" }).status === 0;

/** A proxy in front of the nodes: nginx with the very rules that are deployed, or a small one where there is no nginx. */
export async function startBalancer(setting: Setting, ports: number[], port: number): Promise<Balancer> {
  const origin = `http://127.0.0.1:${port}`;
  if (!hasNginx()) {
    const stop = await balanceByNode(ports, port);
    setting.finally(stop);
    return { origin, port, says: "nginx is not installed: a small proxy of our own stood in for it" };
  }
  const folder = path.join(setting.env.CONCERTED_DATA_DIR ?? "", "nginx");
  mkdirSync(folder);
  // Its workers are another user where it is started by root.
  for (const one of [path.dirname(folder), folder]) chmodSync(one, 0o755);
  writeFileSync(
    path.join(folder, "rules.conf"),
    adapt(readFileSync(path.join(root, "deploy/nginx.conf"), "utf8"), ports, port),
  );
  writeFileSync(path.join(folder, "nginx.conf"), frame(folder));
  const words = ["nginx", "-p", folder, "-c", path.join(folder, "nginx.conf"), "-g", "daemon off;"];
  const nginx = startProgram(words, { env: {}, watch: setting.watch });
  setting.finally(async () => {
    nginx.signal("SIGTERM");
    await nginx.exited;
  });
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(20))
    if (await fetch(`${origin}/api/health/live`).catch(() => null)) return { origin, port, says: "behind nginx" };
  throw new Error(`nginx did not start: ${nginx.output()}`);
}

/** The deployed rules with this machine's addresses, and without TLS, for which there is no certificate here. */
export function adapt(rules: string, ports: number[], port: number): string {
  let node = 0;
  return rules
    .replace(/^\s*ssl_.*\n/gm, "")
    .replace(/listen [^;]+;/, `listen 127.0.0.1:${port};`)
    .replace(/server app-\d+:3000/g, () => `server 127.0.0.1:${ports[node++]}`)
    .replace("X-Forwarded-Proto https", "X-Forwarded-Proto http");
}

const frame = (folder: string) => `worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 512; }
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/rules.conf;
}
`;
