import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { getTalkingPoint } from "./read.detail";
import { endorsementInput } from "./schema.endorsements";
import { confirmEndorsement, endorse, withdrawEndorsement } from "./write.endorsements";
import { judgeParity } from "./write.parity";
import { postVersion } from "./write.versions";

test("an endorsement belongs to exact words: changed, they ask each endorser again, and nothing moves", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const shown = await answerFor(signer, point.id, other);
  await endorse(signer, shown);
  expect(await refusalOf(endorse(signer, shown))).toBe("CONFLICT answerUnchanged");
  const before = await getTalkingPoint(writer, point.id);
  const posted = rewrite(before, lead, { clauses: { "clause-1": { en: "Other words.", fr: "D’autres mots." } } });
  await postVersion(writer, posted, before.version);
  expect(await refusalOf(postVersion(writer, posted, before.version))).toBe("PRECONDITION_FAILED changedMeanwhile");

  const after = await getTalkingPoint(signer, point.id);
  expect(after.answers).toMatchObject({ endorse: 0, to_confirm: 1 });
  expect(after.endorsements).toMatchObject([{ version: 1, digest: point.digest, current: false }]);
  expect(after.viewer.needs).toEqual([other.slug]);
  expect(await refusalOf(endorse(signer, shown))).toBe("CONFLICT textChanged");
  const confirming = { id: point.id, organization: other.slug, version: 2, digest: after.digest };
  // The clause that was rewritten waits for a second reader; the other one is as it was compared.
  expect(after.text.clauses.map(({ parity }) => [parity.state, parity.judgedVersion])).toEqual([
    ["pending", null],
    ["equal", 1],
  ]);
  expect(await refusalOf(confirmEndorsement(signer, confirming))).toBe("CONFLICT parityPending");
  await judgeParity(signer, { id: point.id, number: 2, clause: "clause-1", onBehalfOf: other.slug, parity: "equal" });
  expect(await refusalOf(confirmEndorsement(signer, { ...confirming, version: 1, digest: point.digest }))).toBe(
    "CONFLICT textChanged",
  );
  await confirmEndorsement(signer, confirming);
  expect(await refusalOf(confirmEndorsement(signer, confirming))).toBe("CONFLICT answerUnchanged");
  const confirmed = await getTalkingPoint(signer, point.id);
  expect(confirmed.answers).toMatchObject({ endorse: 1, to_confirm: 0 });
  await withdrawEndorsement(signer, { id: point.id, organization: other.slug });
  expect((await getTalkingPoint(writer, point.id)).answers).toMatchObject({ endorse: 0, to_confirm: 0 });
  expect(await refusalOf(withdrawEndorsement(signer, { id: point.id, organization: other.slug }))).toBe(
    "CONFLICT notEndorsed",
  );
  const steps = await db.endorsementStep.findMany({ where: { talkingPointId: point.id }, orderBy: { number: "asc" } });
  expect(steps.map(({ kind, version }) => [kind, version])).toEqual([
    ["given", 1],
    ["confirmed", 2],
    ["withdrawn", 2],
  ]);
});

test("where two sign, the first signature counts for nothing, and the second is another person’s for the same answer", async () => {
  const { other, point, lead } = await pointWorld();
  const joint = await given.organization({ signOffKind: "joint" });
  const [one, two] = [await as(await given.signatory(joint)), await as(await given.signatory(joint))];
  const answer = await answerFor(one, point.id, joint);
  await endorse(one, answer);
  const reader = await as(await given.signatory(other));
  expect((await getTalkingPoint(reader, point.id)).endorsements).toEqual([]);
  const [mine] = (await getTalkingPoint(one, point.id)).viewer.organizations;
  expect(mine).toMatchObject({ answer: null, signatures: 2, waiting: { response: "endorse", mine: true } });
  expect(await refusalOf(endorse(one, answer))).toBe("CONFLICT secondSignatory");
  await endorse(two, { ...answer, usage: "will_not_contradict" });
  expect((await getTalkingPoint(reader, point.id)).endorsements).toEqual([]);
  await endorse(one, { ...answer, usage: "will_not_contradict" });
  expect((await getTalkingPoint(reader, point.id)).endorsements).toMatchObject([{ usage: "will_not_contradict" }]);
  // An objection protects: one signature is enough.
  await endorse(two, { ...answer, response: "object", reason: { en: "Not in our name." } });
  expect((await getTalkingPoint(reader, point.id)).endorsements).toMatchObject([{ response: "object" }]);
  expect(lead.slug).not.toBe(joint.slug);
});

test("a network that compares its languages before the release takes answers while one waits for the other", async () => {
  const { other, signer, point } = await pointWorld({ equal: false });
  const answer = await answerFor(signer, point.id, other);
  expect(await refusalOf(endorse(signer, answer))).toBe("CONFLICT parityPending");
  await db.network.update({ where: { id: 1 }, data: { parityRule: "before_release" } });
  try {
    expect((await getTalkingPoint(signer, point.id)).obstacle).toBeNull();
    await endorse(signer, answer);
  } finally {
    await db.network.update({ where: { id: 1 }, data: { parityRule: "before_endorsement" } });
  }
  expect(await getTalkingPoint(signer, point.id)).toMatchObject({ equal: false, answers: { endorse: 1 } });
});

test("an answer names clauses and words that are there; a name for the public takes the power to sign publicly", async () => {
  const { other, signer, point } = await pointWorld();
  const quiet = await as(await given.signatory(other, { powers: ["draft", "endorse"] }));
  const answer = await answerFor(signer, point.id, other);
  expect(await refusalOf(endorse(signer, { ...answer, clauses: ["clause-9"] }))).toBe("BAD clauses notInText");
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  const anchored = (en: string) => ({ ...answer, ...reserved, anchor: { clause: "clause-1", text: { en } } });
  expect(await refusalOf(endorse(signer, anchored("words that are not there")))).toBe("BAD anchor notInText");
  expect(await refusalOf(endorse(quiet, { ...answer, publicly: true }))).toBe("FORBIDDEN publicNeedsMandate");
  await endorse(signer, { ...anchored("Clause 1"), clauses: ["clause-1"], publicly: true });
  expect((await getTalkingPoint(signer, point.id)).endorsements).toMatchObject([
    { clauses: ["clause-1"], anchor: { clause: "clause-1", text: { en: "Clause 1" } }, publicly: true },
  ]);
  for (const wrong of [
    { response: "endorse_with_reservation" },
    { response: "endorse", reservation: { en: "Except." } },
    { response: "object" },
    { response: "endorse_with_reservation", reservation: { en: "word ".repeat(151) } },
  ])
    expect(endorsementInput.safeParse({ ...answer, ...wrong }).success).toBe(false);
});

test("an answer that names words which are gone is given anew: nobody confirms what it no longer fits", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  await endorse(signer, { ...(await answerFor(signer, point.id, other)), clauses: ["clause-2"] });
  const before = await getTalkingPoint(writer, point.id);
  await postVersion(writer, rewrite(before, lead, { clauses: { "clause-2": null } }), before.version);
  const { number: version, digest, viewer } = await getTalkingPoint(signer, point.id);
  expect(viewer.organizations[0]?.mayConfirm).toBe(false);
  expect(await refusalOf(confirmEndorsement(signer, { id: point.id, organization: other.slug, version, digest }))).toBe(
    "CONFLICT answerNamesOtherText",
  );
});

test("an answer to words that were replaced is handed the words in force, in both languages", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const shown = await answerFor(signer, point.id, other);
  const before = await getTalkingPoint(writer, point.id);
  const clause = { "clause-1": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses: clause }), before.version);
  const { digest } = await getTalkingPoint(signer, point.id);
  await expect(endorse(signer, shown)).rejects.toMatchObject({
    ...{ code: "CONFLICT", reason: "textChanged" },
    facts: {
      ...{ version: 2, digest },
      textEn: expect.stringContaining("1. Other words."),
      textFr: expect.stringContaining("1. D’autres mots."),
    },
  });
});
