import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../tests/support/journey";
import { sendLine } from "../tests/support/raw-http";

const origin = process.env.E2E_BASE_URL ?? "";
const port = Number(new URL(origin || "http://localhost:1").port);

const always: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /max-age=\d{8}/,
};
const forbidsFraming = /frame-ancestors 'none'.*|default-src 'none'/;

// Attack 23 and the controls on headers: shared caches, frames, sniffing.
test("every answer has its headers, whatever it is and whoever gives it", async () => {
  const [file = ""] = readdirSync(path.resolve(import.meta.dirname, "../.next/static/chunks")).filter((it) =>
    it.endsWith(".js"),
  );
  const documents = ["/en", "/fr/sign-in", "/en/nothing", "/en/a.b", "/apiary", "/en/positions/none/none"];
  const others = [
    "/api/v1/themes",
    "/api/v1/nothing",
    "/api/nothing",
    "/api/health/ready",
    "/.well-known/security.txt",
    "/_next/nothing",
  ];
  const refused = ["/%", "/_next/image?url=x&w=64&q=75"];
  for (const at of [...documents, ...others, ...refused, `/_next/static/chunks/${file}`, "/favicon.svg", "/"]) {
    const { status, headers } = await sendLine(port, `GET ${at}`);
    for (const [name, value] of Object.entries(always))
      expect(headers[name] ?? "", `${status} ${at} ${name}`).toMatch(value);
    expect(headers["x-powered-by"], at).toBeUndefined();
    expect(headers.server, at).toBeUndefined();
    if ([...documents, ...others].includes(at) && status !== 307)
      expect(headers["content-security-policy"] ?? "", at).toMatch(forbidsFraming);
    if (documents.includes(at) || at.startsWith("/api"))
      expect(headers["cache-control"], at).toContain("private, no-store");
  }
});

test("each page has a nonce of its own, and every script in it bears it", async () => {
  const nonces = new Set<string>();
  for (const at of ["/en", "/fr/agreement", "/en/nothing", "/en/a.b", "/en/sign-in"]) {
    const answer = await fetch(`${origin}${at}`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "";
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(part);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, at).toBeGreaterThan(0);
    for (const script of scripts) expect(script, at).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(5);
});

test("a page that does not exist, whatever its name, keeps its script policy in a browser", async ({ as }) => {
  const page = await as("rep.driftwood@demo.example");
  for (const at of ["/en/a.b", "/apiary", "/en/positions/none/none.json", "/en/%2F%2Fevil.example"]) {
    await page.goto(at);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});

test("security.txt says where to report a weakness, and until when it holds", async () => {
  const text = await (await fetch(`${origin}/.well-known/security.txt`)).text();
  expect(text).toMatch(/^Contact: (mailto:|https?:)\S+$/m);
  expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt`);
  const days = (Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThanOrEqual(366);
});

test("what browsers are given holds no secret and no code of the server", () => {
  const folder = path.resolve(import.meta.dirname, "../.next/static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((it) =>
    /\.(js|css|json|map)$/.test(it),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((it) => it.endsWith(".map"))).toEqual([]);
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), "utf8");
    expect(text, file).not.toMatch(
      /DATABASE_URL|AUTH_SECRET|SMTP_URL|postgres(ql)?:\/\/|tokenHash|ConcealedStance|record_activity/,
    );
  }
});
