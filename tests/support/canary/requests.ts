import { randomUUID } from "node:crypto";
import { traverseContractProcedures } from "@orpc/server";
import { z } from "zod";
import { router } from "@/lib/api/router";
import { networkDay } from "../network-day";
import { loadParts } from "../nouns";
import { plantedAmendments } from "./amendments";
import { toWord } from "./canaries";
import type { CanaryPart } from "./part";
import { plantedProposal } from "./rows";
import type { CanaryWorld } from "./world";

/** An endpoint that reads, asked in one way. */
export type ReadRequest = { name: string; path: string; input: Record<string, unknown>; plain: boolean };

type Values = (world: CanaryWorld) => string[];

/**
 * What to ask for where a contract only says "text". An endpoint with a name that is not here fails the sweep: somebody has to
 * say what would find something planted.
 */
const known: Record<string, Values> = {
  about: ({ propositions }) => propositions.slice(0, 2),
  amendments: () => [plantedAmendments.words],
  // A day before anything was planted, and one that is not over and reads as the present.
  asOf: () => [networkDay(-1), networkDay(1)],
  amendment: () => [randomUUID()],
  clause: () => ["clause-1"],
  en: () => [toWord("quiet", "nameEn"), toWord("applied", "nameEn")],
  fr: () => [toWord("quiet", "nameFr")],
  // None of ours, which is refused; whoever asks for one row goes on with the cursor that comes with it.
  cursor: () => ["bm9uZSBvZiBvdXJz"],
  dropped: () => ["1"],
  bracketed: () => ["1"],
  swapped: () => ["1"],
  from: () => ["1"],
  to: () => ["1"],
  host: ({ organizations }) => organizations,
  lead: ({ organizations }) => organizations,
  limit: () => ["1"],
  on: () => [networkDay()],
  organization: ({ organizations }) => organizations,
  other: ({ organizations }) => [...organizations.slice(0, 2)].reverse(),
  proposition: ({ propositions }) => propositions,
  q: () => ["cnry", "canary", "cnry-quiet"],
  since: () => [networkDay(-2)],
  theme: ({ themes }) => themes,
  version: () => ["1"],
  year: () => ["2027"],
};

/** Now, and as it stood before anything was planted. */
const atPropositions = (world: CanaryWorld) =>
  world.propositions.flatMap((slug) => [{ slug }, ...(known.asOf?.(world) ?? []).map((asOf) => ({ slug, asOf }))]);
const atOrganizations = (world: CanaryWorld) => world.organizations.map((slug) => ({ slug }));

/** The names in an address, by endpoint where the same name means different things; other names need an entry here. */
const placed: NonNullable<CanaryPart["addresses"]> = {
  ...Object.assign({}, ...(await loadParts<CanaryPart>("canary")).map(({ addresses }) => addresses)),
  "agreement.proposition": atPropositions,
  "agreement.silent": atPropositions,
  "emailChange.open": () => [{ token: toWord("representative", "emailChange", "newTokenHash") }],
  "organizations.admission": (world) => [...world.organizations, toWord("applied", "slug")].map((slug) => ({ slug })),
  "organizations.texts": (world) => [...world.organizations, toWord("applied", "slug")].map((slug) => ({ slug })),
  "organizations.history": (world) => [...world.organizations, toWord("applied", "slug")].map((slug) => ({ slug })),
  "organizations.pending": () => [{ token: toWord("application", "tokenHash").padEnd(43, "a") }],
  "organizations.get": (world) =>
    [...world.organizations, toWord("quiet", "slug"), toWord("applied", "slug")].map((slug) => ({ slug })),
  "organizations.invitations.list": atOrganizations,
  "organizations.invitations.read": () => [{ token: toWord("invited", "token") }],
  "organizations.mandates.list": (world) =>
    atOrganizations(world).flatMap((spot) => [spot, { ...spot, on: networkDay() }]),
  "organizations.people.list": atOrganizations,
  "positions.annotations.read": ({ places }) => places,
  "positions.annotations.joins": ({ places }) => places,
  "positions.annotations.joined": atOrganizations,
  "positions.annotations.explanations": ({ places }) => places,
  "positions.get": ({ places }) => places,
  "positions.history": ({ places }) => places,
  "positions.imports": ({ organizations }) => organizations.map((slug) => ({ slug })),
  "positions.importProgress": () => [{ id: randomUUID() }],
  "proposals.get": () => [{ id: plantedProposal }],
  "proposals.history": () => [{ id: plantedProposal }],
  "positions.pack": ({ organizations }) => organizations.map((slug) => ({ slug })),
  "positions.packFile": ({ organizations }) => organizations.map((slug) => ({ slug })),
  "positions.decision": () => [{ code: "00000000" }],
  "positions.template": ({ organizations }) => organizations.map((slug) => ({ slug })),
  "themes.surroundings": ({ propositions }) => propositions.map((slug) => ({ slug })),
  "themes.proposition": ({ propositions }) => propositions.map((slug) => ({ slug })),
};

/** What a field may be, when the contract names it: some choices of an enumeration, from both its ends. */
function optionsOf(schema: z.ZodType): string[] | null {
  let inner: unknown = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  if (!(inner instanceof z.ZodEnum)) return null;
  const options = inner.options.map(String);
  return [...new Set([...options.slice(0, 2), ...options.slice(-1)])];
}

type ReadEndpoint = { name: string; at: string; shape: Record<string, z.ZodType> };

/** Every endpoint that reads, as the router has them now: the sweep grows with it. */
export function listReadEndpoints(): ReadEndpoint[] {
  const doors: ReadEndpoint[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { route, inputSchema } = contract["~orpc"];
    if (route.method !== "GET") return;
    const shape = inputSchema instanceof z.ZodObject ? (inputSchema.shape as Record<string, z.ZodType>) : {};
    doors.push({ name: path.join("."), at: route.path ?? "", shape });
  });
  return doors;
}

function valuesFor(endpoint: ReadEndpoint, field: string, schema: z.ZodType, world: CanaryWorld): string[] {
  const values = optionsOf(schema) ?? known[field]?.(world);
  if (values) return values;
  throw new Error(
    `${endpoint.name} takes "${field}": add to tests/support/canary/requests.ts what a sweep should ask for there`,
  );
}

/** Each endpoint plainly, then with each value of each field, then with what pages are made of together. */
export function requestsFor(world: CanaryWorld): ReadRequest[] {
  return listReadEndpoints().flatMap((endpoint) => {
    const params = [...endpoint.at.matchAll(/\{([^}]+)\}/g)].map((it) => it[1] ?? "");
    const spots = params.length === 0 ? [{}] : placed[endpoint.name]?.(world);
    if (!spots)
      throw new Error(
        `${endpoint.name} has the path ${endpoint.at}: add to tests/support/canary/requests.ts which paths a sweep visits`,
      );
    const toReadRequest = (spot: Record<string, string>, query: Record<string, string>): ReadRequest => {
      const at = endpoint.at.replace(/\{([^}]+)\}/g, (_, param: string) => spot[param] ?? "");
      const beside = Object.entries(spot).filter(([name]) => !params.includes(name));
      const words = new URLSearchParams({ ...Object.fromEntries(beside), ...query }).toString();
      const input = Object.fromEntries(
        Object.entries({ ...spot, ...query }).map(([field, it]) => [field, field === "limit" ? Number(it) : it]),
      );
      return { name: endpoint.name, path: words ? `${at}?${words}` : at, input, plain: words === "" };
    };
    const fields = Object.entries(endpoint.shape).filter(([field]) => !params.includes(field));
    const required = Object.fromEntries(
      fields
        .filter(([, it]) => !it.safeParse(undefined).success)
        .map(([field, it]) => [field, valuesFor(endpoint, field, it, world)]),
    );
    const base = Object.fromEntries(Object.entries(required).map(([field, [first = ""]]) => [field, first]));
    const varied = fields.flatMap(([field, it]) =>
      valuesFor(endpoint, field, it, world).map((value) => ({ [field]: value })),
    );
    const paged = endpoint.shape.limit && endpoint.shape.cursor ? [{ limit: "1" }] : [];
    return spots.flatMap((spot) => [
      toReadRequest(spot, base),
      ...(params.length > 0 ? [] : [...varied, ...paged].map((query) => toReadRequest(spot, { ...base, ...query }))),
    ]);
  });
}
