import { randomUUID } from "node:crypto";
import { listEndpoints } from "@/lib/api/endpoints";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { line, origin } from "../identities";
import { loadParts } from "../nouns";
import { annotationRequests } from "./annotations";
import { memberRequests } from "./members";
import { networkRequests } from "./network";
import { organizationRequests } from "./organizations";
import { positionRequests } from "./positions";
import { proposalRequests } from "./proposals";
import { rapporteurRequests } from "./rapporteurs";
import type { MatrixRow, Subject } from "./table";
import type { MatrixWorld } from "./world";

/**
 * The request, and for a 200 how to tell whether the thing itself was in the answer: a list may be empty, a right not
 * given.
 */
export type RequestSpec = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  headers?: Record<string, string>;
  as?: Record<string, string>;
  sees?: (body: unknown, text: string) => boolean | "no";
};

export type RequestSpecs = Record<string, (world: MatrixWorld, subject: Subject) => RequestSpec | Promise<RequestSpec>>;

const requestSpecs: RequestSpecs = {
  ...positionRequests,
  ...organizationRequests,
  ...memberRequests,
  ...proposalRequests,
  ...networkRequests,
  ...annotationRequests,
  ...rapporteurRequests,
  ...Object.assign({}, ...(await loadParts<RequestSpecs>("matrix"))),
};

function toRequest(name: string, spec: RequestSpec, caller: Record<string, string>): Request {
  const endpoint = listEndpoints().find((it) => it.name === name);
  if (!endpoint) throw new Error(`the router has no endpoint ${name}`);
  const path = endpoint.path.replace(/\{([^}]+)\}/g, (_, param: string) => spec.params?.[param] ?? "");
  const query = new URLSearchParams(spec.query).toString();
  const form = spec.body instanceof FormData;
  const sent = endpoint.method === "GET" ? {} : { ...(form ? {} : { "content-type": "application/json" }) };
  const key = endpoint.method === "POST" ? { "idempotency-key": randomUUID() } : {};
  return new Request(`${origin}/api/v1${path}${query ? `?${query}` : ""}`, {
    method: endpoint.method,
    headers: { ...line(), origin, "x-concerted": "1", ...sent, ...key, ...spec.headers, ...caller },
    ...(spec.body ? { body: spec.body instanceof FormData ? spec.body : JSON.stringify(spec.body) } : {}),
  });
}

async function toOutcome(answer: Response, { sees }: RequestSpec): Promise<string> {
  const { status } = answer;
  if (status === 404) return "-";
  if (status === 401 || status === 403) return "no";
  if (status >= 300) return String(status);
  if (!sees) return "yes";
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.includes("json") ? (JSON.parse(text) as unknown) : null;
  const seen = sees(json, text);
  return seen === true ? "yes" : seen === false ? "-" : seen;
}

/** One cell: builds the request, on an object of its own where it changes one, and sends it through the gateway. */
export const requestCell = async (world: MatrixWorld, row: MatrixRow, subject: Subject): Promise<string> =>
  (await prepareCell(world, row, subject))();

/** The same in two steps: first everything the request needs is made, then whoever was given this sends it. */
export async function prepareCell(world: MatrixWorld, { endpoint, caseName }: MatrixRow, subject: Subject) {
  const specify = requestSpecs[`${endpoint} ${caseName}`];
  if (!specify) throw new Error(`no request in tests/support/{matrix,nouns} for ${endpoint} on ${caseName}`);
  const spec = await specify(world, subject);
  const request = toRequest(endpoint, spec, spec.as ?? world.who[subject].caller);
  return async () => toOutcome(await handleRequest(request, handleRest), spec);
}

/**
 * What touches what there is only one of: the convener's term, a subject's own sessions, which one endpoint ends together, and the
 * file that is read for an organization.
 */
const oneAtATime = [
  ...[/^convening\./, /^emailChange\./, /^people\.\w*Sessions?$/],
  /^(positions\.import|talkingPoints\.commentTable\.read|briefings\.papers\.add)$/,
];

/** Rows that would be under one another's hand wait for one another; all others stand alone. */
export function apart(rows: readonly MatrixRow[]): MatrixRow[][] {
  const together = oneAtATime.map((name) => rows.filter(({ endpoint }) => name.test(endpoint)));
  return [...together, ...rows.filter((row) => !together.flat().includes(row)).map((row) => [row])];
}

/** Rows a few at a time, the cells of a row one after another: what one changes is then not under another's hand. */
export async function several<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 4) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
