import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerWithErrorPages } from "./error-pages.mjs";

/** Stands in for Next: empty bodies where something is not there or failed, in all the ways in which an answer can begin. */
async function handle(request: IncomingMessage, response: ServerResponse) {
  const url = request.url ?? "";
  response.setHeader("x-made-for", url);
  const finished = new Promise((resolve) => response.once("close", resolve));
  const [, status = "200"] = /\/answers-(\d+)/.exec(url) ?? [];
  if (url.endsWith("/absent")) {
    response.write(`nothing at ${request.headers["x-concerted-absent"]}`);
    response.end();
  } else if (url.includes("by-head")) {
    response.writeHead(Number(status), { "content-type": "text/html" });
    response.write("an empty ");
    response.end("sheet");
  } else if (url.includes("flushed")) {
    response.statusCode = Number(status);
    response.flushHeaders();
    response.end("an empty sheet");
  } else {
    response.statusCode = Number(status);
    if (url.includes("busy"))
      (globalThis as { concertedBusy?: Set<string> }).concertedBusy?.add(String(request.headers["x-request-id"]));
    response.end("an empty sheet");
  }
  await finished;
}

const server = createServer((request, response) => {
  request.headers["x-request-id"] = Math.random().toString(36);
  response.setHeader("x-before", "1");
  void answerWithErrorPages(request, response, handle);
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

async function get(at: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${origin}${at}`, { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

test.each([
  "answers-404",
  "answers-404/by-head",
  "answers-404/flushed",
])("a page that is not there is made whole, at its own address: %s", async (at) => {
  for (const [locale, place] of [
    ["en", `/en/${at}?a=b`],
    ["fr", `/fr/${at}`],
  ] as const) {
    const { status, headers, body } = await get(place);
    expect([status, body]).toEqual([404, `nothing at ${place}`]);
    expect([headers.get("x-made-for"), headers.get("x-before")]).toEqual([`/${locale}/absent`, "1"]);
  }
});

test("what is not there, or failed, under an address without a language is told in the reader's own", async () => {
  for (const [accepted, locale, title] of [
    ["fr-CA;q=0.9, en;q=0.1", "fr", "Une erreur est survenue"],
    ["en;q=0, *", "fr", "Une erreur est survenue"],
    ["fr;q=0, *", "en", "Something broke"],
  ] as const) {
    const headers = { "accept-language": accepted };
    expect((await get("/answers-404", headers)).headers.get("x-made-for")).toBe(`/${locale}/absent`);
    const failed = await get("/answers-500", headers);
    expect(failed.body).toContain(`<html lang="${locale}">`);
    expect(failed.body).toContain(title);
  }
});

test.each([
  "answers-500",
  "answers-500/by-head",
  "answers-502/flushed",
])("a page that failed is whole, and says nothing of why: %s", async (at) => {
  const { status, headers, body } = await get(`/fr/${at}?q=%3Cscript%3E&x="><script>`);
  expect(status).toBe(500);
  expect(headers.get("x-made-for")).toBeNull();
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(body).toMatch(/^<!doctype html><html lang="fr">.*<h1>Une erreur est survenue/);
  expect(body).not.toMatch(/<script|empty sheet/);
});

test("a page for which the database had no time says when to come back, and so does what our own script asks", async () => {
  const page = await get("/en/answers-500/busy");
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(page.body).toContain("<h1>The server is busy</h1>");
  const part = await get("/en/answers-500/busy", { rsc: "1" });
  expect([part.status, part.headers.get("retry-after"), part.body]).toEqual([503, "2", "an empty sheet"]);
});

test("every other answer passes as it is", async () => {
  for (const at of [
    "/en/answers-200",
    "/en/answers-307/by-head",
    "/api/v1/answers-404",
    "/api/v1/answers-500",
    "/_next/answers-404",
  ]) {
    const { status, headers, body } = await get(at);
    expect([status, headers.get("x-made-for"), body.endsWith("sheet")], at).toEqual([
      Number(/\d{3}/.exec(at)?.[0]),
      at,
      true,
    ]);
  }
  expect((await get("/en/answers-404", { rsc: "1" })).body).toBe("an empty sheet");
});
