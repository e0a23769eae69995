import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listEndpoints } from "@/lib/api/endpoints";
import { largeUploads, uploadLimits } from "@/lib/api/procedure-options";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { trafficLimits } from "@/lib/platform/http/traffic-limits.mjs";
import { fc } from "@/tests/support/fast-check";

/** The proxy's limits held against the product's own: what one lets through and the other refuses is a fault that only users see. */
const text = readFileSync(path.resolve(import.meta.dirname, "../../deploy/nginx.conf"), "utf8");

type Block = { name: string; args: string[]; inside: Block[] };

/** The file as nginx reads it: words, quoted or not, ended by a semicolon or opening a block. */
function parse(source: string): Block[] {
  const tokens = [...source.matchAll(/#.*|"((?:[^"\\]|\\.)*)"|([{};])|([^\s{};"]+)/g)].filter(
    ([all]) => !all.startsWith("#"),
  );
  let at = 0;
  const read = (): Block[] => {
    const blocks: Block[] = [];
    let words: string[] = [];
    for (; at < tokens.length; at++) {
      const [, quoted, mark, word] = tokens[at] ?? [];
      if (mark === "}") return blocks;
      if (mark === undefined) {
        words.push(quoted ?? word ?? "");
        continue;
      }
      const [name = "", ...args] = words;
      words = [];
      if (mark === "{") at++;
      blocks.push({ name, args, inside: mark === "{" ? read() : [] });
    }
    return blocks;
  };
  return read();
}

const file = parse(text);
const server = file.find(({ name }) => name === "server")?.inside ?? [];
const argsOf = (blocks: Block[], name: string) => blocks.filter((it) => it.name === name).map(({ args }) => args);
const one = (blocks: Block[], name: string) => {
  const all = argsOf(blocks, name);
  expect(all, name).toHaveLength(1);
  return all[0]?.[0] ?? "";
};
const seconds = (value: string) => Number(/^(\d+)s$/.exec(value)?.[1]);
const locations = server.filter(({ name }) => name === "location");
const mapOf = (variable: string) => {
  const map = file.find(({ name, args }) => name === "map" && args[1] === variable);
  expect(map, variable).toBeDefined();
  return {
    from: map?.args[0] ?? "",
    entries: (map?.inside ?? []).map(({ name, args }) => [name, args[0] ?? ""] as const),
  };
};
const patternOf = (entry: string) => new RegExp(entry.replace(/^~\*?/, ""));

test("a visitor may send as many requests in ten seconds, and have as many in flight, as the nodes allow", () => {
  const zones = argsOf(file, "limit_req_zone");
  expect(zones).toEqual([["$visitor", "zone=visitor_requests:10m", expect.stringMatching(/^rate=\d+r\/s$/)]]);
  const perSecond = Number(/\d+/.exec(zones[0]?.[2] ?? "")?.[0]);
  expect(perSecond * trafficLimits.windowSeconds).toBe(trafficLimits.requestsPerAddress);
  // The first of a hundred is none of the burst.
  expect(argsOf(server, "limit_req")).toEqual([
    ["zone=visitor_requests", `burst=${trafficLimits.requestsPerAddress - 1}`, "nodelay"],
  ]);
  expect(argsOf(file, "limit_conn_zone")).toEqual([
    ["$visitor", "zone=visitor_in_flight:10m"],
    ["$client", "zone=in_flight:10m"],
  ]);
  expect(argsOf(server, "limit_conn")).toEqual([
    ["visitor_in_flight", String(trafficLimits.inFlightPerAddress)],
    ["in_flight", String(trafficLimits.inFlightPerNode)],
  ]);
  expect([one(server, "limit_req_status"), one(server, "limit_conn_status")]).toEqual(["429", "429"]);
  // A location with limits of its own would have none of these.
  for (const { inside } of locations) expect(inside.filter(({ name }) => name.startsWith("limit_"))).toEqual([]);
});

test("bodies may be as large, and as slow, as the nodes take them", () => {
  expect(Number(one(server, "client_max_body_size"))).toBe(trafficLimits.bodyBytes);
  expect(seconds(one(server, "client_header_timeout"))).toBe(trafficLimits.headersSeconds);
  expect(seconds(one(server, "client_body_timeout"))).toBe(trafficLimits.requestSeconds);
  const sized = locations.filter(({ inside }) => argsOf(inside, "client_max_body_size").length > 0);
  const endpoints = listEndpoints();
  for (const [name, bytes] of Object.entries(uploadLimits)) {
    const endpoint = endpoints.find((it) => it.name === name);
    for (const address of [`/api/v1${endpoint?.path}`, `/api/rpc/${name.replaceAll(".", "/")}`]) {
      const found = sized.filter(({ args }) => new RegExp(args[1] ?? "$.").test(address));
      expect(found, address).toHaveLength(1);
      expect(Number(one(found[0]?.inside ?? [], "client_max_body_size")), address).toBe(bytes);
      // What is kept until it is whole is read whole, whoever sent it.
      expect(one(found[0]?.inside ?? [], "proxy_request_buffering"), address).toBe("off");
    }
  }
  for (const { args } of sized) {
    const taken = endpoints.filter(({ path: at }) => new RegExp(args[1] ?? "$.").test(`/api/v1${at}`));
    expect(
      taken
        .filter(({ method }) => method === "POST")
        .map(({ name }) => name)
        .every((it) => it in uploadLimits),
    ).toBe(true);
  }
  // Whatever is larger than this has no time to arrive.
  expect(trafficLimits.largestUpload).toBe(Math.max(...Object.values(uploadLimits)));
  expect(Object.keys(uploadLimits)).toEqual(expect.arrayContaining(Object.keys(largeUploads)));
});

test("what the nodes count is counted, and what they do not count is not", async () => {
  const { from, entries } = mapOf("$uncounted");
  const [, [pattern = ""] = []] = entries;
  const uncounted = (address: string) => patternOf(pattern).test(address);
  expect(from).toBe("$uri");
  for (const address of [
    "/_next/static/a.js",
    "/api/health/live",
    "/api/health/ready",
    "/favicon.svg",
    "/icon-180.png",
    "/api/demonstration/sign-in",
  ])
    expect(uncounted(address), address).toBe(true);
  for (const address of [
    "/",
    "/en",
    "/api/v1/themes",
    "/api/health",
    "/en/_next/static/a",
    "/favicon.svg/en",
    "/api/rpc/home/read",
  ])
    expect(uncounted(address), address).toBe(false);
});

test("whoever shows a session or a token is left to the nodes, and anybody else is a visitor", () => {
  const [, [cookies = ""] = []] = mapOf("$session").entries;
  const shows = (cookie: string) => patternOf(cookies).test(cookie);
  for (const cookie of ["__Host-concerted-session=x", "a=b; __Host-concerted-session=x", "concerted-session=x; a=b"])
    expect(shows(cookie), cookie).toBe(true);
  for (const cookie of ["", "a=b", "xconcerted-session=x", "my__Host-concerted-session=x"])
    expect(shows(cookie), cookie).toBe(false);
  expect(mapOf("$visitor")).toEqual({
    from: "$uncounted$session$http_authorization",
    entries: [
      ["default", ""],
      ["", "$client"],
    ],
  });
});

test("two addresses that the nodes count apart are counted together by the proxy only where zeros are left out, and an IPv4 address is itself", () => {
  const { entries } = mapOf("$client");
  const keyOf = (address: string) => {
    for (const [pattern] of entries) {
      const found = pattern === "default" ? null : patternOf(pattern).exec(address);
      if (found) return found.groups?.four ?? found.groups?.head ?? "";
    }
    return address;
  };
  const group = fc.integer({ min: 1, max: 0xffff }).map((it) => it.toString(16));
  const household = fc.tuple(group, group, group, group);
  fc.assert(
    fc.property(household, household, fc.tuple(household, household), (one, other, [first, second]) => {
      const [a, b, c] = [
        [...one, ...first],
        [...one, ...second],
        [...other, ...second],
      ].map((it) => it.join(":"));
      expect(keyOf(a ?? "")).toBe(keyOf(b ?? ""));
      expect(keyOf(a ?? "") === keyOf(c ?? "")).toBe(clientKey(a ?? "") === clientKey(c ?? ""));
      expect(keyOf(`${one.join(":")}::1`)).toBe(keyOf(a ?? ""));
    }),
  );
  expect(keyOf("203.0.113.9")).toBe("203.0.113.9");
  expect(keyOf("2001:db8::1")).toBe(keyOf("2001:db8::7:1"));
});
