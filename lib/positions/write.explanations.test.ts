import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { getPosition } from "./read";
import { listExplanationSteps } from "./read.annotation-history";
import { readOwnAnnotations } from "./read.own-annotations";
import { draftInput, type Visibility } from "./schema";
import { explainInput } from "./schema.annotations";
import { saveDraft } from "./write.drafts";
import { explain, withdrawExplanation } from "./write.explanations";
import { signOff } from "./write.signing";
import { changeVisibility } from "./write.visibility";

async function standing(visibility: Visibility = "network", joint = false) {
  const desk = await given.desk(joint ? { organization: { signOffKind: "joint" } } : {});
  await given.standing({ organization: desk.organization, proposition: desk.proposition, visibility });
  const reader = await as(await given.memberOf(await given.organization()));
  return { ...desk, reader };
}

type Desk = Awaited<ReturnType<typeof standing>>;
type ExplanationDraft = { en?: string; visibility?: Visibility; revision?: number };

const toInput = (
  { positionPath }: Desk,
  { en = "We train observers.", visibility = "network", revision = 1 }: ExplanationDraft = {},
) => explainInput.parse({ ...positionPath, revision, text: { en }, visibility });

const seenBy = async (viewer: Viewer, { positionPath }: Desk) => (await getPosition(viewer, positionPath)).explanation;

test("an explanation stands with the position, on the authority of who signed it, and its versions are kept", async () => {
  const desk = await standing();
  await explain(desk.signer, toInput(desk), 0);
  expect(await seenBy(desk.reader, desk)).toMatchObject({
    text: { en: "We train observers.", fr: null },
    earlierText: false,
    authority: { instrument: "Resolution 1" },
  });
  await explain(desk.signer, toInput(desk, { en: "We train observers, and pay for it." }), 1);
  const kept = await listExplanationSteps(desk.reader, { ...desk.positionPath, limit: 10 });
  expect(kept.items.map(({ text }) => text.en)).toEqual(["We train observers, and pay for it.", "We train observers."]);
  await withdrawExplanation(desk.signer, desk.positionPath, 2);
  expect(await seenBy(desk.reader, desk)).toBeNull();
  expect((await listExplanationSteps(desk.reader, { ...desk.positionPath, limit: 10 })).total).toBe(3);
});

test("only a signatory explains, and only what stands", async () => {
  const desk = await standing();
  await expect(explain(desk.drafter, toInput(desk), 0)).rejects.toMatchObject({ reason: "notASignatory" });
  await expect(explain(desk.reader, toInput(desk), 0)).rejects.toMatchObject({ reason: "notASignatory" });
  await expect(explain(desk.signer, toInput(desk, { revision: 2 }), 0)).rejects.toMatchObject({
    reason: "explainedOther",
  });
  const alone = { ...(await given.desk()), reader: desk.reader };
  await saveDraft(alone.drafter, draftInput.parse({ ...alone.positionPath, stance: "support" }), null);
  await expect(explain(alone.signer, toInput(alone), 0)).rejects.toMatchObject({ reason: "nothingToExplain" });
  await expect(explain(desk.signer, toInput(alone), 0)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an explanation has one to 150 words in each language", () => {
  const at = { organization: "o", proposition: "p", revision: 1 };
  const fits = (text: object) => explainInput.safeParse({ ...at, text }).success;
  const textOf = (count: number) => Array(count).fill("word").join(" ");
  expect([fits({ en: textOf(150), fr: textOf(150) }), fits({ en: textOf(151) }), fits({}), fits({ en: " " })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("of sixteen who explain at once, one does and the others are told that it changed: no update is lost", async () => {
  const desk = await standing();
  const racing = Array.from({ length: 16 }, (_, i) => explain(desk.signer, toInput(desk, { en: `Reason ${i}.` }), 0));
  const settled = await Promise.allSettled(racing);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const it of settled)
    if (it.status === "rejected")
      expect(it.reason).toMatchObject({ reason: "changedMeanwhile", facts: { current: 1 } });
  expect(await db.explanationStep.count({ where: { position: { propositionId: desk.proposition.id } } })).toBe(1);
});

test("when the position changes, its explanation is shown as given for the earlier text", async () => {
  const desk = await standing();
  await explain(desk.signer, toInput(desk), 0);
  const { version } = await getPosition(desk.drafter, desk.positionPath);
  await saveDraft(desk.drafter, draftInput.parse({ ...desk.positionPath, stance: "oppose" }), version);
  expect(await seenBy(desk.reader, desk)).toMatchObject({ earlierText: false });
  await signOff(desk.signer, { ...desk.positionPath, decision: "sign_off" }, version + 1);
  expect(await seenBy(desk.reader, desk)).toMatchObject({ earlierText: true });
});

test("an explanation is read no more widely than it is shown, nor than its position is; narrowing reaches back", async () => {
  const desk = await standing("public");
  await explain(desk.signer, toInput(desk, { visibility: "convener" }), 0);
  expect(await seenBy(desk.reader, desk)).toBeNull();
  expect(await seenBy(desk.drafter, desk)).not.toBeNull();
  await explain(desk.signer, toInput(desk, { en: "In public.", visibility: "public" }), 1);
  expect((await listExplanationSteps(desk.reader, { ...desk.positionPath, limit: 10 })).total).toBe(1);
  await explain(desk.signer, toInput(desk, { en: "At home.", visibility: "organization" }), 2);
  expect((await listExplanationSteps(desk.reader, { ...desk.positionPath, limit: 10 })).total).toBe(0);
  await explain(desk.signer, toInput(desk, { en: "For all.", visibility: "public" }), 3);
  await changeVisibility(desk.signer, { ...desk.positionPath, visibility: "organization" }, null);
  await expect(listExplanationSteps(desk.reader, { ...desk.positionPath, limit: 10 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("where two sign for an organization, the first signature explains nothing to others", async () => {
  const desk = await standing("network", true);
  await explain(desk.signer, toInput(desk), 0);
  expect(await seenBy(desk.reader, desk)).toBeNull();
  expect((await readOwnAnnotations(desk.drafter, desk.positionPath, "en")).explaining).toMatchObject({
    waitingText: { en: "We train observers." },
    waiting: { mine: false },
  });
  await explain(await as(await given.signatory(desk.organization)), toInput(desk), 1);
  expect(await seenBy(desk.reader, desk)).toMatchObject({ text: { en: "We train observers." } });
});
