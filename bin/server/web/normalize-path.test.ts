import { request as ask, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.MOST_IN_FLIGHT = "2";
  process.env.LONGEST_ANSWER_SECONDS = "0.2";
});
const { acceptRequest: admit, normalizePath: toPath } = await import("./normalize-path.mjs");
const { admit: limit } = await import("./concurrency-limit.mjs");

// Attack 22 and the tricks with paths of attack 25: what reaches the pages has one reading, whoever reads it.
test.each([
  ["http://evil.example/en", "/en"],
  ["https://evil.example//other.example/en", "/other.example/en"],
  ["http://evil.example", "/"],
  ["http://evil.example?x=1", "/?x=1"],
  ["//evil.example/en", "/evil.example/en"],
  ["/\\evil.example/en", "/evil.example/en"],
  ["/favicon.svg/../en", "/en"],
  ["/_next/static/%2e%2e/%2E./en?q=//a/../b", "/en?q=//a/../b"],
  ["/../../etc/passwd", "/etc/passwd"],
  ["/en/a%2Fb", "/en/a%2Fb"],
  ["/fr/Caf%C3%A9?q=%00", "/fr/Caf%C3%A9?q=%00"],
])("the address %j is read as %j, by every check behind the gate", (given, read) => {
  expect(toPath(given)).toBe(read);
  expect(toPath(read)).toBe(read);
});

test.each([
  "*",
  "",
  "en",
  "/%",
  "/en/%E0%A4%A",
  "/en/%00",
  "/en/a%0d%0aSet-Cookie:x",
  "javascript:alert(1)",
])("%j is no address, or the front page at most", (given) => {
  expect([null, "/"]).toContain(toPath(given));
});

const server = createServer((request, response) => {
  if (!admit(request, response)) return;
  limit(request, response, () => {
    if (request.url !== "/waits") response.end(request.url);
  });
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const answer = (method: string, path: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = ask({ port, method, path, host: "127.0.0.1" }, (it) => {
      let body = "";
      it.on("data", (part) => {
        body += part;
      });
      it.on("end", () => resolve({ status: it.statusCode ?? 0, headers: it.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });

test.each([
  "TRACE",
  "PROPFIND",
  "SEARCH",
  "M-SEARCH",
])("a method that nothing here takes is refused: %s", async (method) => {
  const { status, headers } = await answer(method, "/en");
  expect(status).toBe(405);
  expect(headers.allow).toContain("GET");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("a page or a file is read, and nothing else: %s", async (method) => {
  for (const at of ["/en", "/favicon.svg", "/_next/static/x.js", "/apiary"])
    expect(await answer(method, at)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  expect((await answer(method, "/api/v1/themes")).status).toBe(200);
});

test("OPTIONS of the server as a whole names every method, without a body", async () => {
  const { status, headers, body } = await answer("OPTIONS", "*");
  expect([status, body]).toEqual([204, ""]);
  expect(headers.allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
});

// Attack 25: answers that nobody reads.
test("no request holds a place for longer than an answer may take, and beyond the measure the answer is 503 at once", async () => {
  const held = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  const cut = held.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
  for (const socket of held) socket.write("GET /waits HTTP/1.1\r\nHost: here\r\n\r\n");
  await vi.waitFor(async () => expect((await answer("GET", "/en")).status).toBe(503));
  const [page, program] = [await answer("GET", "/fr"), await answer("GET", "/api/v1/themes")];
  expect(page).toMatchObject({
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "2" },
  });
  expect(page.body).toContain("<h1>Le serveur est occupé</h1>");
  expect(program).toMatchObject({ status: 503, headers: { "content-type": "application/problem+json" } });
  expect((await answer("GET", "/favicon.svg/../en")).status, "no way around the measure by way of a file").toBe(503);
  expect((await answer("GET", "/api/health/live")).status).toBe(200);
  await Promise.all(cut);
  expect(await answer("GET", "/en")).toMatchObject({ status: 200, body: "/en" });
});
