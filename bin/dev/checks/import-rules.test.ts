import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { expect, test } from "vitest";

const { forbidden } = createRequire(import.meta.url)("../../../.dependency-cruiser.cjs");

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

test("every rule on imports forbids what it is there for", async () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "imports-")));
  const texts = new Map<string, string>();
  for (const [from, to] of breaches) {
    const target = path.relative(path.dirname(from), to).replace(/^(?!\.)/, "./");
    texts.set(to, texts.get(to) ?? "export {};\n");
    texts.set(from, `import "${target.replace(/\.tsx?$/, "")}";\n${texts.get(from) ?? "export {};\n"}`);
  }
  for (const [file, text] of texts) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const { output } = await cruise(["app", "components", "lib", "tests"], {
    baseDir: root,
    ruleSet: { forbidden },
    validate: true,
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
  });
  rmSync(root, { recursive: true });
  const found = (output as ICruiseResult).summary.violations.map(({ from, to, rule }) => `${from} ${to} ${rule.name}`);
  for (const breach of breaches) expect(found).toContain(breach.join(" "));
});
