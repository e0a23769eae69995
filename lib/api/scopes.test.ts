import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { given } from "@/tests/support/builders";
import { type Caller, programOf, rpc } from "@/tests/support/identities";
import { listEndpoints } from "./endpoints";
import { publicProcedures } from "./procedure-options";

/** Doors of one's own account: their handlers turn every token away, as the matrix has it for a program; a token ends itself. */
const personal = [
  "administration.changeNetwork",
  "briefings.calendar.feed.end",
  "briefings.calendar.feed.make",
  "emailChange.request",
  "emailChange.stop",
  "organizations.people.show",
  "passkeys.add",
  "passkeys.beginAdding",
  "passkeys.beginProof",
  "passkeys.prove",
  "passkeys.remove",
  "passkeys.rename",
  "people.changeProfile",
  "people.createToken",
  "people.endOtherSessions",
  "people.endSession",
  "people.revokeToken",
];

/** Doors that a token for drafts opens. Every other one that writes takes a token that commits, or none. */
const drafts = [
  "briefings.agenda.decline",
  "briefings.agenda.inherit",
  "briefings.agenda.mark",
  "briefings.agenda.propose",
  "briefings.agenda.save",
  "briefings.agenda.takeBack",
  "briefings.calendar.attendance.answer",
  "briefings.change",
  "briefings.dates.answer",
  "briefings.dates.answerForOffice",
  "briefings.papers.add",
  "briefings.papers.withdraw",
  "briefings.plan",
  "briefings.updates.file",
  "offices.add",
  "offices.addHolder",
  "offices.change",
  "offices.check",
  "offices.endHolder",
  "organizations.invitations.revoke",
  // Its handler asks for more where it is somebody else's part.
  "organizations.people.end",
  "positions.discardDraft",
  "positions.import",
  "positions.saveDraft",
  "positions.submit",
  "positions.undoImport",
  "positions.views.discard",
  "positions.views.save",
  "proposals.change",
  "proposals.propose",
  "proposals.withdraw",
  "studies.import",
  "studies.remove",
  "talkingPoints.amendments.amend",
  "talkingPoints.amendments.answer",
  "talkingPoints.amendments.change",
  "talkingPoints.amendments.consolidate",
  "talkingPoints.amendments.discard",
  "talkingPoints.amendments.handle",
  "talkingPoints.amendments.withdraw",
  "talkingPoints.commentTable.read",
  "talkingPoints.comments.correct",
  "talkingPoints.comments.edit",
  "talkingPoints.comments.reopen",
  "talkingPoints.comments.resolve",
  "talkingPoints.comments.post",
  "talkingPoints.judgeParity",
  "talkingPoints.postVersion",
  "talkingPoints.propose",
  "talkingPoints.word.marked",
];

const writing = listEndpoints().filter(({ name, method }) => method !== "GET" && !publicProcedures.includes(name));
const reasonOf = async (name: string, as: Caller) => {
  const answer = await rpc(name, {}, { as, headers: { "idempotency-key": randomUUID(), "if-match": '"1"' } });
  const allowed = (await answer.json()) as { json?: { data?: { reason?: string } } };
  return `${answer.status} ${allowed.json?.data?.reason ?? ""}`.trim();
};
const narrow = "403 tokenScopeTooNarrow";
let programs: Record<"read" | "draft" | "commit", Caller>;

beforeAll(async () => {
  const signatory = await given.signatory(await given.organization());
  programs = {
    read: await programOf(signatory, "read"),
    draft: await programOf(signatory, "draft"),
    commit: await programOf(signatory, "commit"),
  };
});

test("each scope of a token is refused by each endpoint that asks for more, and at no other", async () => {
  const allowed: Record<string, string[]> = { read: [], draft: [], commit: [] };
  for (const { name } of writing)
    for (const scope of ["read", "draft", "commit"] as const)
      if ((await reasonOf(name, programs[scope])) !== narrow) allowed[scope]?.push(name);
  expect(allowed.commit?.sort()).toEqual(writing.map(({ name }) => name).sort());
  expect(allowed.draft?.sort()).toEqual([...drafts, ...personal].sort());
  expect(allowed.read?.sort()).toEqual([...personal].sort());
});

test("a stolen token for drafts mails no colleague: what is handed to colleagues takes a token that commits", async () => {
  for (const name of ["organizations.mandates.request", "positions.requestConfirmations"]) {
    expect(await reasonOf(name, programs.draft)).toBe(narrow);
    expect(await reasonOf(name, programs.commit)).not.toBe(narrow);
  }
});
