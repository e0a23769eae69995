import { createHash, randomUUID } from "node:crypto";
import { createServer, request as httpRequest, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.RATE_PER_ADDRESS = "40";
  process.env.MOST_IN_FLIGHT = "16";
});
const { admit } = await import("./concurrency-limit.mjs");
const { closeWithConnection } = await import("./pipelined-responses.mjs");

const until = (check: () => boolean | Promise<boolean>) => vi.waitUntil(check, { timeout: 20_000, interval: 5 });

/** Stands in for what is worked on: `/waits` is answered when the test says so, everything else at once. */
const working: ServerResponse[] = [];
const server = createServer((request, response) => {
  closeWithConnection(request, response);
  request.headers["x-request-id"] = randomUUID();
  request.headers["x-concerted-address"] = String(request.headers["x-from"] ?? randomUUID());
  admit(request, response, () => {
    if (request.url?.endsWith("/waits")) working.push(response);
    else response.end("done");
  });
});
let port = 0;
const sockets: Socket[] = [];
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const isQuiet = () => new Promise<boolean>((resolve) => server.getConnections((_, count) => resolve(count === 0)));
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  working.length = 0;
  await until(isQuiet);
});

type Headers = Record<string, string>;

const get = (path: string, headers: Headers, method = "GET") =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = httpRequest({ port, path, method, headers, host: "127.0.0.1", agent: false }, (answer) => {
      let body = "";
      answer.on("data", (part) => {
        body += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });

/** Sends requests that nobody answers yet, and waits until so many are worked on. */
async function send(count: number, headers: Headers, wanted = working.length + count) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  for (let n = 0; n < count; n++) {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.write(`GET /en/waits HTTP/1.1\r\nHost: here\r\n${lines.join("")}\r\n`);
  }
  await until(() => working.length === wanted);
}

/** A session that the database has vouched for. */
function signIn(personId: string): Headers {
  const secret = randomUUID();
  const digest = createHash("sha256").update(secret).digest("hex");
  const { concertedAccounts } = globalThis as unknown as {
    concertedAccounts: { note: (digest: string, personId: string) => void };
  };
  concertedAccounts.note(digest, personId);
  return { cookie: `concerted-session=${secret}` };
}

test("the ninth request of one address that is not answered yet is refused, and another address is served", async () => {
  const from = { "x-from": "192.0.2.1" };
  await send(8, from);
  const page = await get("/fr/agreement", from);
  expect(page).toMatchObject({
    status: 429,
    headers: { "retry-after": "1", "content-type": "text/html; charset=utf-8" },
  });
  expect(page.body).toContain("<h1>Trop de requêtes</h1>");
  const program = await get("/api/v1/themes", { ...from, "accept-language": "fr" });
  expect(program).toMatchObject({ status: 429, headers: { "content-type": "application/problem+json" } });
  expect(JSON.parse(program.body)).toMatchObject({ type: "/problems/too-often", detail: /Trop de requêtes/ });
  const screen = JSON.parse((await get("/api/rpc/themes/list", from)).body);
  expect(screen).toMatchObject({
    json: { code: "TOO_MANY_REQUESTS", status: 429, data: { type: "/problems/too-often" } },
  });
  expect((await get("/en", { "x-from": "192.0.2.2" })).status).toBe(200);
  working.shift()?.end();
  await until(async () => (await get("/en", from)).status === 200);
});

test("the ninth request of one account is refused, from whatever address and session, and its neighbours are served", async () => {
  const person = randomUUID();
  const [browser, phone] = [signIn(person), signIn(person)];
  for (let n = 0; n < 8; n++) await send(1, { ...(n % 2 ? browser : phone), "x-from": `192.0.2.${10 + n}` });
  expect((await get("/en", { ...browser, "x-from": "192.0.2.30" })).status).toBe(429);
  expect((await get("/en", { ...signIn(randomUUID()), "x-from": "192.0.2.30" })).status).toBe(200);
  expect((await get("/en", { "x-from": "192.0.2.30" })).status, "a visitor beside them").toBe(200);
});

test("whoever makes up sessions or tokens stays the stranger they are, in number and in haste", async () => {
  const madeUp = (n: number): Headers =>
    n % 2 ? { cookie: `concerted-session=${randomUUID()}` } : { authorization: `Bearer ${randomUUID()}` };
  const from = { "x-from": "2001:db8:1:2::1" };
  for (let n = 0; n < 8; n++) await send(1, { ...madeUp(n), ...from });
  expect((await get("/en", { ...madeUp(1), "x-from": "2001:db8:1:2:ffff::2" })).status).toBe(429);
  const hasty = { "x-from": "192.0.2.40" };
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now());
  for (let n = 0; n < 20; n++) {
    expect((await get("/en", { ...madeUp(n), ...hasty })).status).toBe(200);
    expect((await get("/api/v1/themes", { ...madeUp(n), ...hasty })).status).toBe(200);
  }
  for (const path of ["/en", "/api/v1/themes", "/api/auth/callback/email", "/.well-known/security.txt"])
    expect((await get(path, { ...madeUp(1), ...hasty })).status, "pages and programs are one count").toBe(429);
  expect((await get("/en", hasty, "HEAD")).status).toBe(429);
  expect((await get("/api/demonstration/sign-in", hasty)).status).toBe(200);
  expect((await get("/api/health/live", hasty)).status).toBe(200);
  clock.mockRestore();
});

test("a session that has ended counts for nothing any more", async () => {
  const session = signIn(randomUUID());
  const digest = createHash("sha256")
    .update(session.cookie?.split("=")[1] ?? "")
    .digest("hex");
  const from = { "x-from": "192.0.2.50" };
  await send(8, from);
  expect((await get("/en", { ...session, ...from })).status).toBe(200);
  (globalThis as unknown as { concertedAccounts: { note: (it: string, whose: null) => void } }).concertedAccounts.note(
    digest,
    null,
  );
  expect((await get("/en", { ...session, ...from })).status).toBe(429);
});

const pipeline = (count: number, from: string) => {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.write(`GET /en/waits HTTP/1.1\r\nHost: here\r\nx-from: ${from}\r\n\r\n`.repeat(count));
  return socket;
};

test("requests that follow one another on one connection count one by one", async () => {
  const answers: string[] = [];
  const socket = pipeline(12, "192.0.2.60");
  socket.on("data", (part) => answers.push(...(String(part).match(/HTTP\/1\.1 \d+/g) ?? [])));
  await until(() => working.length === 8);
  expect((await get("/en", { "x-from": "192.0.2.60" })).status).toBe(429);
  for (const response of working.splice(0)) response.end("done");
  await until(() => answers.length === 12);
  expect(answers.map((it) => it.slice(-3))).toEqual([...Array(8).fill("200"), ...Array(4).fill("429")]);
});

test("a connection that ends before its requests are answered gives back what each of them took", async () => {
  // More in all than a node works on at once.
  for (let round = 0; round < 3; round++) {
    const socket = pipeline(8, "192.0.2.70");
    await until(() => working.length === 8);
    socket.destroy();
    await until(async () => (await get("/en", { "x-from": "192.0.2.70" })).status === 200);
    working.length = 0;
  }
  await send(1, { "x-from": "192.0.2.71" });
});

test("work is over when the answer is made, whoever reads it how slowly", async () => {
  const large = Buffer.alloc(16_000_000, "x");
  for (let n = 0; n < 16; n++) {
    await send(1, { "x-from": `198.51.100.${n}` });
    sockets.at(-1)?.pause();
    working.pop()?.end(large);
  }
  expect((await get("/en", { "x-from": "192.0.2.80" })).status).toBe(200);
});
