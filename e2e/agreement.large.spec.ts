import { withClient } from "../bin/host/postgres/roles.mjs";
import { crowd } from "../tests/bench/agreement-crowd";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

// Large enough for everything that changes with size: drawings, pages of tables, and what is no longer listed at once.
const size = { organizations: 2_100, propositions: 45 };
const member = "rep.red-cedar@demo.example";

// Thousands more would stand in every list of the journeys that come after.
test.use({ network: "large" });

// By the owner of the tables: only the owner brings what the planner knows of them up to date.
test.beforeAll(async ({ own }) => {
  test.setTimeout(300_000);
  await withClient(own.env.DATABASE_OWNER_URL ?? "", (client) => crowd(client, size));
});

test("thousands of organizations are one drawing, walked through by keyboard, and the same facts in pages of a table", async ({
  as,
}) => {
  const page = await as(member);
  await page.goto("/en/agreement/map");
  await expect(page.locator("svg [data-cloud='2100']")).toHaveCount(1);
  // Nobody but the reader's own and whoever is reached is a link.
  expect(await page.locator("svg a[data-mark]").count()).toBeLessThanOrEqual(2);
  await expect(page.getByText(/^With more than 400 organizations groups are not tested/)).toBeVisible();
  await page.locator("svg [tabindex='0']").focus();
  const reached: Record<string, (string | null)[]> = {};
  for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight"]) {
    const before = await page.locator("svg a:focus").getAttribute("data-mark");
    await page.keyboard.press(key);
    const mark = page.locator("svg a:focus");
    await expect(mark).not.toHaveAttribute("data-mark", before ?? "");
    const slug = (await mark.getAttribute("data-mark")) ?? "";
    reached[slug] = [await mark.getAttribute("data-x"), await mark.getAttribute("data-y")];
  }
  await expectAccessible(page);
  await expect(page.locator("#table tbody tr")).toHaveCount(200);
  const told: Record<string, (string | null)[]> = {};
  for (let pages = 1; Object.keys(told).length < Object.keys(reached).length; pages++) {
    expect(pages, "a table of 2,100 in pages of 200").toBeLessThanOrEqual(11);
    for (const slug of Object.keys(reached)) {
      const row = page.locator(`#table tr:has([data-twin='${slug}'])`);
      if ((await row.count()) === 0) continue;
      const figures = row.locator("data");
      told[slug] = [await figures.nth(0).getAttribute("value"), await figures.nth(1).getAttribute("value")];
    }
    const next = page.getByRole("link", { name: "Next 200" });
    if ((await next.count()) > 0 && Object.keys(told).length < Object.keys(reached).length) {
      const address = (await next.getAttribute("href")) ?? "";
      await page.goto(address);
    }
  }
  expect(told).toEqual(reached);
});

test("the grid comes by fifties with everybody counted, its names in sight, and arrow keys lead to its end and on", async ({
  as,
}) => {
  const page = await as(member);
  await page.goto("/en/agreement");
  await expect(page.getByText(/^2,?100 organizations, 45 propositions/)).toBeVisible();
  await expect(page.locator(".agree thead .agree-name")).toHaveCount(50);
  await page.locator(".agree [tabindex='0']").focus();
  await page.keyboard.press("Control+End");
  await expect(page.locator(":focus")).toBeInViewport();
  await page.keyboard.press("Control+Home");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toBeInViewport();
  // However far one has gone, the title of the row and the head of the column are in sight.
  await expect(page.locator("tr:has(:focus) .agree-title")).toBeInViewport();
  await expect(page.locator(".agree thead .agree-name").first()).not.toBeInViewport();
  await expect(page.locator(".agree thead .agree-range")).toBeInViewport();
  await page.getByRole("link", { name: "Next 50" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.locator(".agree thead .agree-name")).toHaveCount(50);
});

test("the explorer counts all of thousands, lists two hundred and finds the others, and a click is answered", async ({
  as,
}) => {
  const page = await as(member);
  await page.goto("/en/agreement/explorer?p=41");
  const together = page.getByRole("heading", { name: /organizations stand behind it$/ });
  await expect(together).toBeVisible();
  const behind = async () => Number(/^\d+/.exec((await together.textContent()) ?? "")?.[0]);
  const one = await behind();
  expect(one).toBeGreaterThan(200);
  await page.getByRole("checkbox", { name: /^42\s/ }).check();
  const both = page.getByRole("heading", { name: /stand behind all 2$/ });
  await expect(both).toBeVisible();
  expect(Number(/^\d+/.exec((await both.textContent()) ?? "")?.[0])).toBeLessThanOrEqual(one);
  await page.getByRole("button", { name: "From organizations" }).click();
  await expect(page.getByText("The first 200 of 2,100 are listed; search to find the others.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Find an organization" }).fill("Crowd 2099");
  await page.getByRole("checkbox", { name: /Crowd 2099/ }).check();
  await expect(page).toHaveURL(/o=crowd-2099/);
  await expectAccessible(page);
});
