import { expect, test, vi } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
});

const origin = "http://localhost:3000";
const headers = { origin, "x-concerted": "1", "content-type": "application/json" };
/** What bad input may be answered with. Anything else of 500 and above is a fault of ours. */
const allowed = new Set([200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428]);
const rounds = Number(process.env.FUZZ_ROUNDS ?? 12);

const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202eevil",
    "\u200b",
    "e\u0301".repeat(500),
    "👩‍👩‍👧‍👦".repeat(200),
    "=1+1",
    "' OR 1=1 --",
    "../../etc/passwd",
    "%00",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "a".repeat(20_000),
    "constructor",
    "2026-02-30",
    "9999-99-99T99:99:99Z",
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.double(),
  fc.constantFrom(-1, 0, 1e9, 1e308, -0, Number.MAX_SAFE_INTEGER, null, true, [], {}, [[[]]], { $ne: null }),
);

const names = [
  "limit",
  "cursor",
  "theme",
  "q",
  "organization",
  "proposition",
  "stance",
  "rationale",
  "reservation",
  "visibility",
  "decision",
  "note",
  "email",
  "scope",
  "name",
  "reviewBy",
  "__proto__",
];

const body = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(nasty, fc.dictionary(fc.constantFrom("en", "fr", "x"), nasty)),
);
const segment = fc.oneof(
  fc.constantFrom("red-cedar", "none", "%F0%9F", "..%2f..", "a".repeat(3_000), "%E2%80%AE"),
  fc.webSegment(),
);
const version = fc.constantFrom("", '"1"', "*", "1", '"-1"', '"1e9"', 'W/"3"', "x".repeat(100));

test.each(listEndpoints())("bad input never breaks the server: $method $path", async ({ method, path }) => {
  await fc.assert(
    fc.asyncProperty(body, segment, version, async (fields, part, tagged) => {
      const at = path.replace(/\{[^}]+\}/g, () => part || "x");
      const query = new URLSearchParams();
      if (method === "GET")
        for (const [name, value] of Object.entries(fields))
          query.set(name, (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed());
      const url = `${origin}/api/v1${at}?${query}`;
      const init = {
        method,
        headers: { ...headers, "if-match": tagged.replace(/[^\x20-\x7e]/g, "") },
        ...(method === "GET" || method === "DELETE" ? {} : { body: JSON.stringify(fields) }),
      };
      const answer = await handleRequest(new Request(url, init), handleRest);
      await answer.arrayBuffer();
      expect(allowed, `${answer.status} for ${url.slice(0, 200)} ${init.body?.slice(0, 300) ?? ""}`).toContain(
        answer.status,
      );
    }),
    { numRuns: rounds, seed: 20261123 },
  );
});
