import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

type DisplayOptions = { locale?: "en" | "fr"; dark?: boolean; width?: number };

type World = {
  /** A browser of its own, signed in as this demonstration person, or nobody's. */
  as: (email: string | null, look?: DisplayOptions) => Promise<Page>;
};

/** What a page must never do, whatever the journey: break its script policy, throw, or ask for what is not there. */
function watch(context: BrowserContext, faults: string[]) {
  context.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  context.on("weberror", (fault) => {
    faults.push(fault.error().message);
  });
}

export const test = base.extend<World>({
  as: async ({ browser, baseURL }, use) => {
    const origin = baseURL ?? "";
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (email, { locale = "en", dark = false, width = 1280 } = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        locale: `${locale}-CA`,
        colorScheme: dark ? "dark" : "light",
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
      });
      contexts.push(context);
      watch(context, faults);
      if (email) {
        const answer = await context.request.post(`${origin}/api/demonstration/sign-in`, {
          form: { email, next: `/${locale}` },
          headers: { origin },
        });
        expect(answer.ok(), `signing in as ${email}`).toBe(true);
      }
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(faults, "no page breaks its script policy or throws").toEqual([]);
  },
});

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Depth = "everything" | "colours";

async function findViolations(page: Page, depth: Depth): Promise<string[]> {
  await expect(page).toHaveTitle(/\S/);
  // Its other way opens a page of its own for every look, which pages without frames of other sites do not need.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const asked = depth === "colours" ? axe.withRules(["color-contrast"]) : axe.withTags(rules);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
}

/** axe finds nothing on what is shown now; of a page seen before in other colours, nothing in its contrasts. */
export async function expectAccessible(page: Page, depth: Depth = "everything") {
  const axeFaults = await findViolations(page, depth);
  // A page that is being read anew has no title for a moment, and the moment may come between the two looks at it.
  const untitled = axeFaults.length === 1 && axeFaults[0]?.startsWith("document-title");
  expect(untitled ? await findViolations(page, depth) : axeFaults, `axe at ${page.url()}`).toEqual([]);
}

export { expect };
