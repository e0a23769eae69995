import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preparePage } from "./page-headers.mjs";

/** The door as the server has it; what stands behind it answers with what it was told. */
const server = createServer((request, response) => {
  if (preparePage(request, response)) response.end(JSON.stringify(request.headers));
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.APP_ORIGIN = origin;
});
afterAll(() => {
  server.close();
});

const languageFor = async (path: string, accepted: string) => {
  const answer = await fetch(`${origin}${path}`, { headers: { "accept-language": accepted } });
  return ((await answer.json()) as Record<string, string>)["accept-language"];
};

// Next's proxy reads weights, yet not what is refused by one, nor a language cut short before its own: it is told the answer.
test.each([
  ["fr-CA", "fr"],
  ["en;q=0, fr-CA;q=0.1", "fr"],
  ["en;q=0, *", "fr"],
  ["fr;q=0, *", "en"],
  ["en;q=0.5, fr;q=0.8", "fr"],
  ["de, en;q=0", "fr"],
  ["fr-CA,fr;q=0.2,en;q=0.9", "fr"],
  ["de", "en"],
])("a page asked for in %j, under an address without a language, is looked for in %s", async (accepted, language) => {
  for (const path of ["/", "/organizations?q=a", "/nothing/there"])
    expect(await languageFor(path, accepted)).toBe(language);
});

test("what programs ask for is passed on as it was asked", async () => {
  expect(await languageFor("/api/v1/themes", "en;q=0, *")).toBe("en;q=0, *");
});
