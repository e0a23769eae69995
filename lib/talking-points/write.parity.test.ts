import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addParity } from "@/prisma/seed/build-talking-point";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { getTalkingPoint } from "./read.detail";
import { endorse } from "./write.endorsements";
import { judgeParity } from "./write.parity";
import { postVersion } from "./write.versions";

const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: new Date() };
const daysAgo = (days: number) => ({ by: randomUUID(), at: new Date(Date.now() - days * 86_400_000), mandate });

test("a dispute that is ended and begun again holds up no answer anew, nor in a version that keeps these words", async () => {
  const { lead, other, writer, signer, point } = await pointWorld({
    change: (built) => {
      // Long over: whatever days are closed, two working days have passed.
      for (const it of built.parity) it.at = daysAgo(30).at;
      const of = { organizationId: built.point.proposedById, version: 1, clauseKey: "clause-1" };
      addParity(built, { ...of, parity: "disputed", reasonEn: "They part." }, daysAgo(29));
      addParity(built, { ...of, parity: "equal" }, daysAgo(28));
    },
  });
  const judging = { id: point.id, clause: "clause-1", onBehalfOf: other.slug };
  const dispute = (number: number) =>
    judgeParity(signer, { ...judging, number, parity: "disputed", reason: { en: "They part again." } });
  const waits = async () =>
    (await getTalkingPoint(signer, point.id)).text.clauses.map(({ parity }) => [parity.state, parity.waitsUntil]);
  await dispute(1);
  expect(await waits()).toEqual([
    ["disputed", null],
    ["equal", null],
  ]);
  await endorse(signer, await answerFor(signer, point.id, other));

  const before = await getTalkingPoint(writer, point.id);
  await postVersion(writer, rewrite(before, lead, { clauses: { "clause-2": null } }), before.version);
  await judgeParity(signer, { ...judging, number: 2, parity: "equal" });
  await dispute(2);
  expect(await waits()).toEqual([["disputed", null]]);
  await endorse(signer, await answerFor(signer, point.id, other));
});

test("words that were never disputed wait two working days for a third reader, and new words begin anew", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const judging = { id: point.id, clause: "clause-1", onBehalfOf: other.slug, reason: { en: "They part." } };
  await judgeParity(signer, { ...judging, number: 1, parity: "disputed" });
  expect(await refusalOf(endorse(signer, await answerFor(signer, point.id, other)))).toBe("CONFLICT parityDisputed");
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-1": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  expect(await refusalOf(endorse(signer, await answerFor(signer, point.id, other)))).toBe("CONFLICT parityPending");
});
