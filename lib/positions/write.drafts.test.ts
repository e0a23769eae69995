import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { visibilities } from "./constants";
import { getPosition, listPositions } from "./read";
import { getHistory } from "./read.history";
import { isWider, replay } from "./rules";
import { draftInput, type PositionKey, type Stance, type Visibility } from "./schema";
import { discardDraft, saveDraft, submitDraft } from "./write.drafts";
import { signOff } from "./write.signing";
import { changeVisibility, withdraw } from "./write.visibility";

const draftOf = (positionPath: PositionKey, stance: Stance = "support", visibility: Visibility = "network") =>
  draftInput.parse({ ...positionPath, stance, rationale: { en: "Because." }, visibility });

const reasonOf = (error: unknown) => (error instanceof Refusal ? `${error.code} ${error.reason}` : String(error));

async function outcomes(works: Promise<unknown>[]) {
  const settled = await Promise.allSettled(works);
  return settled.map((it) => (it.status === "fulfilled" ? "done" : reasonOf(it.reason))).sort();
}

const readHead = ({ organization, proposition }: PositionKey) =>
  db.position.findFirstOrThrow({
    where: { organization: { slug: organization }, proposition: { slug: proposition } },
    include: { revisions: { orderBy: { number: "asc" } }, steps: { orderBy: { number: "asc" } } },
  });

test("of eight signatures at once, one stands and seven are told that it changed", async () => {
  const { positionPath, drafter, signer } = await given.desk();
  await saveDraft(drafter, draftOf(positionPath), null);
  const racing = Array.from({ length: 8 }, () => signOff(signer, { ...positionPath, decision: "sign_off" }, 1));
  const changed = "PRECONDITION_FAILED changedMeanwhile";
  expect(await outcomes(racing)).toEqual([...Array<string>(7).fill(changed), "done"].sort());
  const { steps, version } = await readHead(positionPath);
  expect(steps.map((it) => it.kind)).toEqual(["drafted", "submitted", "signed_off"]);
  expect(version).toBe(2);
});

test("of eight first drafts at once, one is written", async () => {
  const { positionPath, drafter } = await given.desk();
  const racing = Array.from({ length: 8 }, () => saveDraft(drafter, draftOf(positionPath), null));
  expect((await outcomes(racing)).filter((it) => it === "done")).toHaveLength(1);
  expect((await readHead(positionPath)).revisions).toHaveLength(1);
});

test("sixteen people on one draft lose no update: each writes over what they saw, or is told", async () => {
  const { positionPath, drafter } = await given.desk();
  await saveDraft(drafter, draftOf(positionPath), null);
  const racing = Array.from({ length: 16 }, () => saveDraft(drafter, draftOf(positionPath, "oppose"), 1));
  expect((await outcomes(racing)).filter((it) => it === "done")).toHaveLength(1);
  const stale = saveDraft(drafter, draftOf(positionPath), 1);
  await expect(stale).rejects.toMatchObject({ code: "PRECONDITION_FAILED", facts: { current: 2 } });
});

test("the application cannot change what was said, nor take back what happened", async () => {
  const { positionPath, drafter } = await given.desk();
  await saveDraft(drafter, draftOf(positionPath), null);
  const { id } = await readHead(positionPath);
  const denied = /permission denied/;
  const refused = (sql: string) => expect(db.$executeRawUnsafe(sql, id)).rejects.toThrow(denied);
  await refused(`UPDATE "PositionRevision" SET "rationaleEn" = 'Other' WHERE "positionId" = $1::uuid`);
  await refused(`UPDATE "PositionRevision" SET "stance" = 'oppose' WHERE "positionId" = $1::uuid`);
  await refused(`DELETE FROM "PositionRevision" WHERE "positionId" = $1::uuid`);
  await refused(`UPDATE "PositionStep" SET "kind" = 'signed_off' WHERE "positionId" = $1::uuid`);
  await refused(`DELETE FROM "PositionStep" WHERE "positionId" = $1::uuid`);
  await refused(`DELETE FROM "PropositionVersion" WHERE "propositionId" = $1::uuid`);
  await refused(`UPDATE "PropositionVersion" SET "statementEn" = 'Other' WHERE "propositionId" = $1::uuid`);
});

// Attack 2: another organization's position.
test("a draft is nothing to another organization, by id, list, history, count or tag", async () => {
  const { positionPath, drafter, signer, proposition } = await given.desk();
  const convener = await as(await given.convener(await given.organization()));
  const list = { proposition: proposition.slug, limit: 100 };
  const nothing = async () => {
    for (const viewer of [convener, await as(null)]) {
      await expect(getPosition(viewer, positionPath)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getHistory(viewer, { ...positionPath, limit: 100 })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listPositions(viewer, list, "en")).toEqual({ items: [], nextCursor: null, total: 0 });
    }
  };
  await saveDraft(drafter, draftOf(positionPath, "oppose", "public"), null);
  await nothing();
  await submitDraft(drafter, positionPath, 1);
  await nothing();
  await signOff(signer, { ...positionPath, decision: "return", note: "Shorter." }, 2);
  await nothing();
  await saveDraft(drafter, draftOf(positionPath), 3);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 4);

  const before = await getPosition(convener, positionPath);
  const told = await getHistory(convener, { ...positionPath, limit: 100 });
  await saveDraft(drafter, draftOf(positionPath, "oppose", "public"), 5);
  expect(await getPosition(convener, positionPath)).toEqual(before);
  // The draft that was returned before has left no gap to count.
  expect(before).toMatchObject({ version: 1, draft: null, standing: { stance: "support", revision: 1 } });
  expect(told.items.map((it) => it.text.revision)).toEqual([1]);
  expect(await getHistory(convener, { ...positionPath, limit: 100 })).toEqual(told);
  expect((await getPosition(drafter, positionPath)).draft?.stance).toBe("oppose");
});

test("what is not one's own answers as if it were absent, and is refused where it can be read", async () => {
  const { positionPath, drafter, signer } = await given.desk();
  const stranger = await as(await given.signatory(await given.organization()));
  const tries = () => [
    saveDraft(stranger, draftOf(positionPath), null),
    submitDraft(stranger, positionPath, null),
    discardDraft(stranger, positionPath, null),
    signOff(stranger, { ...positionPath, decision: "sign_off" }, 1),
    withdraw(stranger, positionPath, null),
    changeVisibility(stranger, { ...positionPath, visibility: "public" }, null),
  ];
  expect(new Set(await outcomes(tries()))).toEqual(new Set(["NOT_FOUND noSuchPosition"]));
  await saveDraft(drafter, draftOf(positionPath), null);
  expect(new Set(await outcomes(tries()))).toEqual(new Set(["NOT_FOUND noSuchPosition"]));
  await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  expect(new Set(await outcomes(tries()))).toEqual(new Set(["FORBIDDEN notASignatory", "FORBIDDEN notDrafter"]));
  expect((await readHead(positionPath)).version).toBe(2);
});

test("whatever is done in whatever order, the history replays to the present and nothing older is wider", async () => {
  const acts = ["draft", "submit", "sign", "giveBack", "discard", "withdraw", "show"] as const;
  const command = fc.record({ act: fc.constantFrom(...acts), visibility: fc.constantFrom(...visibilities) });
  const property = fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 20 }), async (commands) => {
    const { positionPath, drafter, signer } = await given.desk();
    await saveDraft(drafter, draftOf(positionPath), null);
    for (const { act, visibility } of commands) {
      const { version } = await readHead(positionPath);
      await perform(act, { place: positionPath, drafter, signer, visibility, version }).catch((error) => {
        if (!(error instanceof Refusal)) throw error;
      });
      const { steps, revisions, ...head } = await readHead(positionPath);
      const { standing, draft, draftState } = head;
      expect(replay(steps)).toEqual({ standing, draft, draftState });
      const stands = revisions.find((it) => it.number === standing);
      if (stands)
        expect(revisions.filter((it) => it.signedOffAt && isWider(it.visibility, stands.visibility))).toEqual([]);
      if (stands) expect(stands.signedOffAt).not.toBeNull();
      // What stood has an end, and nothing else has one.
      const stood = steps.filter((it) => it.kind === "signed_off" || it.kind === "confirmed").map((it) => it.revision);
      for (const { number, signedOffAt, stoodUntil } of revisions) {
        expect([signedOffAt !== null, stoodUntil !== null]).toEqual([
          stood.includes(number),
          stood.includes(number) && number !== standing,
        ]);
      }
    }
  });
  await fc.assert(property, { seed: 2007, numRuns: 8 });
}, 60_000);

type Situation = { place: PositionKey; drafter: Viewer; signer: Viewer; visibility: Visibility; version: number };

async function perform(act: string, { place: positionPath, drafter, signer, visibility, version }: Situation) {
  if (act === "draft") return saveDraft(drafter, draftOf(positionPath, "oppose", visibility), version);
  if (act === "submit") return submitDraft(drafter, positionPath, version);
  if (act === "discard") return discardDraft(drafter, positionPath, version);
  if (act === "withdraw") return withdraw(signer, positionPath, version);
  if (act === "show") return changeVisibility(signer, { ...positionPath, visibility }, version);
  return signOff(signer, { ...positionPath, decision: act === "sign" ? "sign_off" : "return" }, version);
}
