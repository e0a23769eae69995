import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { getPosition } from "./read";
import { getHistory } from "./read.history";
import { replay } from "./rules";
import { draftInput, type PositionKey } from "./schema";
import { saveDraft, submitDraft } from "./write.drafts";
import { reaffirm, signOff, withdraw } from "./write.signing";

const draftOf = (place: PositionKey, more: object = {}) =>
  draftInput.parse({ ...place, stance: "support", rationale: { en: "Because." }, ...more });
const kindsOf = async (place: PositionKey) => (await readHead(place)).steps.map((it) => it.kind);
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
  const { positionPath: place, drafter, signer, second } = await jointDesk();
  await saveDraft(drafter, draftOf(place), null);
  await signOff(signer, { ...place, decision: "sign_off" }, 1);
  const once = await getPosition(signer, place);
  expect(once).toMatchObject({
    standing: null,
    draft: { state: "signed_once", signatures: 2, signedOnceBy: signer.name },
  });
  expect([once.viewer.maySignOff, (await getPosition(second, place)).viewer.maySignOff]).toEqual([false, true]);
  await expect(signOff(signer, { ...place, decision: "sign_off" }, 2)).rejects.toMatchObject({
    reason: "secondSignatory",
  });
  await signOff(second, { ...place, decision: "sign_off" }, 2);
  expect((await getPosition(second, place)).standing).toMatchObject({ stance: "support" });
  expect(await kindsOf(place)).toEqual(["drafted", "submitted", "signed_once", "signed_off"]);
});

test("a first signature belongs to the words it was given under: other words need two again", async () => {
  const { positionPath: place, drafter, signer, second } = await jointDesk();
  await saveDraft(drafter, draftOf(place), null);
  await signOff(signer, { ...place, decision: "sign_off" }, 1);
  await saveDraft(drafter, draftOf(place, { stance: "oppose" }), 2);
  await signOff(second, { ...place, decision: "sign_off" }, 3);
  expect(await getPosition(drafter, place)).toMatchObject({ standing: null, draft: { signedOnceBy: second.name } });
});

test("of a first signature others see nothing", async () => {
  const { positionPath: place, drafter, signer } = await jointDesk();
  await saveDraft(drafter, draftOf(place), null);
  await signOff(signer, { ...place, decision: "sign_off" }, 1);
  const stranger = await as(await given.memberOf(await given.organization()));
  await expect(getPosition(stranger, place)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getHistory(stranger, { ...place, limit: 100 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("under other words of the proposition a position is marked until a signatory confirms it, in the same words", async () => {
  const { positionPath: place, proposition, drafter, signer } = await given.desk();
  await saveDraft(drafter, draftOf(place), null);
  await signOff(signer, { ...place, decision: "sign_off" }, 1);
  await expect(reaffirm(signer, place, 2)).rejects.toMatchObject({ code: "CONFLICT", reason: "nothingToConfirm" });
  await given.rewording(proposition);
  const marked = await getPosition(signer, place);
  expect(marked).toMatchObject({ standing: { earlierWording: true }, viewer: { mayConfirm: true } });
  await expect(reaffirm(drafter, place, 2)).rejects.toMatchObject({ code: "FORBIDDEN", reason: "notASignatory" });
  await expect(reaffirm(signer, place, 1)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  await reaffirm(signer, place, 2);
  const confirmed = await getPosition(signer, place);
  expect(confirmed.standing).toMatchObject({
    earlierWording: false,
    propositionVersion: 2,
    rationale: { en: "Because." },
  });
  expect(confirmed.viewer.mayConfirm).toBe(false);
  const others = await as(await given.memberOf(await given.organization()));
  const told = await getHistory(others, { ...place, limit: 100 });
  expect(told.items.map((it) => [it.kind, it.text.propositionVersion])).toEqual([
    ["confirmed", 2],
    ["signed_off", 1],
  ]);
});

test("past its review date a position is confirmed for a year more, and a draft beside it is not touched", async () => {
  const { positionPath: place, organization, proposition, drafter, signer } = await given.desk();
  await given.standing({ organization, proposition, reviewBy: "2026-01-01" });
  await saveDraft(drafter, draftOf(place, { stance: "oppose" }), 3);
  expect((await getPosition(signer, place)).stale).toBe(true);
  await reaffirm(signer, { ...place, note: "Looked at by the board." }, 4);
  expect(await getPosition(signer, place)).toMatchObject({
    stale: false,
    standing: { stance: "support" },
    draft: { stance: "oppose" },
  });
});

test("where two sign, two confirm", async () => {
  const { positionPath: place, organization, proposition, signer, second } = await jointDesk();
  const { version } = await given.standing({ organization, proposition, reviewBy: "2026-01-01" });
  await reaffirm(signer, place, version);
  expect(await getPosition(signer, place)).toMatchObject({
    stale: true,
    draft: { state: "signed_once" },
    viewer: { mayConfirm: false },
  });
  await expect(reaffirm(second, place, version + 1)).rejects.toMatchObject({ reason: "draftInTheWay" });
  await signOff(second, { ...place, decision: "sign_off" }, version + 1);
  expect(await getPosition(signer, place)).toMatchObject({ stale: false, draft: null });
});

test("since when and until when somebody is undecided goes with that stance alone", async () => {
  const { positionPath: place, drafter } = await given.desk();
  const told = {
    stance: "undecided",
    undecidedSince: "2026-01-10",
    decideBy: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
  };
  await saveDraft(drafter, draftOf(place, told), null);
  expect((await getPosition(drafter, place)).draft).toMatchObject(told);
  const refused = draftInput.safeParse({ ...place, stance: "oppose", decideBy: told.decideBy });
  expect(refused.error?.issues.map((it) => [it.path.join("."), it.message])).toEqual([
    ["decideBy", "onlyWhileUndecided"],
  ]);
});

test("whatever two signatories do in whatever order, nothing stands without both, and the history replays", async () => {
  const acts = ["draft", "submit", "signer", "second", "confirm", "withdraw", "reword"] as const;
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom(...acts), { minLength: 8, maxLength: 18 }),
    async (commands) => {
      const { positionPath: place, proposition, drafter, signer, second } = await jointDesk();
      await saveDraft(drafter, draftOf(place), null);
      for (const act of commands) {
        const { version } = await readHead(place);
        await perform(act, { place, proposition, drafter, signer, second, version }).catch((error) => {
          if (!(error instanceof Refusal)) throw error;
        });
        const { steps, revisions, standing, draft, draftState } = await readHead(place);
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

async function perform(act: string, { place, proposition, drafter, signer, second, version }: Situation) {
  if (act === "draft") return saveDraft(drafter, draftOf(place, { stance: "oppose" }), version);
  if (act === "submit") return submitDraft(drafter, place, version);
  if (act === "confirm") return reaffirm(signer, place, version);
  if (act === "withdraw") return withdraw(second, place, version);
  if (act === "reword") return given.rewording(proposition);
  return signOff(act === "signer" ? signer : second, { ...place, decision: "sign_off" }, version);
}
