import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { addAmendmentStep, draftAmendment, insertAmendments } from "@/prisma/seed/build-amendments";
import { addVersion } from "@/prisma/seed/build-talking-point";
import { versionFields } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { networkDay } from "@/tests/support/network-day";
import { pointWorld, refusalOf } from "@/tests/support/point-world";
import { listAmendmentsAsOf } from "./read.amendments-as-of";
import { amendmentsInput } from "./schema.amendments";

const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: new Date() };
const daysAgo = (days: number) => ({ by: randomUUID(), at: new Date(Date.now() - days * 86_400_000), mandate });

/** A text of five days ago with version 2 of yesterday, and an amendment that was handled, answered and taken over since. */
async function history() {
  const organization = await given.organization();
  const world = await pointWorld({
    organization,
    change: (built) => {
      for (const it of [...built.versions, ...built.steps]) {
        if ("createdAt" in it) it.createdAt = daysAgo(5).at;
        if ("at" in it) it.at = daysAgo(5).at;
      }
      const fields = versionFields({ organization, slug: "later", title: "Later", clauses: 1 });
      addVersion(built, { ...fields, themeIds: built.themes.map((it) => it.themeId), propositionIds: [] }, daysAgo(1));
    },
  });
  const { point, other } = world;
  const matter = { kind: "words" as const, clauseKey: "clause-2", wordsEn: "Short words." };
  const reasons = { summaryEn: "Shorter", reasonEn: "It is long." };
  const of = { version: 1, organizationId: other.id, ...matter, ...reasons };
  const taken = draftAmendment(point.id, of, daysAgo(4));
  addAmendmentStep(taken, { kind: "opened", organizationId: other.id }, daysAgo(4));
  const lead = { organizationId: organization.id };
  addAmendmentStep(taken, { kind: "handled", ...lead, handling: "accept" }, daysAgo(3));
  addAmendmentStep(taken, { kind: "answered", organizationId: other.id, agrees: true }, daysAgo(2));
  addAmendmentStep(taken, { kind: "consolidated", ...lead, version: 2, fate: "accepted" }, daysAgo(1));
  const draft = draftAmendment(point.id, of, daysAgo(4));
  await transact((tx) => insertAmendments(tx, [taken, draft]));
  const read = async (viewer: Viewer, asOf: string, more: object = {}) => {
    const { items } = await listAmendmentsAsOf(viewer, amendmentsInput.parse({ id: point.id, asOf, ...more }));
    return items.map((it) => ({
      ...{ state: it.state, handling: it.handling?.handling ?? null, answered: it.answer !== null },
      ...{ fates: it.fates.length, clauseNumber: it.clauseNumber, rights: it.viewer },
    }));
  };
  return { ...world, read };
}

const rights = { mayEdit: false, mayWithdraw: false, mayAnswer: false, mayHandle: [] };

test("amendments are read as they stood at the end of a day, to the words in force then, and nothing is done to them", async () => {
  const { writer, signer, read } = await history();
  const open = { state: "open", handling: null, answered: false, fates: 0, clauseNumber: 2, rights };
  for (const viewer of [writer, signer]) {
    expect(await read(viewer, networkDay(-5))).toEqual([]);
    expect(await read(viewer, networkDay(-4))).toEqual([open]);
    expect(await read(viewer, networkDay(-3))).toEqual([{ ...open, handling: "accept" }]);
    expect(await read(viewer, networkDay(-2))).toEqual([
      { ...open, state: "accepted", handling: "accept", answered: true },
    ]);
    // Version 2 has no clause 2 any more.
    expect(await read(viewer, networkDay(-1))).toMatchObject([{ state: "accepted", fates: 1, clauseNumber: null }]);
    expect(await read(viewer, networkDay(-3), { state: "accepted" })).toEqual([]);
    expect(await read(viewer, networkDay(-4), { settled: "false" })).toHaveLength(1);
  }
});

test("a draft of an amendment is in no past, a text that was not there yet has none, and today is the present", async () => {
  const { signer, writer, point, read } = await history();
  const before = amendmentsInput.parse({ id: point.id, asOf: networkDay(-7) });
  expect(await refusalOf(listAmendmentsAsOf(writer, before))).toBe("NOT_FOUND noSuchTalkingPoint");
  const now = await read(signer, networkDay(1));
  expect(now.map(({ state }) => state).sort()).toEqual(["accepted", "draft"]);
  expect(await read(signer, networkDay(-4))).toHaveLength(1);
});

test("a day that is none is refused, with the field named", () => {
  const read = amendmentsInput.safeParse({ id: "a-point", asOf: "yesterday" });
  expect(read.error?.issues.map(({ path }) => path)).toEqual([["asOf"]]);
});

test("who reads no drafts reads no amendments of a day on which the text was one", async () => {
  const { point, read } = await history();
  const stranger = await as(await given.signatory(await given.organization()));
  expect(await read(stranger, networkDay(-4))).toHaveLength(1);
  const visitor = await as(null);
  expect(
    await refusalOf(listAmendmentsAsOf(visitor, amendmentsInput.parse({ id: point.id, asOf: networkDay(-4) }))),
  ).toBe("NOT_FOUND noSuchTalkingPoint");
});
