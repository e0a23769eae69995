import { traverseContractProcedures } from "@orpc/server";
import { router } from "./router";

export type Place = { method: string; path: string; name: string };

/** Every door of the router, by method and path. */
export function listPlaces(): Place[] {
  const places: Place[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { method = "POST", path: at } = contract["~orpc"].route;
    places.push({ method, path: at ?? `/${path.join("/")}`, name: path.join(".") });
  });
  return places;
}

const toPattern = (path: string) => new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}/?$`);

let patterns: { method: string; pattern: RegExp }[] | undefined;

/** The methods that an address takes; none when there is no such address. */
export function methodsAt(pathname: string): string[] {
  patterns ??= listPlaces().map(({ method, path }) => ({ method, pattern: toPattern(path) }));
  return patterns.filter(({ pattern }) => pattern.test(pathname)).map(({ method }) => method);
}
