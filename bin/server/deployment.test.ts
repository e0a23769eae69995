import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { adapt, hasNginx } from "../../tests/soak/balancer";

/** What would go wrong only where it is deployed, held against the files here. */
const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const [image, services, proxy] = [read("Dockerfile"), read("compose.yaml"), read("deploy/nginx.conf")];

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

test("whatever the containers run or copy is there", () => {
  const programs = all(image + services, /\b(bin\/[a-z/-]+\.(?:mjs|ts))\b/g);
  const mounted = all(services, /- \.\/(deploy\/[a-z.-]+):/g);
  const copied = all(image, /--from=build \/app\/(\S+) \.\//g).filter(
    (name) => name !== "node_modules" && name !== ".next",
  );
  expect(programs.length).toBeGreaterThan(3);
  expect(mounted).toHaveLength(2);
  for (const file of [...programs, ...mounted, ...copied]) expect(existsSync(path.join(root, file)), file).toBe(true);
});

test("the program is nobody's superuser, in an image that has none of this machine's files", () => {
  const [, ...stages] = image.split(/^FROM /m);
  expect(stages.at(-1)).toMatch(/^USER node$/m);
  expect(stages.at(-1)).not.toMatch(/^COPY \. /m);
  const left = read(".dockerignore").split("\n");
  expect(left).toEqual(expect.arrayContaining([".git", ".data", ".env", ".env.*", "node_modules", ".next"]));
});

test("the nodes are told what a server that others can reach has to be told, by names that are read", () => {
  const settings = services.slice(services.indexOf("x-settings"), services.indexOf("x-node"));
  const names = all(settings, /^ {2}([A-Z_]+):/gm);
  expect(names).toEqual(expect.arrayContaining(["DATABASE_URL", "APP_ORIGIN", "AUTH_SECRET", "SMTP_URL", "MAIL_FROM"]));
  const known = read("lib/platform/env.ts");
  for (const name of names) expect(known, name).toContain(`${name}:`);
  // Who owns the tables is for the migrations to know, and for nobody who serves.
  expect(services.match(/DATABASE_OWNER_URL/g)).toHaveLength(1);
});

test("the proxy calls the nodes by their names, and is itself the one whose word they take", () => {
  const nodes = all(proxy, /server (app-\d+):3000/g);
  for (const name of nodes) expect(services).toMatch(new RegExp(`^ {2}${name}:$`, "m"));
  expect(nodes).toHaveLength(2);
  const [trusted] = all(services, /TRUSTED_PROXIES: (\S+)/g);
  expect(services.slice(services.indexOf("  proxy:"))).toContain(`front: { ipv4_address: ${trusted} }`);
});

test("what the soak puts before its nodes is the proxy's own rules, at other addresses", () => {
  const rules = adapt(proxy, [4001, 4002], 4000);
  expect(rules).toContain("listen 127.0.0.1:4000;");
  expect(rules).toContain("server 127.0.0.1:4001 max_fails=0;");
  expect(rules).toContain("server 127.0.0.1:4002 max_fails=0;");
  expect(rules).not.toMatch(/ssl|app-\d/);
  expect(rules).toContain("proxy_next_upstream error timeout http_503;");
});

test("the image is made as such images should be", () => {
  const lines = image
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  const instructions = (word: string) => lines.filter((line) => line.startsWith(`${word} `));
  const stages = new Set(instructions("FROM").flatMap((line) => / AS (\S+)$/.exec(line)?.[1] ?? []));
  for (const line of lines)
    expect(line).toMatch(/^(FROM|WORKDIR|ENV|COPY|RUN|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD) /);
  for (const line of instructions("FROM"))
    expect(line).toMatch(/^FROM [a-z]+:\d[\w.-]*(@sha256:[0-9a-f]{64})?( AS [a-z]+)?$/);
  for (const line of instructions("WORKDIR")) expect(line).toMatch(/^WORKDIR \//);
  for (const line of instructions("COPY")) {
    const from = /--from=(\S+)/.exec(line)?.[1];
    if (from) expect(stages, line).toContain(from);
  }
  expect(image).not.toMatch(/\b(sudo|latest|curl|wget)\b/);
  // Each in its program's own words, so that signals reach the program and not a shell.
  for (const word of ["CMD", "HEALTHCHECK"]) {
    const [line = "", ...more] = instructions(word);
    expect(more).toEqual([]);
    const program = JSON.parse(line.slice(line.indexOf("[")));
    expect(program[0]).toBe("node");
  }
  const last = lines.slice(lines.lastIndexOf(instructions("FROM").at(-1) ?? ""));
  expect(last.filter((line) => /^USER /.test(line))).toEqual(["USER node"]);
  expect(last.findIndex((line) => line.startsWith("USER"))).toBeGreaterThan(
    last.findLastIndex((line) => /^(RUN|COPY) /.test(line)),
  );
  const port = /PORT=(\d+)/.exec(image)?.[1];
  expect(instructions("EXPOSE")).toEqual([`EXPOSE ${port}`]);
});

test("every image is named by its full version, and Node's is one that is maintained and that the soak starts on", () => {
  const named = [...all(image, /^FROM (\S+)/gm), ...all(services, /^ +image: (\S+:\S+)$/gm)];
  expect(named).toHaveLength(4);
  const full = { node: /^\d+\.\d+\.\d+-/, nginx: /^\d+\.\d+\.\d+-/, postgres: /^\d+\.\d+-/ };
  for (const it of named) {
    const [name = "", tag = ""] = it.split(":");
    expect(tag, it).toMatch(full[name as keyof typeof full]);
  }
  const nodes = named.filter((it) => it.startsWith("node:")).map((it) => it.slice(5).split("-")[0] ?? "");
  expect(new Set(nodes).size).toBe(1);
  expect(read("tests/soak/faults/other-nodes.ts")).toContain(`"${nodes[0]}"`);
  // The years in which each line is maintained, as its makers published them.
  const until: Record<string, string> = {
    "20": "2026-04-30",
    "22": "2027-04-30",
    "24": "2028-04-30",
    "26": "2029-04-30",
  };
  expect((until[nodes[0]?.split(".")[0] ?? ""] ?? "") > "2026-12-01").toBe(true);
});

const here = hasNginx();
if (!here)
  process.stderr.write(
    "\nNGINX IS NOT INSTALLED: the proxy's rules are not read by a real one (apt-get install nginx-light).\n",
  );

test.skipIf(!here)("nginx itself reads the rules as they are deployed, TLS included", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-nginx-"));
  try {
    const key = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=concerted.example"];
    const files = ["-keyout", path.join(folder, "privkey.pem"), "-out", path.join(folder, "fullchain.pem")];
    expect(spawnSync("openssl", [...key, ...files]).status).toBe(0);
    const rules = proxy.replaceAll("/etc/nginx/tls", folder).replace(/app-\d+:3000/g, "127.0.0.1:3000");
    writeFileSync(path.join(folder, "nginx.conf"), `pid ${folder}/pid; events {} http { ${rules} }`);
    const { status, stderr } = spawnSync("nginx", ["-t", "-p", folder, "-c", path.join(folder, "nginx.conf")]);
    expect(String(stderr)).toContain("test is successful");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
