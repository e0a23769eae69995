import { expect, test } from "vitest";
import { rest } from "@/tests/support/identities";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";
import { restOptions, rpcOptions } from "./options";

const ask = (options: (request: Request) => Promise<Response>, path: string, headers: Record<string, string> = {}) =>
  options(
    new Request(`http://localhost:3000${path}`, {
      method: "OPTIONS",
      headers: { "x-concerted-address": path, ...headers },
    }),
  );

const allowed = (answer: Response) => (answer.headers.get("allow") ?? "").split(", ").sort();

test("OPTIONS names the methods that an address takes, each of them and no other, without a body", async () => {
  const places = listEndpoints();
  for (const path of new Set(places.map((it) => it.path))) {
    const answer = await ask(restOptions, `/api/v1${path.replace(/\{[^}]+\}/g, "something")}`);
    const own = places.filter((it) => it.path === path).map(({ method }) => method);
    expect([answer.status, answer.body]).toEqual([204, null]);
    expect(allowed(answer)).toEqual(expect.arrayContaining([...own, "OPTIONS"]));
    expect(allowed(answer).includes("HEAD")).toBe(allowed(answer).includes("GET"));
    expect(allowed(answer).length).toBeLessThan(7);
  }
  expect(allowed(await ask(restOptions, "/api/v1/themes"))).toEqual(["GET", "HEAD", "OPTIONS"]);
});

test("OPTIONS at an address of our own screens names POST, and GET where something is only read", async () => {
  expect(allowed(await ask(rpcOptions, "/api/rpc/themes/list"))).toEqual(["GET", "HEAD", "OPTIONS", "POST"]);
  expect(allowed(await ask(rpcOptions, "/api/rpc/positions/signOff"))).toEqual(["OPTIONS", "POST"]);
});

test("OPTIONS where nothing is answers 404 as a problem, in the caller's language", async () => {
  for (const [options, path] of [
    [restOptions, "/api/v1/no/such/place"],
    [rpcOptions, "/api/rpc/no/such/place"],
    [restOptions, "/api/v1"],
  ] as const) {
    const answer = await ask(options, path, { "accept-language": "en;q=0.1, fr-CA" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([404, null]);
    expect(await answer.json()).toMatchObject({ detail: "Il n’y a rien ici que vous puissiez voir." });
  }
});

test("a method that is not taken is answered with the same list that OPTIONS gives", async () => {
  const refused = await rest("DELETE", "/themes");
  expect(refused.status).toBe(405);
  expect(allowed(refused)).toEqual(allowed(await ask(restOptions, "/api/v1/themes")));
});

test("HEAD answers like GET wherever GET is taken, and like any other method where it is not", async () => {
  const endpoints = listEndpoints();
  const isRead = (at: string) => endpoints.some(({ method, path }) => method === "GET" && path === at);
  const pathForPostAlone = endpoints.find(({ method, path }) => method === "POST" && !isRead(path))?.path ?? "";
  for (const [path, status] of [
    ["/themes", 200],
    ["/propositions/none", 404],
    ["/sign-in", 405],
  ] as const) {
    const at = path === "/sign-in" ? pathForPostAlone : path;
    const url = `http://localhost:3000/api/v1${at.replace(/\{[^}]+\}/g, "something")}`;
    const [head, get] = await Promise.all(
      ["HEAD", "GET"].map((method) => handleRequest(new Request(url, { method }), handleRest)),
    );
    expect([head?.status, get?.status], path).toEqual([status, status]);
    expect(head?.headers.get("allow")).toBe(get?.headers.get("allow"));
  }
});
