import { unstable_getResponseFromNextConfig as answer } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import nextConfig from "../next.config.js";

test.each([
  ["/en/agreement/list", "/en/agreement/table"],
  ["/fr/agreement/list", "/fr/agreement/table"],
  ["/en/agreement/lists", "/en/agreement/categories"],
  ["/fr/agreement/lists", "/fr/agreement/categories"],
  ["/en/organizations/driftwood/texts", "/en/organizations/driftwood/profile-history"],
])("%s leads for good to %s, with its query", async (former, address) => {
  const response = await answer({ url: `https://concerted.test${former}?theme=definition`, nextConfig });
  expect(response.status).toBe(308);
  expect(response.headers.get("location")).toBe(`https://concerted.test${address}?theme=definition`);
});
