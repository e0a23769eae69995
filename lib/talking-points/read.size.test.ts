import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { buildOrganization } from "@/prisma/seed/build-organization";
import { buildDiscussion } from "@/tests/support/build-comments";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { answerFor, pointWorld } from "@/tests/support/point-world";
import { listAmendments } from "./read.amendments";
import { listComments } from "./read.comments";
import { getTalkingPoint } from "./read.detail";
import { getWalkAway } from "./read.marks";
import { listRounds } from "./read.rounds";
import { amendmentInput, amendmentsInput } from "./schema.amendments";
import { commentsInput } from "./schema.comments";
import { walkAwayInput } from "./schema.marks";
import { amend } from "./write.amendments";
import { endorse, withdrawEndorsement } from "./write.endorsements";

/** What the page of a point reads, part by part. */
const parts = (viewer: Viewer, id: string) => ({
  point: () => getTalkingPoint(viewer, id),
  remarks: () => listComments(viewer, commentsInput.parse({ id, state: "open", about: "text", limit: 100 })),
  amendments: () => listAmendments(viewer, amendmentsInput.parse({ id, limit: 100 })),
  rounds: () => listRounds(viewer, { id }),
  marks: () => getWalkAway(viewer, walkAwayInput.parse({ id })),
});

async function countStatements(viewer: Viewer, id: string) {
  const counts: Record<string, number> = {};
  for (const [name, read] of Object.entries(parts(viewer, id))) counts[name] = (await listStatements(read)).length;
  return counts;
}

test("a point with 40 clauses, 300 endorsements and 500 comments opens with as many statements as a small one", async () => {
  const organization = await given.organization();
  const many = Array.from({ length: 300 }, () => {
    const slug = `many-${randomUUID()}`;
    return { ...buildOrganization({ slug, code: slug.slice(-6) }), id: randomUUID() };
  });
  const small = await buildPoint({ organization, clauses: 1, answers: [{ organization }] });
  await db.organization.createMany({ data: many });
  const large = await buildPoint({ organization, clauses: 40, answers: many.map((it) => ({ organization: it })) });
  const viewer = await as(await given.signatory(organization));
  const said = { organization, author: viewer.personId ?? "" };
  await buildDiscussion({ ...said, point: small, count: 1, clauses: 1 });
  await buildDiscussion({ ...said, point: large, count: 500, clauses: 40 });
  const counts = await countStatements(viewer, large.id);
  expect(counts).toEqual(await countStatements(viewer, small.id));
  const found = parts(viewer, large.id);
  expect((await found.point()).endorsements).toHaveLength(300);
  expect(await found.remarks()).toMatchObject({ total: 400, items: { length: 100 } });
  await db.organization.updateMany({ where: { slug: { startsWith: "many-" } }, data: { status: "left" } });
  // Whoever left is counted no more.
  expect((await found.point()).endorsements).toHaveLength(0);
});

test("however often an organization answered, what stands is its last word", async () => {
  const { other, signer, point } = await pointWorld();
  const stands = async () => {
    const { endorsements, viewer } = await getTalkingPoint(signer, point.id);
    return [endorsements.map((it) => it.step), viewer.organizations[0]?.mayWithdraw];
  };
  const reserve = async (en: string) =>
    endorse(
      signer,
      await answerFor(signer, point.id, other, { response: "endorse_with_reservation", reservation: { en } }),
    );
  const steps = [await reserve("Except by force."), await reserve("Except at home."), await reserve("Except abroad.")];
  expect(steps.map(({ step, kind, reservation }) => [step, kind, reservation?.en])).toEqual([
    [1, "given", "Except by force."],
    [2, "given", "Except at home."],
    [3, "given", "Except abroad."],
  ]);
  expect(await stands()).toEqual([[3], true]);
  const key = { id: point.id, organization: other.slug };
  expect(await withdrawEndorsement(signer, key)).toMatchObject({
    step: 4,
    kind: "withdrawn",
    organization: other.slug,
  });
  expect(await stands()).toEqual([[], false]);
  await reserve("Except by force.");
  expect(await stands()).toEqual([[5], true]);
});

test("amendments are read page by page, and each page knows of conflicts with those on others", async () => {
  const { lead, other, signer, writer, point } = await pointWorld();
  const said = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };
  const propose = (viewer: Viewer, onBehalfOf: string, en: string) => {
    const matter = { kind: "words", clause: "clause-1", words: { en } };
    return amend(
      viewer,
      amendmentInput.parse({ id: point.id, onBehalfOf, version: 1, open: true, ...said, ...matter }),
    );
  };
  await propose(writer, lead.slug, "One thing.");
  await propose(signer, other.slug, "Another thing.");
  await propose(signer, other.slug, "A third thing.");
  const page = async (cursor?: string) =>
    listAmendments(signer, amendmentsInput.parse({ id: point.id, limit: 1, ...(cursor && { cursor }) }));
  const first = await page();
  expect(first).toMatchObject({ total: 3, items: [{ number: 1 }] });
  expect(first.items[0]?.conflicts).toHaveLength(2);
  const second = await page(first.nextCursor ?? "");
  const third = await page(second.nextCursor ?? "");
  expect([second, third].flatMap(({ items }) => items.map(({ number }) => number))).toEqual([2, 3]);
  expect(third.nextCursor).toBeNull();
  const filtered = async (more: object) =>
    (await listAmendments(signer, amendmentsInput.parse({ id: point.id, ...more }))).items.map(({ number }) => number);
  expect(await filtered({ organization: lead.slug })).toEqual([1]);
  expect(await filtered({ settled: "true" })).toEqual([]);
  expect(await filtered({ settled: "false", state: "open" })).toEqual([1, 2, 3]);
});
