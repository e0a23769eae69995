import { readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";

/** What Compose itself would say of the file, as far as the file goes: it is not on every machine that runs this. */
const root = path.resolve(import.meta.dirname, "../..");
const text = readFileSync(path.join(root, "compose.yaml"), "utf8");

const seconds = z.string().regex(/^[1-9]\d*s$/);
const command = z.array(z.coerce.string()).min(1);
const probe = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: command.refine(([kind]) => kind === "CMD", "a probe is a program, not a shell's line"),
    interval: seconds,
    timeout: seconds,
    retries: z.number().int().positive(),
  }),
]);
const conditions = ["service_started", "service_healthy", "service_completed_successfully"] as const;
const networks = z.union([
  z.array(z.string()),
  z.record(z.string(), z.strictObject({ ipv4_address: z.ipv4().optional() })),
]);
const service = z.strictObject({
  build: z.literal(".").optional(),
  image: z.string().regex(/^[a-z]+(:[\w.-]+(@sha256:[0-9a-f]{64})?)?$/),
  restart: z.enum(["no", "unless-stopped"]),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string().startsWith("/")).optional(),
  cap_drop: z.array(z.literal("ALL")).optional(),
  security_opt: z.array(z.literal("no-new-privileges:true")).optional(),
  stop_signal: z.enum(["SIGINT", "SIGTERM"]).optional(),
  stop_grace_period: seconds.optional(),
  shm_size: z.string().optional(),
  command: command.optional(),
  environment: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
  volumes: z.array(z.string().regex(/^[^:]+:\/[^:]+(:ro)?$|^\$\{TLS_DIR:\?\}:\/[^:]+:ro$/)).optional(),
  ports: z.array(z.string().regex(/^\d+:\d+$/)).optional(),
  networks,
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(conditions) })).optional(),
  healthcheck: probe.optional(),
});
const file = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(
    z.string(),
    z.strictObject({
      internal: z.boolean().optional(),
      ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: z.cidrv4() })) }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.strictObject({})),
});
const { services, ...shared } = file.parse(load(text));
const all = Object.entries(services);
type Service = z.output<typeof service>;
const namesOf = (it: Service["networks"]) => (Array.isArray(it) ? it : Object.keys(it));
const ours = all.filter(([, { image }]) => image === "concerted");

test("the file is one that Compose reads: every key known, everything that is named declared", () => {
  expect(
    Object.keys(load(text) as object)
      .filter((key) => !key.startsWith("x-"))
      .sort(),
  ).toEqual(["name", "networks", "services", "volumes"]);
  for (const [name, { networks: joined, volumes = [], depends_on = {} }] of all) {
    for (const network of namesOf(joined)) expect(shared.networks, `${name}: ${network}`).toHaveProperty([network]);
    for (const volume of volumes)
      if (!/^[.$]/.test(volume)) expect(shared.volumes).toHaveProperty([volume.split(":")[0] ?? ""]);
    for (const [other, { condition }] of Object.entries(depends_on)) {
      expect(services, `${name} waits for ${other}`).toHaveProperty([other]);
      const probed = services[other]?.healthcheck ?? (services[other]?.build ? "the image's own" : undefined);
      if (condition === "service_healthy") expect(probed, `${other} says whether it is healthy`).toBeDefined();
    }
  }
});

test("what is asked of whoever starts it is named at its head, and nothing has a default that would be a secret", () => {
  const head = text.slice(0, text.indexOf("name:"));
  for (const [, name = "", rest = ""] of text.matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)) {
    if (rest.startsWith(":?")) expect(head, name).toContain(name);
    else expect(name).toBe("SECURITY_CONTACT");
  }
  for (const [, { environment = {} }] of all)
    for (const [name, value] of Object.entries(environment))
      if (/PASSWORD|SECRET|_URL$/.test(name)) expect(value, name).toMatch(/\$\{[A-Z_]+:\?\}/);
});

test("the program runs without rights: nothing of its own to write to, no capability, none to be had", () => {
  expect(ours.map(([name]) => name).sort()).toEqual(["app-1", "app-2", "prepare", "worker"]);
  for (const [name, it] of ours) {
    expect([name, it.read_only, it.cap_drop]).toEqual([name, true, ["ALL"]]);
    expect(it.security_opt, name).toContain("no-new-privileges:true");
  }
});

test("only the proxy can be called from outside, and only the database and those who use it are on its network", () => {
  expect(all.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])).toEqual([
    ["proxy", ["443:443"]],
  ]);
  const on = (network: string) => all.filter(([, it]) => namesOf(it.networks).includes(network)).map(([name]) => name);
  expect(on("back").sort()).toEqual(["app-1", "app-2", "postgres", "prepare", "worker"]);
  expect(on("front").sort()).toEqual(["app-1", "app-2", "proxy"]);
  expect([shared.networks.back?.internal, shared.networks.front?.internal]).toEqual([true, true]);
});

test("addresses that are given are different ones of the network's own", () => {
  const [, subnet = ""] = /^(\d+\.\d+\.\d+)\.0\/24$/.exec(shared.networks.front?.ipam?.config[0]?.subnet ?? "") ?? [];
  const given = all.flatMap(([, { networks: joined }]) =>
    Array.isArray(joined) ? [] : Object.values(joined).flatMap(({ ipv4_address: it }) => it ?? []),
  );
  expect(new Set(given).size).toBe(3);
  for (const address of given) expect(address).toMatch(new RegExp(`^${subnet.replaceAll(".", "\\.")}\\.\\d+$`));
});

test("whoever is told to stop has the time that it takes, and the nodes come after what prepares them", () => {
  for (const name of ["app-1", "app-2", "worker"]) {
    expect(Number.parseInt(services[name]?.stop_grace_period ?? "0", 10), name).toBeGreaterThan(10);
    expect(services[name]?.depends_on).toEqual({ prepare: { condition: "service_completed_successfully" } });
  }
  expect(services.prepare?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  expect(services.prepare?.restart).toBe("no");
});
