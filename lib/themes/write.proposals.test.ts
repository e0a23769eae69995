import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import type { Viewer } from "@/lib/platform/viewer";
import { as, given } from "@/prisma/seed/given";
import { mayRead, readableBy } from "./policy";
import { findNear } from "./read.near";
import { getProposal, listProposals } from "./read.proposals";
import { listSteps } from "./read.steps";
import { mostWaiting, openingObstacle, parityAfter, sharedWords, toSlug } from "./rules.proposals";
import { type Parity, parities, proposalInput, proposalStates } from "./schema.proposals";
import { declineProposal, judgeParity, mergeProposal, openProposal } from "./write.decisions";
import { changeProposal, propose, withdrawProposal } from "./write.proposals";
import { reword } from "./write.wordings";

const title = { en: "Publish an annual scorecard", fr: "Publier un bilan annuel" };
const statement = {
  en: "The network should publish an annual scorecard of commitments.",
  fr: "Le réseau devrait publier un bilan annuel des engagements.",
};

const part = fc.option(fc.constantFrom("one", "two"));

async function world() {
  const organization = await given.organization();
  const theme = await given.theme();
  const input = (parity: Parity = "equal", send = true) =>
    proposalInput.parse({
      organization: organization.slug,
      theme: theme.slug,
      regimeArea: "practice",
      title,
      statement,
      parity,
      send,
    });
  return {
    organization,
    theme,
    input,
    author: await as(await given.representative(organization)),
    other: await as(await given.representative(await given.organization())),
    convener: await as(await given.convener(await given.organization())),
  };
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );

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
  expect(sharedWords("The same scorecard, ÉTÉ", "that SCORECARD of the été same")).toEqual(["same", "scorecard"]);
  expect(sharedWords("They should publish for their members", "Others should do without their own")).toEqual([]);
  const words = { titleEn: "a", titleFr: "b", statementEn: "c", statementFr: "d" };
  expect(openingObstacle({ ...words, state: "proposed", parity: "equal" })).toBeNull();
  expect(openingObstacle({ ...words, state: "drafted", parity: "equal" })).toBe("notProposedYet");
});

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
  const said = (en: string) => ({ ...words, statement: { en, fr: `${en}, en français` } });
  await changeProposal(author, { id, ...said("At home."), send: false }, 1);
  await changeProposal(author, { id, ...said("To the network.") }, 2);
  await changeProposal(author, { id, ...said("Once more.") }, 3);
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
        else if (parity === "disputed" && isDeepStrictEqual(was, now)) expect(got).toBe("disputed");
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
  const near = await findNear(other, { en: "zeppelin inspection treaty", fr: "" });
  expect(near.nearProposals.map((it) => it.id)).toEqual([waiting]);
  expect(near.nearProposals[0]?.shared).toEqual(["inspection", "treaty", "zeppelin"]);
  expect(await findNear(await as(null), { en: "zeppelin inspection treaty", fr: "" })).toMatchObject({
    nearProposals: [],
  });
  expect(await findNear(other, { en: "a", fr: "%_'\\" })).toEqual({ near: [], nearProposals: [] });
  expect((await findNear(other, { en: unusual.en, fr: "" }, waiting)).nearProposals).toEqual([]);
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
    data: Array.from({ length: mostWaiting }, () => ({
      ...{ ...row, regimeArea: "practice" as const, state: "proposed" as const, createdAt: at, proposedAt: at },
    })),
  });
  expect(await refusal(propose(author, input()))).toBe("CONFLICT tooManyProposals");
  await propose(author, input("equal", false));
});
