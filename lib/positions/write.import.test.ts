import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { applyAll, ask, csv, importDesk as desk, head } from "@/tests/support/import-desk";
import { getPosition } from "./read";
import { getHistory } from "./read.history";
import { listImports } from "./read.import-history";
import { replay } from "./rules";
import { draftInput, type PositionKey } from "./schema";
import { saveDraft, submitDraft } from "./write.drafts";
import { signOff } from "./write.signing";
import { undoImport } from "./write.undo-import";

const draftOf = (positionPath: PositionKey, stance: "support" | "oppose", en = "Because.") =>
  draftInput.parse({ ...positionPath, stance, rationale: { en }, visibility: "network" });

const readHead = ({ organization, proposition }: PositionKey) =>
  db.position.findFirstOrThrow({
    where: { organization: { slug: organization }, proposition: { slug: proposition } },
    include: { steps: { orderBy: { number: "asc" } }, revisions: { orderBy: { number: "asc" } } },
  });

test("every row is named before anything is written: new, changed, unchanged or refused, with its line and reason", async () => {
  const { slug, drafter, signer, propositions, placeOf } = await desk(6);
  await saveDraft(drafter, draftOf(placeOf(1), "support"), null);
  await saveDraft(drafter, draftOf(placeOf(2), "support"), null);
  await saveDraft(drafter, draftOf(placeOf(3), "support"), null);
  await signOff(signer, { ...placeOf(3), decision: "sign_off" }, 1);
  await saveDraft(drafter, draftOf(placeOf(4), "support"), null);
  await submitDraft(drafter, placeOf(4), null);
  const name = (at: number) => propositions[at]?.slug ?? "";
  const file = csv([
    head,
    [name(0), "Opposes", "", ""],
    [name(1), "support", "Because.", ""],
    [name(2), "Appui avec réserve", "", "Except by force."],
    [name(3), "", "", ""],
    [name(4), "oppose", "", ""],
    [name(5), "perhaps", "", ""],
    ["no-such-thing", "support", "", ""],
    [name(0), "support", "", ""],
    [name(5), "support_with_reservation", "", ""],
    ["", "support", "", ""],
  ]);
  const { rows, counts, applied } = await ask(drafter, slug, file);
  expect(rows.map(({ line, outcome, reason, column }) => [line, outcome, reason, column])).toEqual([
    [2, "new", null, null],
    [3, "unchanged", "Says what is recorded.", null],
    [4, "changed", null, null],
    [5, "unchanged", "Empty: what is recorded stays.", null],
    [6, "refused", "A draft is with the signatory. It is decided on or returned first.", null],
    [7, "refused", "This is no stance.", "Stance"],
    [8, "refused", "There is no such proposition.", "Proposition"],
    [9, "refused", "This proposition stands in row 2 already.", "Proposition"],
    [10, "refused", "This proposition stands in row 7 already.", "Proposition"],
    [11, "refused", "Name the proposition.", "Proposition"],
  ]);
  expect(counts).toEqual({ new: 1, changed: 1, unchanged: 2, refused: 6 });
  expect(applied).toBeNull();
  const { digest } = await ask(drafter, slug, file);
  await expect(ask(drafter, slug, file, { preview: "false", digest })).rejects.toMatchObject({
    reason: "importHasRefusals",
  });
  expect(await db.position.count({ where: { organization: { slug } } })).toBe(4);
});

test("a reservation is asked for, and kept to its measure, as where it is typed", async () => {
  const { slug, drafter, propositions } = await desk(3);
  const [a, b, c] = propositions.map((it) => it.slug);
  const { rows } = await ask(
    drafter,
    slug,
    csv([
      head,
      [a ?? "", "support_with_reservation", "", ""],
      [b ?? "", "support", "", "But."],
      [c ?? "", "support_with_reservation", "", "word ".repeat(151)],
    ]),
  );
  expect(rows.map(({ column, reason }) => [column, reason?.split(/[:.]/)[0]])).toEqual([
    ["Reservation (English)", "Write the reservation"],
    ["Reservation (English)", expect.any(String)],
    ["Reservation (English)", expect.any(String)],
  ]);
});

test("what was previewed is what is applied: as drafts, with the authority, whole", async () => {
  const { slug, drafter, propositions, placeOf } = await desk(3);
  await saveDraft(drafter, draftOf(placeOf(2), "support"), null);
  const file = csv([head, ...propositions.map((it) => [it.slug, "oppose", "So.", ""])]);
  const { applied } = await applyAll(drafter, slug, file);
  expect(applied?.drafts).toBe(3);
  for (const at of [0, 1, 2]) {
    const { standing, draft } = await getPosition(drafter, placeOf(at));
    expect([standing, draft?.stance, draft?.state, draft?.rationale.en]).toEqual([null, "oppose", "drafted", "So."]);
    const { steps, standing: stands, draft: number, draftState } = await readHead(placeOf(at));
    expect(steps.at(-1)).toMatchObject({ kind: "drafted", authorizedBy: expect.any(String), visibilityTo: "network" });
    expect(replay(steps)).toEqual({ standing: stands, draft: number, draftState });
  }
  const told = await db.activity.findFirst({ where: { subject: `positionImport/${applied?.id}` } });
  expect(told).toMatchObject({ kind: "position.imported", facts: { drafts: 3 } });
});

test("a preview that something happened after is not applied, and neither is another file", async () => {
  const { slug, drafter, propositions, placeOf } = await desk(2);
  const file = csv([head, [propositions[0]?.slug ?? "", "oppose", "", ""]]);
  const { digest } = await ask(drafter, slug, file);
  const changed = { code: "PRECONDITION_FAILED", reason: "importChanged" };
  const other = csv([head, [propositions[0]?.slug ?? "", "support", "", ""]]);
  await expect(ask(drafter, slug, other, { preview: "false", digest })).rejects.toMatchObject(changed);
  await expect(ask(drafter, slug, file, { preview: "false" })).rejects.toMatchObject({ reason: "previewFirst" });
  await saveDraft(drafter, draftOf(placeOf(0), "support"), null);
  await expect(ask(drafter, slug, file, { preview: "false", digest })).rejects.toMatchObject(changed);
  expect((await getPosition(drafter, placeOf(0))).draft?.stance).toBe("support");
});

test("of eight that apply the same preview at once, one does", async () => {
  const { slug, drafter, propositions, placeOf } = await desk(2);
  const file = csv([head, ...propositions.map((it) => [it.slug, "oppose", "", ""])]);
  const { digest } = await ask(drafter, slug, file);
  const racing = await Promise.allSettled(
    Array.from({ length: 8 }, () => ask(drafter, slug, file, { preview: "false", digest })),
  );
  expect(racing.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await readHead(placeOf(0))).revisions).toHaveLength(1);
});

test("undoing brings back the drafts as they were: none, drafted, or returned with its note", async () => {
  const { slug, drafter, signer, propositions, placeOf } = await desk(4);
  await saveDraft(drafter, draftOf(placeOf(1), "support", "Mine."), null);
  await saveDraft(drafter, draftOf(placeOf(2), "support", "Once."), null);
  await submitDraft(drafter, placeOf(2), null);
  await signOff(signer, { ...placeOf(2), decision: "return", note: "Say why." }, 2);
  await saveDraft(drafter, draftOf(placeOf(3), "support"), null);
  await signOff(signer, { ...placeOf(3), decision: "sign_off" }, 1);
  const sight = async () => {
    const all = await Promise.all([1, 2, 3].map((at) => getPosition(drafter, placeOf(at))));
    return all.map(({ standing, draft }) => ({ standing, draft }));
  };
  const before = await sight();
  const { applied } = await applyAll(
    drafter,
    slug,
    csv([head, ...propositions.map((it) => [it.slug, "oppose", "", ""])]),
  );
  expect(await sight()).not.toEqual(before);
  await undoImport(drafter, applied?.id ?? "");
  expect(await sight()).toEqual(before);
  expect((await readHead(placeOf(0))).draft).toBeNull();
  for (const at of [0, 1, 2, 3]) {
    const { steps, standing, draft, draftState } = await readHead(placeOf(at));
    expect(replay(steps)).toEqual({ standing, draft, draftState });
  }
  const { items } = await getHistory(drafter, { ...placeOf(2), limit: 100 });
  expect(items[0]).toMatchObject({ kind: "restored" });
  await expect(undoImport(drafter, applied?.id ?? "")).rejects.toMatchObject({ reason: "importUndoneAlready" });
});

test("once a draft of it is submitted, or written anew, an import is not undone", async () => {
  const { slug, drafter, propositions, placeOf } = await desk(2);
  const file = csv([head, ...propositions.map((it) => [it.slug, "oppose", "", ""])]);
  const { applied } = await applyAll(drafter, slug, file);
  expect((await listImports(drafter, { slug, limit: 10 })).items[0]).toMatchObject({ drafts: 2, mayUndo: true });
  await submitDraft(drafter, placeOf(1), null);
  expect((await listImports(drafter, { slug, limit: 10 })).items[0]).toMatchObject({ mayUndo: false });
  await expect(undoImport(drafter, applied?.id ?? "")).rejects.toMatchObject({ reason: "importMovedOn" });
  expect((await readHead(placeOf(0))).draft).not.toBeNull();
});

test("nobody imports for another organization, nor without the power to draft, nor beyond their themes", async () => {
  const { slug, organization, propositions } = await desk(1);
  const file = csv([head, [propositions[0]?.slug ?? "", "oppose", "", ""]]);
  const stranger = await as(await given.representative(await given.organization()));
  await expect(ask(stranger, slug, file)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const member = await as(await given.memberOf(organization));
  await expect(ask(member, slug, file)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const elsewhere = await as(await given.representative(organization, { themes: [await given.theme()] }));
  expect((await ask(elsewhere, slug, file)).rows[0]).toMatchObject({
    outcome: "refused",
    reason: "Your mandate does not cover this theme.",
  });
  await expect(listImports(stranger, { slug, limit: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("only its own people undo an import", async () => {
  const { slug, drafter, organization, propositions } = await desk(1);
  const { applied } = await applyAll(drafter, slug, csv([head, [propositions[0]?.slug ?? "", "oppose", "", ""]]));
  const stranger = await as(await given.signatory(await given.organization()));
  await expect(undoImport(stranger, applied?.id ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const member = await as(await given.memberOf(organization));
  await expect(undoImport(member, applied?.id ?? "")).rejects.toMatchObject({ code: "FORBIDDEN" });
});
