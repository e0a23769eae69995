import { chromium } from "@playwright/test";
import { freePort } from "../../bin/host/postgres/cluster.mjs";
import { findChromium } from "../support/find-chromium";
import { median } from "./statistics";

/** Out of a hundred. */
export type Scores = { path: string; performance: number; accessibility: number; practices: number };

type Category = { score: number | null };
type Report = { lhr: { categories: Record<string, Category> } };
type Run = (address: string, flags: object) => Promise<Report | undefined>;

/** Lighthouse is no part of what a newcomer installs to run the product, so it may not be there. */
async function findLighthouse(): Promise<Run | null> {
  const name = "lighthouse";
  const found = (await import(name).catch(() => null)) as { default: Run } | null;
  return found?.default ?? null;
}

type Page = { path: string; cookie: string | null };

/** Each page three times on a slow phone's terms; null where Lighthouse is not installed. */
export async function score(origin: string, pages: readonly Page[], times: number): Promise<Scores[] | null> {
  const lighthouse = await findLighthouse();
  if (!lighthouse) return null;
  const { executablePath, env } = findChromium();
  const port = await freePort();
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } as never, args: flags });
  try {
    const scores: Scores[] = [];
    for (const { path, cookie } of pages) {
      const reports: Report[] = [];
      for (let n = 0; n < times; n++) {
        const report = await lighthouse(new URL(path, origin).href, {
          port,
          output: "json",
          logLevel: "error",
          onlyCategories: ["performance", "accessibility", "best-practices"],
          ...(cookie && { extraHeaders: { Cookie: cookie } }),
        });
        if (report) reports.push(report);
      }
      const of = (name: string) =>
        Math.round(median(reports.map(({ lhr }) => lhr.categories[name]?.score ?? Number.NaN)) * 100);
      scores.push({
        path,
        performance: of("performance"),
        accessibility: of("accessibility"),
        practices: of("best-practices"),
      });
    }
    return scores;
  } finally {
    await browser.close();
  }
}
