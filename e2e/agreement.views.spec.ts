import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    slider: "As of the end of which day",
    past: /This is what stood then/,
    today: "Today",
    since: "Or since",
    changed: /stances? stood differently on/,
    ladder: "How specific, and who comes along",
    checks: "What the words pin down",
    csv: "CSV",
    polis: "Polis layout",
    public: "Public consultations",
  },
  fr: {
    slider: "À la fin de quel jour",
    past: /Voici ce qui tenait alors/,
    today: "Aujourd’hui",
    since: "Ou depuis le",
    changed: /positions? différai(t|en)/,
    ladder: "À quel point préciser, et qui suit",
    checks: "Ce que les mots précisent",
    csv: "CSV",
    polis: "Format Polis",
    public: "Consultations publiques",
  },
} as const;

const monthsAgo = (months: number) => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
};

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`the slider steps through the days on which something changed, by keyboard, and back (${locale})`, async ({
    as,
  }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, dark: locale === "fr" });
    await page.goto(`/${locale}/agreement/categories`);
    const slider = page.getByRole("slider", { name: t.slider });
    const last = Number(await slider.getAttribute("max"));
    expect(last).toBeGreaterThan(10);
    await slider.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
    await expect(page).toHaveURL(/on=\d{4}-\d{2}-\d{2}/);
    await expect(page.getByText(t.past)).toBeVisible();
    await expect(slider).toHaveValue(String(last - 5));
    await expectAccessible(page);
    await page.getByRole("link", { name: t.today, exact: true }).click();
    await expect(page).not.toHaveURL(/on=/);
  });

  test(`what stood differently on two days is told by proposition (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, width: locale === "fr" ? 360 : 1280 });
    await page.goto(`/${locale}/agreement/differences?since=${monthsAgo(6)}`);
    await expect(page.getByText(t.changed)).toBeVisible();
    await expect(page.getByLabel(t.since)).toHaveValue(monthsAgo(6));
    await page.goto(`/${locale}/agreement/differences?since=${monthsAgo(6)}&theme=outreach`);
    await expectAccessible(page);
    expect(await readFile(page, t.csv)).toHaveLength(await page.locator("article.differ").count());
  });

  test(`the ladder sets wordings against who comes along, and leaves as a file (${locale})`, async ({ as }) => {
    const page = await as("rep.red-cedar@demo.example", { locale, width: locale === "en" ? 360 : 1280 });
    await page.goto(`/${locale}/agreement/ladder`);
    await expect(page.getByRole("heading", { level: 1, name: t.ladder })).toBeVisible();
    await expect(page.getByRole("list", { name: t.checks }).first()).toBeVisible();
    await expectAccessible(page);
    const wordings = await page.locator("article.rung").count();
    const rows = await readFile(page, t.csv);
    expect(rows).toHaveLength(wordings);
    expect(
      rows.every(({ support_stated, support_possible }) => Number(support_stated) <= Number(support_possible)),
    ).toBe(true);
  });
}

/** The rows of a file that a link on the page leads to, as a program reads them. */
async function readFile(page: Page, name: string): Promise<Record<string, string>[]> {
  const href = await page.getByRole("link", { name, exact: true }).first().getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-disposition"]).toMatch(/attachment; filename="[a-z0-9-]+\.csv"/);
  return parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
}

test("lists, map and Polis layout parse back to what the page shows", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement/categories");
  const lists = await readFile(page, "CSV");
  expect(lists).toHaveLength(40);
  const common = lists.filter(({ list }) => list === "common_ground");
  await expect(page.locator("#common_ground tbody tr")).toHaveCount(common.length);
  await page.goto("/en/agreement/map");
  const map = await readFile(page, "CSV");
  expect(map.filter(({ kind }) => kind === "organization")).toHaveLength(await page.locator("[data-mark]").count());
  const polis = await readFile(page, texts.en.polis);
  expect(polis).toHaveLength(14);
  expect(polis.every((row) => Number(row["n-agree"]) + Number(row["n-disagree"]) <= Number(row["n-votes"]))).toBe(true);
  await expect(page.getByRole("link", { name: texts.en.public })).toBeVisible();
});

test("the picture that is saved is a drawing by itself, with every mark and no link", async ({ as }) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto("/en/agreement/map");
  const saved = async (format: "SVG" | "PNG") => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Save the map as ${format}` }).click();
    const parts: Buffer[] = [];
    for await (const part of await (await download).createReadStream()) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  const svg = (await saved("SVG")).toString("utf8");
  expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(svg.match(/data-mark=/g)).toHaveLength(14);
  expect(svg).not.toMatch(/href=|var\(--/);
  const png = await saved("PNG");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Twice as fine as on screen.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
});

test("the former addresses of the table and the categories lead to the new ones with their query", async ({ page }) => {
  for (const locale of ["en", "fr"]) {
    for (const [former, address] of [
      ["list", "table"],
      ["lists", "categories"],
    ]) {
      const response = await page.request.get(`/${locale}/agreement/${former}?theme=definition`, { maxRedirects: 0 });
      expect([response.status(), response.headers().location]).toEqual([
        308,
        `/${locale}/agreement/${address}?theme=definition`,
      ]);
    }
  }
});
