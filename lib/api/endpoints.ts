import { traverseContractProcedures } from "@orpc/server";
import { refusesCaller } from "@/lib/viewer/api.procedure";
import type { Viewer } from "@/lib/viewer/schema";
import { router } from "./router";

/** One endpoint of the router: its REST method and path, and its RPC name. */
export type Endpoint = { method: string; path: string; name: string; params: string[] };

type Known = { endpoint: Endpoint; pattern: RegExp; middlewares: readonly object[] };
let known: Known[] | undefined;

function read() {
  if (known) return known;
  known = [];
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { method = "POST", path: at = `/${path.join("/")}` } = contract["~orpc"].route;
    const params = [...at.matchAll(/\{\+?([^}]+)\}/g)].map((match) => match[1] ?? "");
    const pattern = new RegExp(`^${at.replaceAll(".", "\\.").replace(/\{[^}]+\}/g, "[^/]+")}/?$`);
    const { middlewares = [] } = contract["~orpc"] as { middlewares?: readonly object[] };
    known?.push({ endpoint: { method, path: at, name: path.join("."), params }, pattern, middlewares });
  });
  return known;
}

/** Every endpoint of the router. */
export const listEndpoints = (): Endpoint[] => read().map(({ endpoint }) => endpoint);

const reading = (methods: readonly string[]) => (methods.includes("GET") ? ["HEAD"] : []);

/** Every method that an address takes: HEAD goes with GET, and OPTIONS with whatever is there. None where nothing is. */
export const withReading = (methods: readonly string[]): string[] =>
  methods.length === 0 ? [] : [...new Set([...methods, ...reading(methods), "OPTIONS"])];

/** The methods that a REST address takes; none when there is no such address. */
export const methodsAt = (path: string): string[] =>
  withReading(
    read()
      .filter(({ pattern }) => pattern.test(path))
      .map(({ endpoint }) => endpoint.method),
  );

/** The same of an address of our own screens: what is read may be asked for by GET there, everything by POST. */
export function rpcMethodsAt(path: string): string[] {
  const found = read().find(({ endpoint }) => endpoint.name === path.slice(1).replaceAll("/", "."));
  if (!found) return [];
  return withReading(found.endpoint.method === "GET" ? ["GET", "POST"] : ["POST"]);
}

/** The endpoint that a request is for, or null. */
export function findEndpoint(request: Request): Endpoint | null {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/rpc/")) {
    const name = pathname.slice("/api/rpc/".length).replaceAll("/", ".");
    return read().find(({ endpoint }) => endpoint.name === name)?.endpoint ?? null;
  }
  const path = pathname.replace(/^\/api\/v1/, "");
  return (
    read().find(({ endpoint, pattern }) => endpoint.method === request.method && pattern.test(path))?.endpoint ?? null
  );
}

/** Whether an endpoint turns this caller away whatever they send: then nothing of it need be read. */
export async function refusesAnything({ name }: Endpoint, viewer: Viewer): Promise<boolean> {
  const found = read().find(({ endpoint }) => endpoint.name === name);
  return found !== undefined && (await refusesCaller(found.middlewares, viewer));
}
