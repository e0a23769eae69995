import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { getPosition } from "./read";
import { getHistory } from "./read.history";
import { replay } from "./rules";
import { draftInput, type PositionKey } from "./schema";
import { saveDraft, submitDraft } from "./write.drafts";
import { reaffirm, signOff } from "./write.signing";
import { withdraw } from "./write.visibility";

const draftOf = (positionPath: PositionKey, more: object = {}) =>
  draftInput.parse({ ...positionPath, stance: "support", rationale: { en: "Because." }, ...more });
const kindsOf = async (positionPath: PositionKey) => (await readHead(positionPath)).steps.map((it) => it.kind);
const readHead = ({ organization, proposition }: PositionKey) =>
  db.position.findFirstOrThrow({
    where: { organization: { slug: organization }, proposition: { slug: proposition } },
    include: { revisions: { orderBy: { number: "asc" } }, steps: { orderBy: { number: "asc" } } },
  });
const jointDesk = async () => {
  const desk = await given.desk({ organization: { signOffKind: "joint" } });
  return { ...desk, second: await as(await given.signatory(desk.organization)) };
};

test("where two sign, one signature makes nothing stand, and the same person's second one is turned away", async () => {
  const { positionPath, drafter, signer, second } = await jointDesk();
  await saveDraft(drafter, draftOf(positionPath), null);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  const once = await getPosition(signer, positionPath);
  expect(once).toMatchObject({
    standing: null,
    draft: { state: "signed_once", signatures: 2, signedOnceBy: signer.name },
  });
  expect([once.viewer.maySignOff, (await getPosition(second, positionPath)).viewer.maySignOff]).toEqual([false, true]);
  await expect(signOff(signer, { ...positionPath, decision: "sign_off" }, 2)).rejects.toMatchObject({
    reason: "secondSignatory",
  });
  await signOff(second, { ...positionPath, decision: "sign_off" }, 2);
  expect((await getPosition(second, positionPath)).standing).toMatchObject({ stance: "support" });
  expect(await kindsOf(positionPath)).toEqual(["drafted", "submitted", "signed_once", "signed_off"]);
});

test("a first signature belongs to the words it was given under: other words need two again", async () => {
  const { positionPath, drafter, signer, second } = await jointDesk();
  await saveDraft(drafter, draftOf(positionPath), null);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  await saveDraft(drafter, draftOf(positionPath, { stance: "oppose" }), 2);
  await signOff(second, { ...positionPath, decision: "sign_off" }, 3);
  expect(await getPosition(drafter, positionPath)).toMatchObject({
    standing: null,
    draft: { signedOnceBy: second.name },
  });
});

test("of a first signature others see nothing", async () => {
  const { positionPath, drafter, signer } = await jointDesk();
  await saveDraft(drafter, draftOf(positionPath), null);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  const stranger = await as(await given.memberOf(await given.organization()));
  await expect(getPosition(stranger, positionPath)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getHistory(stranger, { ...positionPath, limit: 100 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("under other words of the proposition a position is marked until a signatory confirms it, in the same words", async () => {
  const { positionPath, proposition, drafter, signer } = await given.desk();
  await saveDraft(drafter, draftOf(positionPath), null);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  await expect(reaffirm(signer, positionPath, 2)).rejects.toMatchObject({
    code: "CONFLICT",
    reason: "nothingToConfirm",
  });
  await given.rewording(proposition);
  const marked = await getPosition(signer, positionPath);
  expect(marked).toMatchObject({ standing: { earlierWording: true }, viewer: { mayConfirm: true } });
  await expect(reaffirm(drafter, positionPath, 2)).rejects.toMatchObject({
    code: "FORBIDDEN",
    reason: "notASignatory",
  });
  await expect(reaffirm(signer, positionPath, 1)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  await reaffirm(signer, positionPath, 2);
  const confirmed = await getPosition(signer, positionPath);
  expect(confirmed.standing).toMatchObject({
    earlierWording: false,
    propositionVersion: 2,
    rationale: { en: "Because." },
  });
  expect(confirmed.viewer.mayConfirm).toBe(false);
  const others = await as(await given.memberOf(await given.organization()));
  const told = await getHistory(others, { ...positionPath, limit: 100 });
  expect(told.items.map((it) => [it.kind, it.text.propositionVersion])).toEqual([
    ["confirmed", 2],
    ["signed_off", 1],
  ]);
});

test("past its review date a position is confirmed for a year more, and a draft beside it is not touched", async () => {
  const { positionPath, organization, proposition, drafter, signer } = await given.desk();
  await given.standing({ organization, proposition, reviewBy: "2026-01-01" });
  await saveDraft(drafter, draftOf(positionPath, { stance: "oppose" }), 3);
  expect((await getPosition(signer, positionPath)).stale).toBe(true);
  await reaffirm(signer, { ...positionPath, note: "Looked at by the board." }, 4);
  expect(await getPosition(signer, positionPath)).toMatchObject({
    stale: false,
    standing: { stance: "support" },
    draft: { stance: "oppose" },
  });
});

test("where two sign, two confirm", async () => {
  const { positionPath, organization, proposition, signer, second } = await jointDesk();
  const { version } = await given.standing({ organization, proposition, reviewBy: "2026-01-01" });
  await reaffirm(signer, positionPath, version);
  expect(await getPosition(signer, positionPath)).toMatchObject({
    stale: true,
    draft: { state: "signed_once" },
    viewer: { mayConfirm: false },
  });
  await expect(reaffirm(second, positionPath, version + 1)).rejects.toMatchObject({ reason: "draftInTheWay" });
  await signOff(second, { ...positionPath, decision: "sign_off" }, version + 1);
  expect(await getPosition(signer, positionPath)).toMatchObject({ stale: false, draft: null });
});

test("since when and until when somebody is undecided goes with that stance alone", async () => {
  const { positionPath, drafter } = await given.desk();
  const told = {
    stance: "undecided",
    undecidedSince: "2026-01-10",
    decideBy: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
  };
  await saveDraft(drafter, draftOf(positionPath, told), null);
  expect((await getPosition(drafter, positionPath)).draft).toMatchObject(told);
  const refused = draftInput.safeParse({ ...positionPath, stance: "oppose", decideBy: told.decideBy });
  expect(refused.error?.issues.map((it) => [it.path.join("."), it.message])).toEqual([
    ["decideBy", "onlyWhileUndecided"],
  ]);
});

test("whatever two signatories do in whatever order, nothing stands without both, and the history replays", async () => {
  const acts = ["draft", "submit", "signer", "second", "confirm", "withdraw", "reword"] as const;
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom(...acts), { minLength: 8, maxLength: 18 }),
    async (commands) => {
      const { positionPath, proposition, drafter, signer, second } = await jointDesk();
      await saveDraft(drafter, draftOf(positionPath), null);
      for (const act of commands) {
        const { version } = await readHead(positionPath);
        await perform(act, { place: positionPath, proposition, drafter, signer, second, version }).catch((error) => {
          if (!(error instanceof Refusal)) throw error;
        });
        const { steps, revisions, standing, draft, draftState } = await readHead(positionPath);
        expect(replay(steps)).toEqual({ standing, draft, draftState });
        for (const { number } of revisions.filter((it) => it.signedOffAt !== null)) {
          const signed = steps.filter((it) => it.revision === number && /^signed/.test(it.kind));
          expect(new Set(signed.map((it) => it.actorId)).size).toBe(2);
        }
      }
    },
  );
  await fc.assert(property, { seed: 2007, numRuns: 6 });
}, 60_000);

type Situation = {
  place: PositionKey;
  proposition: { id: string; slug: string };
  version: number;
  drafter: Viewer;
  signer: Viewer;
  second: Viewer;
};

async function perform(act: string, { place: positionPath, proposition, drafter, signer, second, version }: Situation) {
  if (act === "draft") return saveDraft(drafter, draftOf(positionPath, { stance: "oppose" }), version);
  if (act === "submit") return submitDraft(drafter, positionPath, version);
  if (act === "confirm") return reaffirm(signer, positionPath, version);
  if (act === "withdraw") return withdraw(second, positionPath, version);
  if (act === "reword") return given.rewording(proposition);
  return signOff(act === "signer" ? signer : second, { ...positionPath, decision: "sign_off" }, version);
}
