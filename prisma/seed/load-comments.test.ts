import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { listComments } from "@/lib/talking-points/read.comments";
import { findQuoted } from "@/lib/talking-points/rules.comments";
import { commentsInput } from "@/lib/talking-points/schema.comments";
import { as } from "@/tests/support/builders";
import { loadDemonstration } from "./load-demonstration";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";

const demonstration = readDemonstration();
const { comments } = demonstration.talkingPoints;

beforeAll(async () => {
  await loadDemonstration(demonstration, readReport());
});

test("the demonstration’s discussion has every comment of its file once, each quoting words of its clause", async () => {
  await loadDemonstration(demonstration, readReport());
  const found = await db.talkingPointComment.findMany({ include: { clause: true, steps: true } });
  expect(found.length).toBe(comments.length);
  expect(found.filter(({ amendmentId }) => amendmentId !== null)).toHaveLength(3);
  for (const { clause, language, quote } of found) {
    const texts = language === "en" ? [clause?.en, clause?.questionEn] : [clause?.fr, clause?.questionFr];
    expect([
      quote,
      findQuoted(
        texts.map((it) => it ?? null),
        quote ?? "",
      ),
    ]).toEqual([quote, quote]);
  }
});

test("remarks on clauses that stayed are in place, and one on the words of an earlier version says so", async () => {
  const reader = await as(await db.person.findUniqueOrThrow({ where: { email: "signatory.saltmarsh@demo.example" } }));
  const ask = (id: string, more: object = {}) =>
    listComments(reader, commentsInput.parse({ id, about: "text", ...more }));
  const { items } = await ask("no-licence-for-force");
  expect(items.map(({ version, inPlace, state }) => `${version} ${inPlace} ${state}`).sort()).toEqual([
    "2 false resolved",
    "3 true open",
    "3 true open",
    "3 true resolved",
  ]);
  const [first] = (await ask("no-licence-for-force", { state: "open", clause: items[0]?.clause?.key })).items;
  expect(first?.replies).toHaveLength(1);
});
