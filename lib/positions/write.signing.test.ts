import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { ownerDb } from "@/tests/support/owner-db";
import { getPosition, listOwnPositions } from "./read";
import { getHistory } from "./read.history";
import { draftInput, type PositionKey, type Stance, type Visibility } from "./schema";
import { saveDraft, submitDraft } from "./write.drafts";
import { changeVisibility, signOff, withdraw } from "./write.signing";

const draftOf = (positionPath: PositionKey, stance: Stance = "support", visibility: Visibility = "network") =>
  draftInput.parse({ ...positionPath, stance, rationale: { en: `Because of ${visibility}.` }, visibility });

type Desk = Awaited<ReturnType<typeof given.desk>>;

async function sign({ positionPath, drafter, signer }: Desk, stance: Stance, visibility: Visibility) {
  const version = await getPosition(drafter, positionPath).then(
    (it) => it.version,
    () => null,
  );
  await saveDraft(drafter, draftOf(positionPath, stance, visibility), version);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, (version ?? 0) + 1);
}

const historyOf = async (viewer: Viewer, positionPath: PositionKey) =>
  (await getHistory(viewer, { ...positionPath, limit: 100 })).items;
/** From whom something was taken back, as the marks of the theme say it. */
const takenBackFrom = async ({ organization, proposition }: Desk) => {
  const where = { themeId: proposition.themeId, organizationId: organization.id };
  return (await db.concealedTheme.findMany({ where })).map(({ audience }) => audience).sort();
};
const reader = async () => as(await given.memberOf(await given.organization()));

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
  const { standing } = await getPosition(await reader(), desk.positionPath);
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

test("withdrawn or narrowed: others are told the same, now, on every day and by every address", async () => {
  const other = await reader();
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
  const other = await reader();
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
  expect(await historyOf(await reader(), desk.positionPath)).toHaveLength(2);
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
  expect((await getPosition(await reader(), second.positionPath)).warnings).toEqual([]);
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
