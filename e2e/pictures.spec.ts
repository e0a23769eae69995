import path from "node:path";
import { expect, test } from "../tests/support/journey";

/** The README's picture. A run lays it beside the other artifacts; `PICTURES=1` puts it where the README shows it. */
test("the agreement grid is pictured as the README shows it", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const folder = process.env.PICTURES ? "pictures" : "../.artifacts/pictures";
  const picture = await page.screenshot({ path: path.join(import.meta.dirname, folder, "agreement.png") });
  expect(picture.byteLength).toBeGreaterThan(20_000);
});
