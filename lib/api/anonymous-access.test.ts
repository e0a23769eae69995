import { expect, test, vi } from "vitest";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest, handleRpc } from "./handlers";
import { publicProcedures } from "./procedure-options";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
});

const origin = "http://localhost:3000";
const headers = { origin, "x-concerted": "1", "content-type": "application/json" };
const hasBody = (method: string) => method !== "GET" && method !== "DELETE";

// The sweep grows by itself: it lists the router’s endpoints, and each new one has to ask for an account or be listed by name.
// Each is knocked at from a line of its own: there are more of them than one line may knock at in a moment.
const endpoints = listEndpoints().map((endpoint, i) => ({ ...endpoint, line: `2001:db8:0:${i.toString(16)}::1` }));

test.each(endpoints)("no endpoint answers an anonymous caller unless it is listed: $method $path", async ({
  method,
  path,
  name,
  line,
}) => {
  const from = { ...headers, "x-concerted-address": line };
  const url = `${origin}/api/v1${path.replace(/\{[^}]+\}/g, "something")}`;
  const request = new Request(url, { method, headers: from, ...(hasBody(method) ? { body: "{}" } : {}) });
  const byRest = await handleRequest(request, handleRest);
  const byRpc = await handleRequest(
    new Request(`${origin}/api/rpc/${name.replaceAll(".", "/")}`, {
      method: "POST",
      headers: from,
      body: '{"json":{}}',
    }),
    handleRpc,
  );
  if (publicProcedures.includes(name)) {
    expect([byRest.status, byRpc.status]).not.toContain(401);
    expect(Math.max(byRest.status, byRpc.status)).toBeLessThan(500);
  } else {
    expect([byRest.status, byRpc.status]).toEqual([401, 401]);
  }
});
