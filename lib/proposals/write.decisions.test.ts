import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { refusal, statement, proposalWorld as world } from "@/tests/support/proposal-world";
import { getProposal } from "./read";
import { findSimilar } from "./read.similar";
import { listSteps } from "./read.steps";
import { maxWaiting, parityAfter } from "./rules";
import { parities, proposalInput } from "./schema";
import { changeProposal, propose, withdrawProposal } from "./write";
import { declineProposal, judgeParity, mergeProposal, openProposal } from "./write.decisions";

const part = fc.option(fc.constantFrom("one", "two"));

test("a draft that is given up at home was never proposed: nobody else ever reads it", async () => {
  const { author, other, convener, input } = await world();
  const id = await propose(author, input("equal", false));
  await withdrawProposal(author, id);
  expect((await getProposal(author, id)).state).toBe("withdrawn");
  for (const who of [other, convener]) {
    expect(await refusal(getProposal(who, id))).toBe("NOT_FOUND noSuchProposal");
    expect(await refusal(listSteps(who, { id, limit: 100 }))).toBe("NOT_FOUND noSuchProposal");
  }
});

test("the convener opens, merges and declines the words they read, and no others", async () => {
  const { author, convener, input } = await world();
  const id = await propose(author, input());
  const { organization: _, ...words } = input();
  await changeProposal(author, { id, ...words, statement: { en: "Something else.", fr: "Autre chose." } }, 1);
  const stale = "PRECONDITION_FAILED changedMeanwhile";
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe(stale);
  expect(await refusal(declineProposal(convener, { id, expected: 1, answer: "No." }))).toBe(stale);
  expect(await refusal(judgeParity(convener, { id, expected: 1, parity: "disputed" }))).toBe(stale);
  const { slug } = await given.proposition();
  expect(await refusal(mergeProposal(convener, { id, expected: 1, into: slug }))).toBe(stale);
  expect((await getProposal(author, id)).state).toBe("proposed");
});

test("what a proposal said before each change is kept; others read it from when it was proposed to them", async () => {
  const { author, other, convener, input } = await world();
  const id = await propose(author, input("pending", false));
  const { organization: _, ...words } = input();
  const withStatement = (en: string) => ({ ...words, statement: { en, fr: `${en}, en français` } });
  await changeProposal(author, { id, ...withStatement("At home."), send: false }, 1);
  await changeProposal(author, { id, ...withStatement("To the network.") }, 2);
  await changeProposal(author, { id, ...withStatement("Once more.") }, 3);
  await judgeParity(convener, { id, expected: 4, parity: "disputed", note: "Once, encore." });
  await declineProposal(convener, { id, expected: 5, answer: "Asked already." });
  const read = async (who: Viewer) =>
    (await listSteps(who, { id, limit: 100 })).items.map((it) => [it.act, it.statement.en, it.by, it.note]);
  const later = (name: string | null, note: string | null) => [
    ["declined", "Once more.", null, null],
    ["judged", "Once more.", null, note],
    ["changed", "Once more.", name, null],
    ["proposed", "To the network.", name, null],
  ];
  expect(await read(author)).toEqual([
    ...later(author.name, "Once, encore."),
    ["changed", "At home.", author.name, null],
    ["drafted", statement.en, author.name, null],
  ]);
  expect(await read(other)).toEqual(later(null, null));
  expect(await read(convener)).toEqual(later(null, "Once, encore."));
});

test("a dispute about the languages ends with other words or by the convener, and one language is equal to none", async () => {
  const words = fc.record({ titleEn: part, titleFr: part, statementEn: part, statementFr: part });
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom(...parities),
      fc.constantFrom(...parities),
      (was, now, parity, claimed) => {
        const got = parityAfter({ ...was, parity }, now, claimed);
        if (Object.values(now).some((it) => it === null)) expect(got).toBe("pending");
        else if (parity === "disputed" && isDeepStrictEqual({ ...was }, { ...now })) expect(got).toBe("disputed");
        else expect(got).toBe(claimed);
      },
    ),
  );
});

test("what is near is found from a title alone, among what is open and what waits; drafts are found by nobody", async () => {
  const { author, other, input } = await world();
  const unusual = { en: "Quarterly zeppelin inspection treaty", fr: "Traité trimestriel d’inspection des zeppelins" };
  const waiting = await propose(author, proposalInput.parse({ ...input(), title: unusual }));
  await propose(author, proposalInput.parse({ ...input("equal", false), title: unusual }));
  const near = await findSimilar(other, { en: "zeppelin inspection treaty", fr: "" });
  expect(near.nearProposals.map((it) => it.id)).toEqual([waiting]);
  expect(near.nearProposals[0]?.shared).toEqual(["inspection", "treaty", "zeppelin"]);
  expect(await findSimilar(await as(null), { en: "zeppelin inspection treaty", fr: "" })).toMatchObject({
    nearProposals: [],
  });
  expect(await findSimilar(other, { en: "a", fr: "%_'\\" })).toEqual({ near: [], nearProposals: [] });
  expect((await findSimilar(other, { en: unusual.en, fr: "" }, waiting)).nearProposals).toEqual([]);
});

test("of eight different sentences opened at once, each gets a number and an address of its own", async () => {
  const { author, convener, input } = await world();
  const ids = await Promise.all(Array.from({ length: 8 }, () => propose(author, input())));
  await Promise.all(ids.map((id) => openProposal(convener, { id, expected: 1 })));
  const made = await db.proposition.findMany({ where: { proposals: { some: { id: { in: ids } } } } });
  expect(new Set(made.map((it) => it.number)).size).toBe(8);
  expect(new Set(made.map((it) => it.slug)).size).toBe(8);
});

test("whoever sends more than anybody reads is asked to wait", async () => {
  const { author, organization, theme, input } = await world();
  const row = { organizationId: organization.id, themeId: theme.id, authorId: author.personId ?? "" };
  const at = new Date();
  await db.proposal.createMany({
    data: Array.from({ length: maxWaiting }, () => ({
      ...{ ...row, regimeArea: "practice" as const, state: "proposed" as const, createdAt: at, proposedAt: at },
    })),
  });
  expect(await refusal(propose(author, input()))).toBe("CONFLICT tooManyProposals");
  await propose(author, input("equal", false));
});
