import type { BrowserContext, Page } from "@playwright/test";
import { findPrintFaults, readTextBoxes } from "../tests/support/read-text-boxes";
import { expect, test } from "../tests/support/servers/isolated-server";
import { plantUnbreakable, reserved } from "../tests/support/unbreakable-texts";

// One server for all of them: each worker of its own would start another.
test.describe.configure({ mode: "default" });
test.use({ network: "paper" });

const writer = "signatory.northern-lantern@demo.example";
const reader = "rep.red-cedar@demo.example";
const organization = "northern-lantern";
/** On these the organization's reasons hold words that cannot be broken. */
const planted = ["narrow-definition", "broad-public-definition", "independent-voice"] as const;
const handedOver = "prevention-leads";

/** Once for the worker: the answers stay as they are from then on. */
let given = false;

test.beforeEach(async ({ as, baseURL }) => {
  if (given) return;
  const page = await as(writer);
  const [first, second, third] = planted;
  const origin = baseURL ?? "";
  await plantUnbreakable(page, origin, `${organization}/${first}`, reserved, true);
  await plantUnbreakable(page, origin, `${organization}/${second}`, { stance: "oppose" }, true);
  await plantUnbreakable(page, origin, `${organization}/${third}`, { stance: "support" }, true);
  await plantUnbreakable(page, origin, `${organization}/${handedOver}`, reserved, false);
  given = true;
});

const print = async (page: Page, address: string, format: "Letter" | "A4") => {
  await page.goto(address);
  return readTextBoxes(await page.pdf({ format }));
};

/** As many at once as the pages given, each of which is used again. */
async function printAll(context: BrowserContext, addresses: readonly string[], at: number) {
  const waiting = addresses.map((address, place) => ({ address, place }));
  const faults: string[] = [];
  const work = async (page: Page) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { address, place } = next;
      const pages = await print(page, address, place % 2 === 0 ? "Letter" : "A4");
      faults.push(...findPrintFaults(pages).map((fault) => `${address}, ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: at }, async () => work(await context.newPage())));
  return faults;
}

test("on paper no text of any proposition is overprinted or cut, whatever words an organization uses, and no page is blank", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const page = await as(reader);
  const answer = await page.request.get("/api/v1/agreement");
  const { propositions } = (await answer.json()) as { propositions: { slug: string }[] };
  expect(propositions).toHaveLength(40);
  const addresses = propositions.map(({ slug }, place) => `/${place % 4 === 3 ? "fr" : "en"}/propositions/${slug}`);
  expect(await printAll(page.context(), addresses, 3)).toEqual([]);
});

test("the summary of agreement is printed on four pages at most, in both languages", async ({ as }) => {
  const page = await as(reader);
  for (const address of ["/en/agreement/lists", "/fr/agreement/lists"]) {
    const pages = await print(page, address, "Letter");
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(findPrintFaults(pages)).toEqual([]);
  }
});

for (const locale of ["en", "fr"] as const) {
  test(`at 320 pixels no page scrolls sideways, whatever words an organization uses (${locale})`, async ({ as }) => {
    test.setTimeout(300_000);
    const look = { locale, width: 320 };
    const read = await as(reader, look);
    const sign = await as(writer, look);
    const [slug] = planted;
    const pages: [Page, string][] = [
      [read, "positions"],
      [read, `propositions/${slug}`],
      [read, `propositions/${planted[1]}`],
      [read, `positions/${organization}/${slug}`],
      [read, "agreement?theme=definition"],
      [read, "agreement/list?theme=definition"],
      [read, "agreement/lists"],
      [read, `agreement/differences?one=red-cedar&other=${organization}`],
      [read, `organizations/${organization}`],
      [sign, `positions/${organization}/${handedOver}`],
      [sign, `organizations/${organization}/board-pack`],
    ];
    const wide: string[] = [];
    for (const [page, path] of pages) {
      const told = await page.goto(`/${locale}/${path}`);
      expect(told?.status(), path).toBe(200);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${path}: ${width}`);
    }
    expect(wide).toEqual([]);
  });
}
