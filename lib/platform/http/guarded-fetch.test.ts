import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Server } from "node:net";
import { afterEach, expect, test, vi } from "vitest";

async function under(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import("./guarded-fetch")).fetchGuarded;
}
const near = { APP_ORIGIN: "http://localhost:3000", HOST: "127.0.0.1" };
const served = { APP_ORIGIN: "https://concerted.example", HOST: "0.0.0.0" };
const servers: (Server & { closeAllConnections?: () => void })[] = [];

async function open(server: Server) {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const listen = (handle: RequestListener) => open(createServer(handle));

/** Answers every request with these bytes, which no server of Node's would write. */
const listenRaw = (bytes: string) =>
  open(createRawServer((socket) => void socket.once("data", () => socket.end(bytes)).on("error", () => {})));

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

test("what is sent arrives, and what comes back is an answer as fetch gives it", async () => {
  const fetchGuarded = await under(near);
  const origin = await listen(async (req, res) => {
    let body = "";
    for await (const part of req) body += part;
    res.writeHead(201, { "content-type": "application/json", "x-two": ["a", "b"] });
    res.end(JSON.stringify({ method: req.method, body, accept: req.headers.accept }));
  });
  const body = new URLSearchParams({ code: "é 1" });
  const answer = await fetchGuarded(`${origin}/token`, { method: "POST", headers: { accept: "x/y" }, body });
  expect([answer.status, answer.headers.get("x-two")]).toEqual([201, "a, b"]);
  expect(await answer.json()).toEqual({ method: "POST", body: "code=%C3%A9+1", accept: "x/y" });
});

test("a redirect is returned and not followed, and an answer without content has none", async () => {
  const fetchGuarded = await under(near);
  let asked = 0;
  const origin = await listen((req, res) => {
    asked += 1;
    if (req.url === "/none") res.writeHead(204).end();
    else res.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await fetchGuarded(origin, { method: "GET", headers: {} })).status).toBe(302);
  expect(asked).toBe(1);
  expect((await fetchGuarded(`${origin}/none`, { method: "GET", headers: {} })).body).toBeNull();
});

test("an answer that is too long or too late is broken off", async () => {
  const fetchGuarded = await under(near);
  const origin = await listen((req, res) => {
    if (req.url === "/long") res.end("x".repeat(1_100_000));
  });
  await expect(fetchGuarded(`${origin}/long`, { method: "GET", headers: {} })).rejects.toThrow("too long");
  const signal = AbortSignal.timeout(50);
  await expect(fetchGuarded(`${origin}/late`, { method: "GET", headers: {}, signal })).rejects.toThrow();
});

test("an answer with a status that does not exist is refused to whoever asked", async () => {
  const fetchGuarded = await under(near);
  for (const status of [600, 999]) {
    const origin = await listenRaw(`HTTP/1.1 ${status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    await expect(fetchGuarded(origin, { method: "GET", headers: {} })).rejects.toThrow(RangeError);
  }
});

test("a server that others reach connects neither to a closed address nor to a name that leads to one", async () => {
  const fetchGuarded = await under(served);
  let asked = 0;
  const origin = await listen((_, res) => {
    asked += 1;
    res.end();
  });
  const { port } = new URL(origin);
  for (const url of [origin, "https://10.0.0.8", `https://localhost:${port}`])
    await expect(fetchGuarded(url, { method: "GET", headers: {} })).rejects.toThrow("may not be asked");
  expect(asked).toBe(0);
});
