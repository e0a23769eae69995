import "server-only";
import { trafficLimits } from "@/lib/platform/http/traffic-limits.mjs";
import type { Endpoint } from "./endpoints";
import type { Problem } from "./problem";

const largestBody = trafficLimits.bodyBytes;

type ArrivingBodies = {
  awaitBody: (id: string, mostBytes: number) => boolean;
  resume: (id: string) => Promise<boolean>;
};

/** The server in front of Next, which runs in this process: work that waits for a body takes nobody's turn. */
const arriving = () => (globalThis as { concertedBodies?: ArrivingBodies }).concertedBodies;

const overloaded: Problem = { status: 503, reason: "overloaded", facts: { retryAfter: 2 } };

/** Reads the whole body, counting as it goes: what is cut short or too long never reaches a handler. */
export async function readBody(request: Request, maxBytes = largestBody): Promise<Uint8Array<ArrayBuffer> | Problem> {
  const tooLarge: Problem =
    maxBytes === largestBody
      ? { status: 413, reason: "tooLarge" }
      : { status: 413, reason: "fileTooLarge", facts: { megabytes: Math.floor(maxBytes / 1_000_000) } };
  const declared = Number(request.headers.get("content-length") ?? "0");
  if (declared > maxBytes) return tooLarge;
  const id = request.headers.get("x-request-id") ?? "";
  if (arriving()?.awaitBody(id, maxBytes) === false) return overloaded;
  const parts: Uint8Array[] = [];
  let received = 0;
  if (request.body) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      received += part.byteLength;
      if (received > maxBytes) return tooLarge;
      parts.push(part);
    }
  }
  if (request.headers.has("content-length") && received !== declared) return { status: 400, reason: "cutShort" };
  const whole = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  if ((await arriving()?.resume(id)) === false) return overloaded;
  return whole;
}

const poisoned = new Set(["__proto__", "prototype", "constructor"]);

/** A name in the query that would reach into a prototype, as it is or inside brackets. */
export function findQueryObstacle(url: string): Problem | null {
  for (const name of new URL(url).searchParams.keys()) {
    const bad = name.split(/[[\].]/).find((part) => poisoned.has(part));
    if (bad) return { status: 400, reason: "badShape", errors: { [name]: ["unknownField"] } };
  }
  return null;
}

/** What is wrong with a JSON body before any shape is asked: broken, too deep, poisoned names, names of the address. */
export function findBodyObstacle(body: Uint8Array, endpoint: Endpoint | null): Problem | null {
  if (body.byteLength === 0) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    const value: unknown = JSON.parse(text, (key, inner) => {
      if (poisoned.has(key)) throw new Poisoned(key);
      return inner;
    });
    const repeated =
      value && typeof value === "object" ? endpoint?.params.find((name) => Object.hasOwn(value, name)) : undefined;
    return repeated ? { status: 400, reason: "repeatedInBody", errors: { [repeated]: ["repeatedInBody"] } } : null;
  } catch (error) {
    if (error instanceof Poisoned)
      return { status: 400, reason: "badShape", errors: { [error.key]: ["unknownField"] } };
    return { status: 400, reason: "malformed" };
  }
}

class Poisoned extends Error {
  constructor(readonly key: string) {
    super(key);
  }
}

export const isForm = (headers: Headers) => /^\s*multipart\/form-data\s*(;|$)/i.test(headers.get("content-type") ?? "");

const maxFields = 20;

/** The same for a form: broken, too many fields, poisoned names; and of the JSON that our own screens send beside a file. */
export async function findFormObstacle(body: Uint8Array<ArrayBuffer>, headers: Headers): Promise<Problem | null> {
  const type = headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (!form) return { status: 400, reason: "malformed" };
  const fields = [...form.entries()];
  if (fields.length > maxFields) return { status: 400, reason: "malformed" };
  for (const [name, value] of fields) {
    const bad = name.split(/[[\].]/).find((part) => poisoned.has(part));
    if (bad) return { status: 400, reason: "badShape", errors: { [name.slice(0, 80)]: ["unknownField"] } };
    if (name !== "data" || typeof value !== "string") continue;
    const wrong = findBodyObstacle(new TextEncoder().encode(value), null);
    if (wrong) return wrong;
  }
  return null;
}
