import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { expect, test } from "vitest";

const rules = path.resolve(import.meta.dirname, "../../../.dependency-cruiser.cjs");
const { forbidden } = createRequire(import.meta.url)(rules) as { forbidden: IForbiddenRuleType[] };

/** Each import that a rule is there to forbid, with dotted names among them. */
const breaches = [
  ["lib/accounts/read.ts", "lib/organizations/read.ts", "accounts-knows-only-earlier-nouns"],
  ["lib/proposals/rules.near.ts", "lib/positions/rules.import.ts", "proposals-knows-only-earlier-nouns"],
  ["lib/home/read.recent.ts", "lib/search/read.ts", "home-knows-only-earlier-nouns"],
  [
    "lib/positions/write.joins.ts",
    "lib/mandates/write.grants.ts",
    "a-noun-reaches-another-only-through-what-it-offers",
  ],
  ["lib/positions/jobs.late.ts", "lib/mandates/jobs.ts", "a-noun-reaches-another-only-through-what-it-offers"],
  ["lib/positions/write.late.ts", "lib/mandates/activity.ts", "a-noun-reaches-another-only-through-what-it-offers"],
  ["lib/platform/db/client.ts", "lib/viewer/rules.ts", "platform-knows-no-noun"],
  ["lib/platform/documents/render.ts", "node_modules/diff/index.js", "texts-are-compared-by-one-rule"],
  ["lib/math/order.ts", "lib/agreement/rules.ts", "mathematics-takes-numbers-and-gives-numbers"],
  ["lib/viewer/read.ts", "lib/accounts/schema.ts", "viewer-is-below-every-noun"],
  ["lib/activity/record.ts", "lib/accounts/schema.ts", "activity-is-below-every-noun"],
  ["lib/tasks/rules.ts", "lib/accounts/schema.ts", "tasks-are-below-every-noun"],
  ["lib/report/read.ts", "components/report/view.tsx", "lib-knows-no-screen"],
  ["lib/report/write.ts", "lib/api/router.ts", "nouns-do-not-know-the-router"],
  ["components/report/view.tsx", "app/page.tsx", "components-know-no-page"],
  ["components/ui/button.tsx", "components/report/view.tsx", "ui-could-ship-elsewhere"],
  ["components/home/load.ts", "lib/home/read.as-of.ts", "screens-speak-to-the-router-not-to-the-database"],
  ["app/one.ts", "lib/platform/db/client.ts", "screens-speak-to-the-router-not-to-the-database"],
  ["app/two.ts", "lib/platform/generated/prisma/client.ts", "screens-speak-to-the-router-not-to-the-database"],
  ["lib/codes/rules.kinds.ts", "lib/codes/activity.ts", "rules-are-pure"],
  ["lib/codes/rules.digest.ts", "lib/platform/time/clock.ts", "rules-are-pure"],
  ["lib/codes/rules.due.ts", "lib/codes/tasks.ts", "rules-are-pure"],
  ["lib/codes/schema.parts.ts", "lib/codes/read.parts.ts", "schemas-travel-anywhere"],
  ["lib/codes/schema.due.ts", "lib/codes/tasks.ts", "schemas-travel-anywhere"],
  ["lib/codes/policy.ts", "lib/platform/db/transaction.ts", "a-policy-reads-nothing"],
  ["lib/codes/policy.due.ts", "lib/codes/tasks.ts", "a-policy-reads-nothing"],
  ["lib/codes/read.ts", "tests/support/builders.ts", "the-product-knows-no-test"],
  ["lib/codes/rules.test.ts", "fast-check", "properties-have-one-seed"],
] as const;

/** The imports among these that rules forbid, in a folder made for them. */
async function findBreaches(
  imports: readonly (readonly [from: string, to: string, ...rest: string[]])[],
  rulesAt: (root: string) => { forbidden: IForbiddenRuleType[] },
): Promise<string[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "imports-")));
  const texts = new Map<string, string>();
  for (const [from, to] of imports) {
    const target = path.relative(path.dirname(from), to).replace(/^(?!\.)/, "./");
    texts.set(to, texts.get(to) ?? "export {};\n");
    texts.set(from, `import "${target.replace(/\.tsx?$/, "")}";\n${texts.get(from) ?? "export {};\n"}`);
  }
  for (const [file, text] of texts) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const folders = [...new Set([...texts.keys()].map((file) => file.split("/")[0] ?? ""))];
  const { output } = await cruise(
    folders.filter((it) => it !== "node_modules" && it !== "fast-check"),
    {
      baseDir: root,
      ruleSet: { forbidden: rulesAt(root).forbidden },
      validate: true,
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
    },
  );
  rmSync(root, { recursive: true });
  return (output as ICruiseResult).summary.violations.map(({ from, to, rule }) => `${from} ${to} ${rule.name}`);
}

test("every rule on imports forbids what it is there for", async () => {
  const found = await findBreaches(breaches, () => ({ forbidden }));
  for (const breach of breaches) expect(found).toContain(breach.join(" "));
});

test("a folder of lib that nobody has ranked yet comes after every noun and before what composes them", async () => {
  const late = [
    ["lib/studies/read.ts", "lib/unheard-of/read.ts", "studies-knows-only-earlier-nouns"],
    ["lib/unheard-of/rules.ts", "lib/home/rules.ts", "unheard-of-knows-only-earlier-nouns"],
    ["lib/unheard-of/write.ts", "lib/studies/write.ts", "a-noun-reaches-another-only-through-what-it-offers"],
    ["lib/unheard-of/policy.ts", "lib/api/router.ts", "nouns-do-not-know-the-router"],
  ] as const;
  const allowed = [
    ["lib/unheard-of/jobs.ts", "lib/studies/policy.ts"],
    ["lib/search/read.ts", "lib/unheard-of/read.ts"],
  ] as const;
  const found = await findBreaches([...late, ...allowed], (root) => {
    copyFileSync(rules, path.join(root, ".dependency-cruiser.cjs"));
    return createRequire(import.meta.url)(path.join(root, ".dependency-cruiser.cjs"));
  });
  expect(found.sort()).toEqual(late.map((it) => it.join(" ")).sort());
});
