import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "../../bin/dev/steps/build.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { withClient } from "../../bin/host/postgres/roles.mjs";
import { findChromium } from "../support/find-chromium";
import { type Crowd, crowd } from "./agreement-crowd";
import { root, serve } from "./server";
import { makeSetting } from "./setting";
import { median } from "./statistics";
import { print } from "./table";

/** How a page says that it answers the hand: what is there only once its script is at work. */
const pages = {
  grid: { at: "/en/agreement", awake: ".agree [tabindex='0']" },
  map: { at: "/en/agreement/map", awake: "svg.map-svg [tabindex='0']" },
  categories: { at: "/en/agreement/categories", awake: "main h1" },
  explorer: { at: "/en/agreement/explorer", awake: "input[name='p']" },
  ladder: { at: "/en/agreement/ladder", awake: "main h1" },
} as const;
type Name = keyof typeof pages;

const paces = [1, 4];
const turns = 5;

async function openPage(browser: Browser, address: string, cookie: string, pace: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: pace });
  return page;
}

/** Scripts of the page, as text: what builds this program would put names of its own into a function. */
const whenAwake = (awake: string) => `new Promise((settle) => {
  const look = () => {
    if (!document.querySelector(${JSON.stringify(awake)}) || document.readyState === "loading") return void setTimeout(look, 4);
    // A page that answers runs what is asked of it next, after whatever it is at.
    requestAnimationFrame(() => setTimeout(() => settle(performance.now())));
  };
  look();
})`;

const whenClickIsDrawn = `new Promise((settle) => {
  addEventListener("click", ({ timeStamp }) =>
    requestAnimationFrame(() => setTimeout(() => settle(performance.now() - timeStamp))), { once: true, capture: true });
})`;

/** Milliseconds from leaving for a page until it is drawn, awake and has nothing in hand. */
async function timeOpening(page: Page, address: string, name: Name): Promise<number> {
  const answer = await page.goto(`${address}${pages[name].at}`, { waitUntil: "commit" });
  if (answer?.status() !== 200) throw new Error(`${pages[name].at} answered ${answer?.status()}`);
  return page.evaluate<number>(whenAwake(pages[name].awake));
}

/** Milliseconds from a click on a tick to the drawing of what it changed. */
async function timeClicks(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 3 * turns; turn++) {
    const box = page.locator("input[name='p']").nth((7 * turn) % 60);
    await box.scrollIntoViewIfNeeded();
    const told = page.evaluate<number>(whenClickIsDrawn);
    await box.click();
    times.push(await told);
  }
  return times;
}

type Row = string[];
const ms = (value: number) => `${value.toFixed(0)} ms`;

async function measure(browser: Browser, address: string, cookie: string, size: Crowd): Promise<Row[]> {
  const rows: Row[] = [];
  const large = size.organizations > 1000;
  for (const pace of paces) {
    const page = await openPage(browser, address, cookie, pace);
    for (const name of Object.keys(pages) as Name[]) {
      const times: number[] = [];
      for (let turn = 0; turn <= (large ? 1 : turns); turn++) times.push(await timeOpening(page, address, name));
      // The first opening warms the server: its threads, and what it keeps.
      const opened = median(times.slice(1));
      const target = large || pace > 1 ? "for information" : "≤ 1000 ms";
      rows.push([
        `${name}, interactive`,
        `${pace}×`,
        target,
        ms(opened),
        target === "for information" ? "—" : met(opened, 1000),
      ]);
      if (name !== "explorer") continue;
      const clicks = await timeClicks(page);
      const most = pace > 1 ? 200 : 50;
      const answered = median(clicks);
      rows.push([
        "explorer, a click answered",
        `${pace}×`,
        large ? "for information" : `≤ ${most} ms`,
        `${ms(answered)}, worst ${ms(Math.max(...clicks))}`,
        large ? "—" : met(answered, most),
      ]);
    }
    await page.context().close();
  }
  return rows;
}

const met = (value: number, most: number) => (value <= most ? "met" : "not met");

/** The pages of agreement in a real browser, with a network as large as the product promises to bear. */
export async function measurePages({ quick }: { quick: boolean }) {
  await generate(root);
  await build(root);
  const sizes: Crowd[] = [
    { organizations: 200, propositions: 100 },
    ...(quick ? [] : [{ organizations: 5_000, propositions: 200 }]),
  ];
  const { executablePath, env } = findChromium();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } as never, args });
  const setting = await makeSetting();
  try {
    for (const size of sizes) {
      await withClient(setting.ownerUrl, (client) => crowd(client, size));
      const server = await serve({ name: "product", env: setting.env, watch: setting.watch });
      try {
        const address = `http://localhost:${new URL(server.address).port}`;
        const rows = await measure(browser, address, setting.world.cookie, size);
        const title = `${size.organizations} organizations × ${size.propositions} propositions, medians`;
        print(title, ["what", "processor slowed", "target", "measured", ""], rows);
      } finally {
        await server.stop();
      }
    }
  } finally {
    await browser.close();
    await setting.stop();
  }
}
