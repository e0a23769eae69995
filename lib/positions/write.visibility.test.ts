import { expect, test } from "vitest";
import { as, given } from "@/tests/support/builders";
import { draftOf, historyOf, otherMember, sign, takenBackFrom } from "@/tests/support/signing-desk";
import { getPosition } from "./read";
import type { Visibility } from "./schema";
import { saveDraft } from "./write.drafts";
import { signOff } from "./write.signing";
import { changeVisibility, withdraw } from "./write.visibility";

test("withdrawn or narrowed: others are told the same, now, on every day and by every address", async () => {
  const other = await otherMember();
  const told: unknown[] = [];
  for (const act of ["withdraw", "narrow"] as const) {
    const desk = await given.desk();
    const key = desk.positionPath;
    await sign(desk, "support", "network");
    await sign(desk, "oppose", "network");
    expect(await historyOf(other, key)).toHaveLength(2);
    if (act === "withdraw") await withdraw(desk.signer, { ...key, note: "The board asked for it." }, null);
    else await changeVisibility(desk.signer, { ...key, visibility: "organization" }, null);
    await expect(getPosition(other, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(historyOf(other, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await takenBackFrom(desk)).toEqual(["convener", "network"]);
    // And shown again: widened as it was, or drafted and signed anew in the same words.
    if (act === "withdraw") await sign(desk, "oppose", "network");
    else await changeVisibility(desk.signer, { ...key, visibility: "network" }, null);
    const { standing, version } = await getPosition(other, key);
    const history = await historyOf(other, key);
    expect(history[0]?.at).toBe(standing?.since);
    const days = standing?.since.slice(0, 10);
    told.push({
      version,
      standing: { ...standing, since: days },
      history: history.map((it) => ({ ...it, at: it.at.slice(0, 10) })),
    });
  }
  expect(told[1]).toEqual(told[0]);
});

test("withdrawn, a position stays whole for its own people, who read what was said and who took it back", async () => {
  const desk = await given.desk();
  await sign(desk, "oppose", "network");
  await withdraw(desk.signer, { ...desk.positionPath, note: "The board asked for it." }, null);
  const [last, first] = await historyOf(desk.drafter, desk.positionPath);
  expect(last).toMatchObject({
    ...{ kind: "withdrawn", actor: desk.signer.name, note: "The board asked for it.", text: { stance: "oppose" } },
    ...{ visibilityFrom: "network", visibilityTo: "organization" },
  });
  expect(first).toMatchObject({ kind: "signed_off" });
  await expect(withdraw(desk.signer, desk.positionPath, null)).rejects.toMatchObject({ reason: "nothingStands" });
});

test("widening shows what stands and never an older text", async () => {
  const desk = await given.desk();
  const other = await otherMember();
  await sign(desk, "support", "organization");
  await sign(desk, "oppose", "organization");
  expect(await takenBackFrom(desk), "nobody had read it").toEqual([]);
  await changeVisibility(desk.signer, { ...desk.positionPath, visibility: "network" }, null);
  const told = await historyOf(other, desk.positionPath);
  expect(told.map((it) => [it.kind, it.text.stance, it.visibilityTo])).toEqual([["signed_off", "oppose", null]]);
  const own = await historyOf(desk.drafter, desk.positionPath);
  expect(own[0]).toMatchObject({ kind: "visibility_changed", visibilityFrom: "organization", visibilityTo: "network" });
  expect((await getPosition(desk.drafter, desk.positionPath)).standing).toMatchObject({
    stance: "oppose",
    revision: 3,
  });
});

test("signing a narrower text narrows what came before it", async () => {
  const desk = await given.desk();
  await sign(desk, "support", "public");
  await sign(desk, "oppose", "network");
  await expect(historyOf(await as(null), desk.positionPath)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await historyOf(await otherMember(), desk.positionPath)).toHaveLength(2);
  expect(await takenBackFrom(desk)).toEqual(["public"]);
});

test("after a withdrawal nothing is left to narrow, and nothing can be widened", async () => {
  const desk = await given.desk();
  await sign(desk, "support", "network");
  await withdraw(desk.signer, desk.positionPath, null);
  const change = (visibility: Visibility) => changeVisibility(desk.signer, { ...desk.positionPath, visibility }, null);
  await expect(change("public")).rejects.toMatchObject({ reason: "notTheStandingText" });
  await expect(change("organization")).rejects.toMatchObject({ reason: "sameVisibility" });
  expect((await getPosition(desk.signer, desk.positionPath)).viewer).toMatchObject({
    mayNarrow: false,
    mayWiden: false,
  });
});

test("a draft that waited while its position was widened is what others read once it is signed", async () => {
  const desk = await given.desk();
  const { positionPath, drafter, signer } = desk;
  await sign(desk, "support", "organization");
  await saveDraft(drafter, draftOf(positionPath, "oppose", "convener"), 2);
  await changeVisibility(signer, { ...positionPath, visibility: "network" }, 3);
  const { version } = await getPosition(drafter, positionPath);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, version);
  const [last] = await historyOf(drafter, positionPath);
  expect(last).toMatchObject({ kind: "signed_off", text: { stance: "oppose" } });
  // The widest that can be chosen next is told from what was signed last, not from the highest number.
  await expect(changeVisibility(signer, { ...positionPath, visibility: "convener" }, null)).rejects.toMatchObject({
    reason: "sameVisibility",
  });
});
