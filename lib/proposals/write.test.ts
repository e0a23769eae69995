import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { refusal, statement, title, proposalWorld as world } from "@/tests/support/proposal-world";
import { mayRead, readableBy } from "./policy";
import { getProposal, listProposals } from "./read";
import { openingObstacle, sharedTerms, toSlug } from "./rules";
import { proposalInput, proposalStates } from "./schema";
import { changeProposal, propose, withdrawProposal } from "./write";
import { declineProposal, mergeProposal, openProposal } from "./write.decisions";
import { reword } from "./write.wordings";

test("a member proposes, the network sees it, the convener opens it, and nobody's stance comes with it", async () => {
  const { author, other, convener, input } = await world();
  const id = await propose(author, input());
  expect(await getProposal(other, id)).toMatchObject({ state: "proposed", viewer: { mayDecide: false } });
  expect(await refusal(openProposal(other, { id, expected: 1 }))).toBe("FORBIDDEN notTheConvener");
  expect(await refusal(openProposal(author, { id, expected: 1 }))).toBe("FORBIDDEN notTheConvener");
  await openProposal(convener, { id, expected: 1 });
  const { state, proposition } = await getProposal(author, id);
  expect(state).toBe("opened");
  const made = await db.proposition.findUniqueOrThrow({
    where: { slug: proposition?.slug ?? "" },
    include: { versions: true, positions: true },
  });
  expect(made).toMatchObject({
    currentVersion: 1,
    positions: [],
    sourceStance: null,
    versions: [{ titleEn: title.en }],
  });
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe("CONFLICT proposalDecided");
});

test("a draft is invisible outside; only its own people read it, by list and by id", async () => {
  const { author, other, convener, input, organization } = await world();
  const id = await propose(author, input("equal", false));
  for (const who of [other, convener, await as(null)]) {
    expect(await refusal(getProposal(who, id))).toBe("NOT_FOUND noSuchProposal");
    const { items } = await listProposals(who, { limit: 100 });
    expect(items.some((it) => it.id === id)).toBe(false);
  }
  const member = await as(await given.memberOf(organization));
  expect((await getProposal(member, id)).state).toBe("drafted");
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe("NOT_FOUND noSuchProposal");
});

test.each(["pending", "disputed"] as const)("while parity is %s the convener does not open it", async (parity) => {
  const { author, convener, input } = await world();
  const id = await propose(author, input(parity));
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe("CONFLICT parityNotEqual");
  const { organization: _, ...words } = input("equal");
  if (parity === "disputed") {
    // Saying so is not enough where the convener saw that they part: other words are.
    await changeProposal(
      author,
      { id, ...words, statement: { ...words.statement, fr: "Le réseau publierait un bilan." } },
      1,
    );
  } else await changeProposal(author, { id, ...words }, 1);
  await openProposal(convener, { id, expected: 2 });
});

test("one language alone is proposed, and never opened", async () => {
  const { author, convener, organization, theme } = await world();
  const alone = { title: { fr: title.fr }, statement: { fr: statement.fr } };
  const id = await propose(
    author,
    proposalInput.parse({
      organization: organization.slug,
      theme: theme.slug,
      regimeArea: "practice",
      parity: "equal",
      ...alone,
    }),
  );
  expect((await getProposal(author, id)).parity).toBe("pending");
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe("CONFLICT oneLanguage");
  for (const wrong of [
    { title, statement: { en: statement.en } },
    { title: {}, statement: {} },
  ]) {
    expect(
      proposalInput.safeParse({ ...alone, organization: "a", theme: "b", regimeArea: "practice", ...wrong }).success,
    ).toBe(false);
  }
});

test("it is declined with a reason that its own people and the convener read; others see that it was", async () => {
  const { author, other, convener, input } = await world();
  const id = await propose(author, input());
  await declineProposal(convener, { id, expected: 1, answer: "It asks two things at once." });
  expect(await getProposal(author, id)).toMatchObject({ state: "declined", answer: "It asks two things at once." });
  expect(await getProposal(other, id)).toMatchObject({ state: "declined", answer: null });
  const told = await db.activity.findFirstOrThrow({ where: { subject: `proposal/${id}`, kind: "proposal.declined" } });
  expect(JSON.stringify(told.facts)).not.toContain("two things");
});

test("what is near it is told with the words both use, and it is merged there", async () => {
  const { author, convener, input } = await world();
  const first = await propose(author, input());
  await openProposal(convener, { id: first, expected: 1 });
  const second = await propose(author, input());
  const { near, state } = await getProposal(convener, second);
  expect(state).toBe("proposed");
  expect(near[0]).toMatchObject({ likeness: 1, shared: expect.arrayContaining(["annual", "scorecard", "bilan"]) });
  await mergeProposal(convener, { id: second, expected: 1, into: near[0]?.slug ?? "" });
  expect(await getProposal(author, second)).toMatchObject({ state: "merged", proposition: { slug: near[0]?.slug } });
});

test("its own people withdraw it; nobody else does, and nothing follows", async () => {
  const { author, other, convener, input } = await world();
  const id = await propose(author, input());
  expect(await refusal(withdrawProposal(other, id))).toBe("FORBIDDEN notDrafter");
  await withdrawProposal(author, id);
  expect(await refusal(openProposal(convener, { id, expected: 1 }))).toBe("CONFLICT proposalDecided");
});

test("of eight openings at once, one makes a proposition", async () => {
  const { author, convener, input } = await world();
  const id = await propose(author, input());
  const racing = await Promise.all(
    Array.from({ length: 8 }, () => refusal(openProposal(convener, { id, expected: 1 }))),
  );
  expect(racing.filter((it) => it === null)).toHaveLength(1);
});

test("other words for a proposition are a new version, and no position is carried over", async () => {
  const { organization, author, convener } = await world();
  const proposition = await given.proposition();
  await given.standing({ organization, proposition });
  const words = { slug: proposition.slug, title, statement, parity: "equal" as const };
  expect(await refusal(reword(author, words, 1))).toBe("FORBIDDEN notTheConvener");
  expect(await refusal(reword(convener, words, 3))).toBe("PRECONDITION_FAILED changedMeanwhile");
  await reword(convener, words, 1);
  expect(await refusal(reword(convener, words, 2))).toBe("CONFLICT sameWords");
  const held = await db.position.findFirstOrThrow({
    where: { propositionId: proposition.id },
    include: { standingRevision: true, proposition: { include: { versions: true } } },
  });
  expect(held.proposition).toMatchObject({
    currentVersion: 2,
    versions: expect.toSatisfy((it: unknown[]) => it.length === 2),
  });
  expect(held.standingRevision?.propositionVersion).toBe(1);
});

test("what the predicate lets read, the filter finds, and nothing else", async () => {
  const { organization, theme, author, other, convener } = await world();
  const person = author.personId ?? "";
  const proposition = await given.proposition();
  await db.proposal.createMany({
    data: proposalStates.map((state) => ({
      organizationId: organization.id,
      authorId: person,
      themeId: theme.id,
      regimeArea: "practice" as const,
      state,
      createdAt: new Date(),
      proposedAt: state === "drafted" ? null : new Date(),
      decidedAt: state === "drafted" || state === "proposed" ? null : new Date(),
      propositionId: state === "opened" || state === "merged" ? proposition.id : null,
    })),
  });
  const givenUp = {
    organizationId: organization.id,
    authorId: person,
    themeId: theme.id,
    regimeArea: "practice" as const,
  };
  const now = new Date();
  await db.proposal.create({ data: { ...givenUp, state: "withdrawn", createdAt: now, decidedAt: now } });
  const observer = await as(await given.memberOf(await given.organization({ status: "observer" })));
  const applicant = await as(await given.memberOf(await given.organization({ status: "applied" })));
  const all = await db.proposal.findMany({ where: { themeId: theme.id } });
  const lookers: Viewer[] = [author, other, convener, observer, applicant, await as(null)];
  for (const viewer of lookers) {
    const found = await db.proposal.findMany({ where: { AND: [readableBy(viewer), { themeId: theme.id }] } });
    expect(found.map((it) => it.id).sort()).toEqual(
      all
        .filter((it) => mayRead(viewer, it))
        .map((it) => it.id)
        .sort(),
    );
  }
});

test("an address is made of the title, and is never taken twice", () => {
  expect(toSlug("L’État d’urgence: œuvrer!", new Set())).toBe("l-etat-d-urgence-oeuvrer");
  expect(toSlug("A", new Set(["a", "a-2"]))).toBe("a-3");
  expect(toSlug("…", new Set())).toBe("proposition");
  expect(toSlug("Propose", new Set())).toBe("propose-2");
  expect(sharedTerms("The same scorecard, ÉTÉ", "that SCORECARD of the été same")).toEqual(["same", "scorecard"]);
  expect(sharedTerms("They should publish for their members", "Others should do without their own")).toEqual([]);
  const words = { titleEn: "a", titleFr: "b", statementEn: "c", statementFr: "d" };
  expect(openingObstacle({ ...words, state: "proposed", parity: "equal" })).toBeNull();
  expect(openingObstacle({ ...words, state: "drafted", parity: "equal" })).toBe("notProposedYet");
});
