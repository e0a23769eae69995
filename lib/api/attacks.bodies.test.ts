import { randomUUID } from "node:crypto";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, origin, programOf } from "@/tests/support/identities";
import { makeGatewayServer } from "@/tests/support/servers/gateway-server";

vi.hoisted(() => {
  // Every request here is from an address of its own, which a proxy wrote down.
  process.env.TRUSTED_PROXIES = "127.0.0.1";
  process.env.LOG_LEVEL = "silent";
});

/** Bytes that each connection brought to the server, whoever read them. */
const received: Socket[] = [];
const server = makeGatewayServer();
server.on("connection", (socket) => received.push(socket));
const sockets: Socket[] = [];
let port = 0;
let representative: { id: string };
beforeAll(async () => {
  representative = await given.representative(await given.organization());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  received.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 20_000, interval: 5 });

let addresses = 0;
type Sent = { method?: string; path: string; as?: Caller; headers?: Record<string, string>; address?: string };

/** A request of which only the headers are sent; what follows is the test's business. `answer` is what came back so far. */
function begin({ method = "POST", path, as = {}, headers = {}, address }: Sent) {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  const conversation = { socket, answer: "", ended: false, broken: false };
  socket.on("data", (part) => {
    conversation.answer += part;
  });
  socket.on("end", () => {
    conversation.ended = true;
  });
  socket.on("error", () => {
    conversation.broken = true;
  });
  const from = address ?? `198.18.${addresses >> 8}.${addresses++ & 255}`;
  const all = { host: "here", "x-forwarded-for": from, origin, "x-concerted": "1", ...as, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  return conversation;
}

const form = { "content-type": "multipart/form-data; boundary=x" };
const json = { "content-type": "application/json" };
const statusOf = ({ answer }: { answer: string }) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

const bytes = 5_000_000;

// Attack 25: 120 anonymous uploads of five megabytes each were read to the end, and then refused.
test("uploads by nobody in particular are refused without being read, and whoever sends them can read why", async () => {
  const headers = { ...form, "content-length": String(bytes) };
  // Forty at a time: more would be turned away for their number.
  for (let wave = 0; wave < 3; wave++) {
    const uploads = Array.from({ length: 40 }, () => begin({ path: "/api/v1/positions/import", headers }));
    for (const { socket } of uploads) socket.write(Buffer.alloc(bytes, "x"));
    await until(() => uploads.every(({ ended }) => ended));
    for (const upload of uploads) {
      expect(statusOf(upload)).toBe(401);
      expect(upload.answer).toContain("/problems/sign-in-first");
      expect(upload.answer.toLowerCase()).toContain("connection: close");
      upload.socket.destroy();
    }
  }
  expect(received).toHaveLength(120);
  expect(Math.max(...received.map(({ bytesRead }) => bytesRead))).toBeLessThan(500_000);
});

test.each([
  ["without an account", "/api/v1/positions/import", () => ({}), 401, "sign-in-first"],
  [
    "with a token that opens nothing",
    "/api/v1/positions/import",
    () => ({ authorization: `Bearer ${"x".repeat(43)}` }),
    401,
    "unknown-token",
  ],
  [
    "with a token for reading",
    "/api/v1/positions/import",
    () => programOf(representative, "read"),
    403,
    "token-scope-too-narrow",
  ],
  ["to where nothing is", "/api/v1/nothing/here", () => browserOf(representative), 404, "no-such-place"],
  ["by a method that is not taken", "/api/v1/themes", () => browserOf(representative), 405, "method-not-allowed"],
  ["of too many bytes", "/api/v1/sign-in-links", () => ({}), 413, "too-large"],
] as [
  string,
  string,
  () => Caller | Promise<Caller>,
  number,
  string,
][])("who may is answered before any of the body has come: %s", async (_, path, as, status, reason) => {
  const type = path.endsWith("import") ? form : json;
  const headers = { ...type, "content-length": String(bytes), "idempotency-key": randomUUID() };
  const request = begin({ path, as: await as(), headers });
  await until(() => request.ended);
  expect([statusOf(request), request.answer.includes(`/problems/${reason}"`)]).toEqual([status, true]);
});

test("whoever waits for a word before sending is given it when they may, and else the answer", async () => {
  const headers = { ...form, "content-length": "9", expect: "100-continue", "idempotency-key": randomUUID() };
  const refused = begin({ path: "/api/v1/positions/import", headers });
  const allowed = begin({ path: "/api/v1/positions/import", headers, as: await browserOf(representative) });
  await until(() => statusOf(refused) > 0 && statusOf(allowed) > 0);
  expect([statusOf(refused), statusOf(allowed)]).toEqual([401, 100]);
  allowed.answer = "";
  allowed.socket.write("no form -");
  await until(() => statusOf(allowed) > 0);
  expect(statusOf(allowed)).toBe(400);
});

// Attack 25: 64 bodies that hardly came made a node answer 503 to everybody for half a minute.
test("sixty-four bodies that hardly come take nobody's turn: pages, programs and other bodies are answered meanwhile", async () => {
  const slow = { path: "/api/v1/sign-in-links", headers: { ...json, "content-length": "500000" } };
  const bodies = Array.from({ length: 64 }, (_, n) => begin({ ...slow, address: `203.0.113.${n >> 3}` }));
  for (const { socket } of bodies) socket.write("{");
  const ninth = begin({ ...slow, address: "203.0.113.0" });
  await until(() => ninth.ended);
  expect(statusOf(ninth), "an address has eight requests in flight, however slow").toBe(429);
  const body = JSON.stringify({ email: "someone@slow.example", language: "en" });
  const whole = { ...json, "content-length": String(body.length), "idempotency-key": randomUUID() };
  const others = [
    begin({ method: "GET", path: "/api/v1/themes" }),
    begin({ method: "GET", path: "/api/v1/tokens", as: await browserOf(representative) }),
    begin({ path: "/api/v1/sign-in-links", headers: whole }),
  ];
  others[2]?.socket.write(body);
  await until(() => others.every((it) => statusOf(it) > 0));
  expect(others.map(statusOf)).toEqual([200, 200, 202]);
  expect(bodies.map(statusOf)).toEqual(Array(64).fill(0));
  expect(bodies.some(({ broken }) => broken)).toBe(false);
});

test("a session that ends while its body is on the way does nothing any more", async () => {
  const as = await browserOf(representative);
  const body = JSON.stringify({ name: "Changed meanwhile" });
  const headers = { ...json, "content-length": String(body.length), expect: "100-continue" };
  const request = begin({ method: "PATCH", path: "/api/v1/me", as, headers });
  await until(() => statusOf(request) === 100);
  await db.session.deleteMany({ where: { personId: representative.id } });
  const later = performance.now() + 60_000;
  vi.spyOn(performance, "now").mockReturnValue(later);
  request.answer = "";
  request.socket.write(body);
  await vi.waitUntil(() => statusOf(request) > 0, { timeout: 20_000 });
  vi.restoreAllMocks();
  expect(statusOf(request)).toBe(401);
  expect(await db.person.count({ where: { id: representative.id, name: "Changed meanwhile" } })).toBe(0);
});
