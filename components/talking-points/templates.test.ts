import { expect, test } from "vitest";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { talkingPointInput } from "@/lib/talking-points/schema";
import { readReport } from "@/prisma/seed/read-report";
import { templateNames, valuesOfTemplate } from "./templates";
import { proposeInput, valuesAnew } from "./text-values";

const named = (...slugs: string[]) => slugs.map((value) => ({ value }));
const offices = named(
  ...["minister-foreign-affairs", "foreign-affairs-united-nations", "foreign-affairs-legal"],
  "committee-foreign-affairs",
);

test.each(
  templateNames,
)("with a title, a template is a text that can be proposed, in both languages (%s)", async (name) => {
  const report = readReport();
  const known = {
    offices,
    sources: named(...report.library.map(({ slug }) => slug)),
    themes: named(...report.themes.map(({ slug }) => slug)),
  };
  const translators = { en: await translatorIn("en"), fr: await translatorIn("fr") };
  const values = valuesOfTemplate(name, { translators, organization: "lodestar-law", known });
  const input = talkingPointInput.parse(proposeInput({ ...values, "title.en": "A line", "title.fr": "Un message" }));
  expect(input.clauses.length).toBeGreaterThan(3);
  for (const { text } of input.clauses) expect(text.en && text.fr && text.en !== text.fr).toBe(true);
  // Somebody rewrites it before the network reads it.
  expect(input.open).toBe(false);
});

test("what is proposed anew names the retired point, and its clauses are new ones", () => {
  const pair = { en: "A line", fr: "Un message" };
  const clause = { key: "one", number: 1, kind: "key_message", text: pair, question: null, source: null, of: null };
  const retired = {
    ...{ slug: "over", kind: "norm", title: pair, themes: ["coalition"], regimeAreas: ["practice"] },
    ...{ audiences: ["members"], sources: [], propositions: [], text: { clauses: [clause] } },
  } as unknown as TalkingPointDetail;
  const input = talkingPointInput.parse(proposeInput(valuesAnew(retired, "lodestar-law")));
  expect(input).toMatchObject({ proposesAnew: "over", kind: "norm", organization: "lodestar-law" });
  expect(input.clauses).toEqual([{ kind: "key_message", text: pair }]);
});
