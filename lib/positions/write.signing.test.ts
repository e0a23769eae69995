import { expect, test } from "vitest";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { ownerDb } from "@/tests/support/owner-db";
import { draftOf, historyOf, otherMember, sign } from "@/tests/support/signing-desk";
import { getPosition, listOwnPositions } from "./read";
import { saveDraft, submitDraft } from "./write.drafts";
import { signOff } from "./write.signing";
import { changeVisibility } from "./write.visibility";

test("only a mandated signatory commits the organization, on the themes of the mandate, while it lasts", async () => {
  const desk = await given.desk();
  const { positionPath, drafter, organization, proposition } = desk;
  await saveDraft(drafter, draftOf(positionPath), null);
  const elsewhere = await given.theme();
  const past = new Date(Date.now() - 1000);
  const powerless = [
    drafter,
    await as(await given.memberOf(organization)),
    await as(await given.signatory(organization, { themes: [elsewhere] })),
    await as(await given.signatory(organization, { expiresAt: past })),
    await as(await given.signatory(organization, { revokedAt: past })),
    await as(await given.representative(organization, { powers: ["endorse", "sign_publicly"] })),
  ];
  for (const viewer of powerless) {
    const attempt = signOff(viewer, { ...positionPath, decision: "sign_off" }, 1);
    await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN", reason: "notASignatory" });
    expect((await getPosition(viewer, positionPath)).viewer).toMatchObject({ maySignOff: false, mayWithdraw: false });
  }
  const onTheme = await given.signatory(organization, { themes: [{ id: proposition.themeId }] });
  await signOff(await as(onTheme), { ...positionPath, decision: "sign_off" }, 1);
  expect(await getPosition(drafter, positionPath)).toMatchObject({ standing: { stance: "support" }, draft: null });
});

test("the signature says on whose authority, in words that the mandate's fate does not change", async () => {
  const desk = await given.desk();
  await sign(desk, "support", "network");
  await ownerDb.mandate.updateMany({
    where: { organizationId: desk.organization.id },
    data: { revokedAt: new Date(), authorizedBy: "Nobody" },
  });
  const { standing } = await getPosition(await otherMember(), desk.positionPath);
  expect(standing?.authority).toMatchObject({ authorizedBy: "Board of directors", instrument: "Resolution 1" });
});

test("a draft for earlier words is not signed, and asks to be written again", async () => {
  const desk = await given.desk();
  const { positionPath, drafter, signer } = desk;
  await saveDraft(drafter, draftOf(positionPath), null);
  await given.rewording(desk.proposition);
  const attempt = signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
  await expect(attempt).rejects.toMatchObject({ code: "CONFLICT", reason: "wordsChanged" });
  expect(await getPosition(signer, positionPath)).toMatchObject({
    draft: { earlierWording: true },
    viewer: { maySignOff: false },
  });
  await sign(desk, "support", "network");
  expect((await getPosition(signer, positionPath)).standing).toMatchObject({
    propositionVersion: 2,
    earlierWording: false,
  });
});

test("a returned draft stays at home with the signatory's words, and can be handed over again", async () => {
  const { positionPath, drafter, signer } = await given.desk();
  await saveDraft(drafter, draftOf(positionPath), null);
  const early = signOff(signer, { ...positionPath, decision: "return" }, 1);
  await expect(early).rejects.toMatchObject({ code: "CONFLICT", reason: "notSubmitted" });
  await submitDraft(drafter, positionPath, 1);
  await signOff(signer, { ...positionPath, decision: "return", note: "Shorter." }, 2);
  expect((await getPosition(drafter, positionPath)).draft).toMatchObject({ state: "returned", note: "Shorter." });
  await submitDraft(drafter, positionPath, 3);
  expect((await getPosition(drafter, positionPath)).draft).toMatchObject({
    state: "submitted",
    submittedBy: drafter.name,
  });
});

test("a position becomes public by whoever may sign publicly", async () => {
  const desk = await given.desk({ organization: { listing: "public" } });
  const { positionPath, organization } = desk;
  const quiet = await as(await given.representative(organization, { powers: ["draft", "sign_off"] }));
  await saveDraft(quiet, draftOf(positionPath, "support", "public"), null);
  const attempt = signOff(quiet, { ...positionPath, decision: "sign_off" }, 1);
  await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN", reason: "publicNeedsMandate" });
  await saveDraft(quiet, draftOf(positionPath), 1);
  await signOff(quiet, { ...positionPath, decision: "sign_off" }, 2);
  const widening = changeVisibility(quiet, { ...positionPath, visibility: "public" }, null);
  await expect(widening).rejects.toMatchObject({ code: "FORBIDDEN", reason: "publicNeedsMandate" });
  await changeVisibility(desk.signer, { ...positionPath, visibility: "public" }, 3);
  expect(await getPosition(await as(null), positionPath)).toMatchObject({
    version: 1,
    standing: { visibility: "public" },
  });
});

test("support for two propositions that exclude each other warns, and never blocks", async () => {
  const exclusiveSet = crypto.randomUUID();
  const first = await given.desk({ proposition: { exclusiveSet } });
  const rival = await given.proposition({ exclusiveSet });
  const second = { ...first, proposition: rival, positionPath: { ...first.positionPath, proposition: rival.slug } };
  await sign(first, "support", "network");
  const warnings = [{ reason: "excludes", proposition: first.proposition.slug }];
  expect((await listOwnPositions(first.drafter, rival.slug, "en")).items[0]).toMatchObject({
    position: null,
    warnings,
  });
  await sign(second, "support", "network");
  expect((await getPosition(first.drafter, second.positionPath)).warnings).toEqual(warnings);
  expect((await getPosition(await otherMember(), second.positionPath)).warnings).toEqual([]);
});

test("a person who was erased leaves the history whole and without a name", async () => {
  const desk = await given.desk();
  await sign(desk, "support", "network");
  await ownerDb.person.delete({ where: { id: desk.signer.personId ?? "" } });
  const told = await historyOf(desk.drafter, desk.positionPath);
  expect(told.map((it) => [it.kind, it.actor])).toEqual([
    ["signed_off", null],
    ["submitted", null],
    ["drafted", desk.drafter.name],
  ]);
  expect(told[0]?.authority?.authorizedBy).toBe("Board of directors");
});

test("a sign-off asks for the clock once and reads the proposition once, under its lock", async () => {
  const desk = await given.desk();
  const { positionPath, drafter, signer } = desk;
  await sign(desk, "support", "network");
  await saveDraft(drafter, draftOf(positionPath, "oppose"), 2);
  const statements = await listStatements(() => signOff(signer, { ...positionPath, decision: "sign_off" }, 3));
  expect(statements.filter((it) => /\bnow\(\)/.test(it))).toHaveLength(1);
  expect(statements.filter((it) => /FROM\s+("public"\.)?"Proposition"/.test(it))).toEqual([
    expect.stringContaining("FOR SHARE"),
  ]);
});
