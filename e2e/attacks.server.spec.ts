import { inLanguage, methods, nasty } from "../tests/support/attack-requests";
import { cookieOf } from "../tests/support/demonstration-cookie";
import { expect, test } from "../tests/support/journey";
import { pages } from "../tests/support/page-list";
import { drip, send, sendLine } from "../tests/support/raw-http";

const origin = process.env.E2E_BASE_URL ?? "";
const port = Number(new URL(origin || "http://localhost:1").port);

const get = (at: string, cookie = "") => fetch(`${origin}${at}`, { redirect: "manual", headers: { cookie } });

// Attack 22: hosts that a request names, and addresses that lead elsewhere.
const hosts = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  forwarded: "host=evil.example",
  "x-forwarded-proto": "https",
};

test("no answer repeats a host that a request names", async () => {
  for (const at of [
    "/",
    "/en",
    "/fr/positions",
    "/en/account",
    "/en/sign-in?next=/en",
    "/api/v1/themes",
    "/en/nothing",
    "/.well-known/security.txt",
  ]) {
    const { status, headers, body } = await sendLine(port, `GET ${at}`, hosts);
    expect(status, at).toBeLessThan(500);
    expect(JSON.stringify(headers) + body, at).not.toContain("evil.example");
  }
});

test("a mail's link leads to us, whatever host asked for it", async () => {
  const email = "rep.red-cedar@demo.example";
  const body = JSON.stringify({ email, language: "en", next: "https://evil.example/en" });
  const headers = {
    ...hosts,
    origin: origin,
    "x-concerted": "1",
    "content-type": "application/json",
    "content-length": String(body.length),
  };
  const lines = Object.entries({ ...headers, connection: "close" }).map(([name, it]) => `${name}: ${it}\r\n`);
  const answer = await send(port, `POST /api/v1/sign-in-links HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  expect(answer.status).toBe(202);
  const mail = async () => (await fetch(`${origin}/api/v1/outbox`)).text();
  await expect.poll(mail, { timeout: 20_000 }).toContain(email);
  expect(await mail()).toContain(`${origin}/en/sign-in/confirm?token=`);
  expect(await mail()).not.toContain("evil.example");
});

test("a request that was passed on, or that names another host, is shown no mail and signs nobody in", async () => {
  const body = new URLSearchParams({ email: "rep.red-cedar@demo.example" }).toString();
  const ask = (first: string, more: Record<string, string>, text = "") => {
    const headers = { host: `localhost:${port}`, connection: "close", ...more };
    const lines = Object.entries(headers).map(([name, it]) => `${name}: ${it}\r\n`);
    return send(port, `${first} HTTP/1.1\r\n${lines.join("")}\r\n${text}`);
  };
  const form = { origin, "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) };
  const signIn = (more: Record<string, string>) => ask("POST /api/demonstration/sign-in", { ...form, ...more }, body);
  expect([(await ask("GET /api/v1/outbox", {})).status, (await signIn({})).status]).toEqual([200, 303]);
  for (const more of [
    { "x-forwarded-for": "127.0.0.1" },
    { forwarded: "for=127.0.0.1" },
    { via: "1.1 tunnel" },
    { host: `rebound.example:${port}` },
    { host: "localhost:9" },
    { "x-concerted-direct": "1", "x-real-ip": "127.0.0.1" },
  ] as Record<string, string>[]) {
    const name = JSON.stringify(more);
    expect((await ask("GET /api/v1/outbox", more)).status, name).toBe(404);
    expect((await ask("GET /en/outbox", more)).status, name).toBe(404);
    const answer = await signIn(more);
    expect([answer.status, answer.headers["set-cookie"]], name).toEqual([404, undefined]);
    expect((await ask("GET /en/sign-in", more)).body, name).not.toContain("/api/demonstration/sign-in");
  }
});

test("after signing in nobody is sent elsewhere", async () => {
  const known = await cookieOf(origin, "rep.red-cedar@demo.example");
  for (const next of [
    "https://evil.example/en",
    "//evil.example",
    "/\\evil.example",
    "/en//evil.example",
    "/en/%5Cevil.example",
    "/%2F%2Fevil.example",
    "javascript:alert(1)",
  ]) {
    const form = new URLSearchParams({ email: "rep.red-cedar@demo.example", next });
    const headers = { origin: origin };
    const answer = await fetch(`${origin}/api/demonstration/sign-in`, {
      method: "POST",
      body: form,
      headers,
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location"), next).toMatch(new RegExp(`^${origin}/(en|fr)?$`));
    for (const at of ["sign-in", "sign-in/ended", "sign-in/confirm"]) {
      for (const cookie of ["", known]) {
        const page = await get(`/en/${at}?${new URLSearchParams({ next, token: "x" })}`, cookie);
        for (const [, to = ""] of (await page.text()).matchAll(/(?:href|action|value)="([^"]*)"/g)) {
          const there = URL.canParse(to, origin) ? new URL(to, origin) : null;
          const harms = there?.hostname === "evil.example" || there?.protocol === "javascript:";
          expect(harms, `${at} ${next} ${to}`).toBe(false);
        }
      }
    }
  }
});

// Attacks 1 and 25: every method on every address.
test("no method breaks the server, and pages are only read", async () => {
  test.setTimeout(300_000);
  const api = [
    "/api/v1/themes",
    "/api/v1/tokens",
    "/api/rpc/home/read",
    "/api/health/live",
    "/api/auth/callback/email",
    "/api/sign-out",
    "/api/nothing",
  ];
  const some = ["", "positions", "account", "outbox", "positions/driftwood/none"].map((at) => inLanguage("en", at));
  for (const at of [...api, ...some, "/_next/image?url=%2Ficon-180.png&w=64&q=75", "/favicon.svg"]) {
    for (const method of methods) {
      const answer = await sendLine(port, `${method} ${at}`, {
        "content-length": "0",
        "next-action": "0".repeat(42),
      });
      expect(answer.status, `${method} ${at}`).toBeLessThan(500);
      if (at.startsWith("/en") && !["GET", "HEAD", "CONNECT"].includes(method))
        expect([400, 405], `${method} ${at}`).toContain(answer.status);
      if (at.startsWith("/_next/image") && method !== "CONNECT") expect([404, 405], method).toContain(answer.status);
    }
  }
});

// Attack 20, on pages: what an address asks for is a choice, or is passed over.
test("whatever stands in a page's address, the page is shown or is not there", async () => {
  test.setTimeout(240_000);
  const known = await cookieOf(origin, "rep.red-cedar@demo.example");
  const names = ["q", "theme", "cursor", "before", "next", "token", "organization", "limit"];
  const left = Object.values(pages).flatMap((at) => nasty.map((value) => ({ at: at.split("?")[0] ?? "", value })));
  const walk = async () => {
    for (let it = left.shift(); it; it = left.shift()) {
      const query = names.map((name) => `${name}=${it?.value}&${name}[$ne]=1&${name}=2`).join("&");
      const answer = await get(`${inLanguage("en", it.at)}?${query}`, known);
      expect([200, 307, 404], `/en/${it.at} ${it.value.slice(0, 20)}`).toContain(answer.status);
      await answer.arrayBuffer();
    }
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
});

// Attack 25: slow requests, and connections that are left open.
test("whoever drips a request is let go, and an upgrade is answered as the request it is", async () => {
  test.setTimeout(300_000);
  const host = `host: localhost:${port}\r\n`;
  const dripped = Promise.all([
    drip(port, `GET /en HTTP/1.1\r\n${host}`, "x-a: b\r\n", 40_000),
    drip(port, "", "", 40_000),
  ]);
  for (const [at, protocol] of [
    ["/en/nothing", "websocket"],
    ["/api/nothing", "websocket"],
    ["/api/v1/themes", "h2c"],
    ["http://127.0.0.1:9/en", "websocket"],
  ]) {
    const answer = await sendLine(port, `GET ${at}`, { connection: "close, upgrade", upgrade: protocol ?? "" });
    expect([200, 404], `${protocol} ${at}`).toContain(answer.status);
  }
  for (const long of await dripped) expect(long).toBeLessThan(16_000);
});

test("who may is answered before a body is sent, and bodies that hardly come take nobody's turn", async () => {
  const begin = (path: string, type: string) =>
    send(
      port,
      `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\norigin: ${origin}\r\nx-concerted: 1\r\ncontent-type: ${type}\r\ncontent-length: 900000\r\n\r\n`,
      { patience: 20_000 },
    );
  const refused = await begin("/api/v1/positions/import", "multipart/form-data; boundary=x");
  expect([refused.status, refused.headers.connection]).toEqual([401, "close"]);
  const slow = Array.from({ length: 64 }, () => begin("/api/v1/sign-in-links", "application/json"));
  // As long as it takes to begin with all of them, and long before the first is given up.
  for (const at of ["/en/agreement", "/api/v1/themes", "/fr/library"])
    await expect.poll(async () => (await get(at)).status, { message: at, timeout: 8_000 }).toBe(200);
  // Nobody waits for them longer than a whole request may take.
  const ends = (await Promise.all(slow)).map(({ status }) => status);
  for (const status of ends) expect([0, 408, 503]).toContain(status);
  // A busy machine refuses some of so many at once; more wait for their bodies than are ever worked on at a time.
  expect(ends.filter((status) => status !== 503).length).toBeGreaterThan(16);
});
