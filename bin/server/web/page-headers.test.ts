import { beforeEach, expect, test, vi } from "vitest";
import { readHere, withQuery } from "@/lib/platform/session/here";
import { preparePage } from "./page-headers.mjs";

let received: Record<string, string> = {};
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers(received)) }));

/** The headers that a page is made with, for a request as the server receives it. */
function receive(url: string, headers: Record<string, string> = {}) {
  const request = { url, headers: { host: "localhost:3000", ...headers } };
  preparePage(request as never, { setHeader: () => undefined } as never);
  received = Object.fromEntries(Object.entries(request.headers).filter((it): it is [string, string] => Boolean(it[1])));
}
beforeEach(() => {
  received = {};
});

test("a page knows the whole address that it was asked for at", async () => {
  receive("/fr/positions?organization=red-cedar&state=draft");
  expect(await readHere()).toBe("/fr/positions?organization=red-cedar&state=draft");
});

test("what Next adds when it asks for a page’s data is no part of the address", async () => {
  receive("/en/account?from=mail&_rsc=1x2y");
  expect(await readHere()).toBe("/en/account?from=mail");
  receive("/en/account?_rsc=1x2y");
  expect(await readHere()).toBe("/en/account");
});

test("a setting that is there and empty is one that is not there", async () => {
  vi.stubEnv("APP_ORIGIN", "");
  receive("/en/account");
  vi.unstubAllEnvs();
  expect(await readHere()).toBe("/en/account");
});

test("nobody else can say where a page is", async () => {
  receive("/en/account", { "x-concerted-here": "//evil.example" });
  expect(await readHere()).toBe("/en/account");
});

test("an old address leads on with all that it was asked with", async () => {
  receive("/en/decisions/1a2b3c4d?from=pack&page=2");
  expect(await withQuery("/positions/a/b")).toBe("/positions/a/b?from=pack&page=2");
  receive("/en/decisions/1a2b3c4d");
  expect(await withQuery("/positions/a/b")).toBe("/positions/a/b");
});
