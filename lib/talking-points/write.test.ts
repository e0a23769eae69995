import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { digestOfText } from "@/lib/platform/text/digest";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { listTalkingPoints } from "./read";
import { compareVersions, getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { statusInput, talkingPointInput, talkingPointsInput } from "./schema";
import { parityInput } from "./schema.text";
import { proposeTalkingPoint } from "./write";
import { contestChange } from "./write.contest";
import { endorse } from "./write.endorsements";
import { judgeParity } from "./write.parity";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

const clauses = [
  { kind: "key_message", text: { en: "Prevention comes first.", fr: "La prévention d’abord." } },
  { kind: "if_asked", text: { en: "No.", fr: "Non." }, question: { en: "Is it force?", fr: "Est-ce la force?" } },
];

async function desk() {
  const theme = await given.theme();
  const organization = await given.organization();
  const input = (more: object = {}) =>
    talkingPointInput.parse({
      ...{ organization: organization.slug, title: { en: "A line", fr: "Un message" }, clauses },
      ...{ themes: [theme.slug], regimeAreas: ["practice"], audiences: ["officials"], ...more },
    });
  return { theme, organization, writer: await as(await given.signatory(organization)), input };
}

test("a draft stays at home; opened, the network reads it from the version that was opened", async () => {
  const { writer, organization, input } = await desk();
  const other = await as(await given.signatory(await given.organization()));
  const id = await proposeTalkingPoint(writer, input());
  const draft = await getTalkingPoint(writer, id);
  expect(draft).toMatchObject({ status: "draft", number: 1, version: 1, obstacle: "notOpen" });
  for (const viewer of [other, await as(null)]) {
    expect(await refusalOf(getTalkingPoint(viewer, id))).toBe("NOT_FOUND noSuchTalkingPoint");
    expect(await refusalOf(getTalkingPoint(viewer, draft.slug))).toBe("NOT_FOUND noSuchTalkingPoint");
    const { items } = await listTalkingPoints(viewer, talkingPointsInput.parse({}), "en");
    expect(items.some((it) => it.id === id)).toBe(false);
  }
  const key = draft.text.clauses[0]?.key ?? "";
  await postVersion(
    writer,
    rewrite({ ...draft, text: { ...draft.text, clauses: draft.text.clauses.slice(0, 1) } }, organization, {
      clauses: { [key]: { en: "Prevention is first." } },
    }),
    1,
  );
  await changeStatus(writer, { id, onBehalfOf: organization.slug, status: "in_discussion" });
  const opened = await getTalkingPoint(other, id);
  expect(opened).toMatchObject({ status: "in_discussion", number: 2 });
  expect(opened.versions.map(({ number }) => number)).toEqual([2]);
  expect(opened.steps.map(({ status }) => status)).toEqual(["in_discussion"]);
  expect(await refusalOf(getVersion(other, id, 1))).toBe("NOT_FOUND noSuchVersion");
  expect(await refusalOf(compareVersions(other, { id, from: 1, to: 2 }))).toBe("NOT_FOUND noSuchVersion");
  expect((await getTalkingPoint(writer, id)).versions.map(({ number }) => number)).toEqual([2, 1]);
});

test("the digest is of what is shown: title, kinds, both languages, questions, in order", async () => {
  const { writer, input } = await desk();
  const id = await proposeTalkingPoint(writer, input({ open: true }));
  const { digest, title, text } = await getTalkingPoint(writer, id);
  const pair = (it: { en: string | null; fr: string | null }) => ({ en: it.en ?? "", fr: it.fr ?? "" });
  const shown = text.clauses.map((it) => ({
    ...{ kind: it.kind, ...pair(it.text), question: it.question ? pair(it.question) : undefined },
  }));
  expect(digestOfText({ title: pair(title), clauses: shown })).toBe(digest);
});

test("whoever wrote a clause does not judge its languages; a second reader does, and answers open then", async () => {
  const { writer, organization, theme, input } = await desk();
  const id = await proposeTalkingPoint(writer, input({ open: true }));
  const colleague = await as(await given.representative(organization, { themes: [theme] }));
  const outsider = await as(await given.memberOf(organization));
  const { text } = await getTalkingPoint(writer, id);
  const judging = (clause: string, more: object = {}) =>
    parityInput.parse({ id, number: 1, clause, onBehalfOf: organization.slug, parity: "equal", ...more });
  const [first, second] = text.clauses.map(({ key }) => key);
  expect(await refusalOf(judgeParity(writer, judging(first ?? "")))).toBe("FORBIDDEN ownWording");
  expect(await refusalOf(judgeParity(outsider, judging(first ?? "")))).toBe("FORBIDDEN notDrafter");
  expect(text.clauses.map(({ viewer }) => viewer.mayJudge)).toEqual([false, false]);
  const theirs = (await getTalkingPoint(colleague, id)).text.clauses;
  expect(theirs.map(({ viewer }) => viewer.mayJudge)).toEqual([true, true]);
  const answer = await answerFor(writer, id, organization);
  await judgeParity(colleague, judging(first ?? ""));
  expect(await refusalOf(endorse(writer, answer))).toBe("CONFLICT parityPending");
  await judgeParity(colleague, judging(second ?? "", { parity: "disputed", reason: { en: "They differ." } }));
  expect(await refusalOf(endorse(writer, answer))).toBe("CONFLICT parityDisputed");
  expect(() => judging(second ?? "", { parity: "pending" })).toThrow("Invalid option");
  await endorse(writer, { ...answer, response: "object", reason: { en: "We object." } });
  await judgeParity(colleague, judging(second ?? ""));
  await endorse(writer, answer);
  const after = await getTalkingPoint(writer, id);
  expect(after).toMatchObject({ equal: true, answers: { endorse: 1, object: 0 } });
});

test("a dispute holds up answers from its first day on, whoever says it again and whatever other clause is reworded", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const { id } = point;
  const disputing = { clause: "clause-1", onBehalfOf: other.slug, parity: "disputed", reason: { en: "Not so." } };
  const dispute = async (number: number) => judgeParity(signer, parityInput.parse({ id, number, ...disputing }));
  const waits = async () => (await getTalkingPoint(writer, id)).text.clauses[0]?.parity.waitsUntil;
  await db.talkingPointParity.create({
    data: {
      ...{ talkingPointId: id, version: 1, clauseKey: "clause-1", number: 2, parity: "disputed", reasonEn: "Not so." },
      ...{ organizationId: other.id, actorId: signer.personId ?? "", at: new Date(Date.now() - 30 * 86_400_000) },
    },
  });
  await dispute(1);
  expect(await waits()).toBeNull();
  await endorse(writer, await answerFor(writer, id, lead));
  const before = await getTalkingPoint(writer, id);
  const clauses = { "clause-2": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  await dispute(2);
  expect(await waits()).toBeNull();
  await judgeParity(signer, parityInput.parse({ id, number: 2, ...disputing, parity: "equal" }));
  await dispute(2);
  expect(await waits()).toBeNull();
});

test("a clause in one language cannot be found equal, and asks for its translation by a day", async () => {
  const { writer, organization, input } = await desk();
  const alone = [{ kind: "key_message", text: { fr: "La prévention d’abord." } }];
  const id = await proposeTalkingPoint(writer, input({ open: true, clauses: alone }));
  const [clause] = (await getTalkingPoint(writer, id)).text.clauses;
  expect(clause?.translation).toMatchObject({ language: "en", organization: { slug: organization.slug } });
  const colleague = await as(await given.representative(organization));
  const judging = { id, number: 1, clause: clause?.key ?? "", onBehalfOf: organization.slug };
  expect(await refusalOf(judgeParity(colleague, { ...judging, parity: "equal" }))).toBe("CONFLICT clauseOneLanguage");
});

test("an editorial change is a claim: an endorser contests it within two working days, and it counts as material", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  await endorse(signer, await answerFor(signer, point.id, other));
  const before = await getTalkingPoint(writer, point.id);
  const clause = { "clause-1": { en: "Clause one, spelled otherwise." } };
  expect(
    await refusalOf(postVersion(writer, rewrite(before, lead, { clauses: clause, editorial: ["clause-2"] }), 1)),
  ).toBe("BAD editorial.0 invalid");
  await postVersion(writer, rewrite(before, lead, { clauses: clause, editorial: ["clause-1"] }), 1);
  const read = () => getVersion(signer, point.id, 2);
  expect(await read()).toMatchObject({ change: "editorial", editorialClauses: ["clause-1"], contests: [] });
  // Editorial or not, it asks again.
  expect((await getTalkingPoint(signer, point.id)).answers).toMatchObject({ endorse: 0, to_confirm: 1 });
  const contesting = {
    id: point.id,
    number: 2,
    clause: "clause-1",
    onBehalfOf: other.slug,
    reason: { en: "It differs." },
  };
  expect(await refusalOf(contestChange(writer, { ...contesting, onBehalfOf: lead.slug }))).toBe(
    "CONFLICT notAnEndorser",
  );
  expect(await refusalOf(contestChange(signer, { ...contesting, clause: "clause-2" }))).toBe(
    "CONFLICT notClaimedEditorial",
  );
  await contestChange(signer, contesting);
  expect(await refusalOf(contestChange(signer, contesting))).toBe("CONFLICT contestedAlready");
  expect(await read()).toMatchObject({ change: "material", contests: [{ organization: { slug: other.slug } }] });
});

test("the organization’s own people alone are warned that its register opposes what the text carries", async () => {
  const proposition = await given.proposition();
  const { other, signer, writer, point } = await pointWorld({ propositions: [proposition] });
  await given.standing({ organization: other, proposition, stance: "oppose", visibility: "organization" });
  const [own] = (await getTalkingPoint(signer, point.id)).viewer.organizations;
  expect(own?.opposes).toEqual([{ proposition: proposition.slug, number: expect.any(Number), stance: "oppose" }]);
  expect(JSON.stringify(await getTalkingPoint(writer, point.id))).not.toContain('oppose"');
  // It warns, and never blocks.
  await endorse(signer, await answerFor(signer, point.id, other));
});

test("usable belongs to a version and stays with it; retired, a point takes no answers and is proposed anew by another", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const { id } = point;
  const to = (status: string, more: object = {}) => statusInput.parse({ id, onBehalfOf: lead.slug, status, ...more });
  const convening = await given.organization();
  const convener = await as(await given.convener(convening));
  const usable = (version: number) => ({ ...to("usable", { version }), onBehalfOf: convening.slug });
  expect(await refusalOf(changeStatus(signer, { ...usable(1), onBehalfOf: other.slug }))).toBe(
    "FORBIDDEN notTheirStatus",
  );
  // It is the convener's word, also where a lead's own signatory asks.
  expect(await refusalOf(changeStatus(writer, to("usable", { version: 1 })))).toBe("FORBIDDEN notTheirStatus");
  expect(await refusalOf(changeStatus(convener, usable(1)))).toBe("CONFLICT notEndorsedYet");
  await endorse(signer, await answerFor(signer, id, other));
  expect(statusInput.safeParse({ id, onBehalfOf: lead.slug, status: "usable" }).success).toBe(false);
  expect(await refusalOf(changeStatus(convener, usable(2)))).toBe("CONFLICT versionReplaced");
  await changeStatus(convener, usable(1));
  expect(await refusalOf(changeStatus(convener, usable(1)))).toBe("CONFLICT statusUnchanged");
  const read = await getTalkingPoint(writer, id);
  const clause = { "clause-1": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(read, lead, { clauses: clause }), read.version);
  expect(await getTalkingPoint(signer, id)).toMatchObject({ status: "usable", number: 2, usableVersion: 1 });
  // Whoever read version 1 does not declare version 2 usable.
  expect(await refusalOf(changeStatus(convener, usable(1)))).toBe("CONFLICT versionReplaced");
  expect(await refusalOf(changeStatus(convener, usable(2)))).toBe("CONFLICT parityPending");
  const caution = { reason: { en: "Two object." }, caution: { en: "With their reasons." } };
  await changeStatus(writer, to("cautioned", caution));
  expect(await getTalkingPoint(signer, id)).toMatchObject({ caution: { en: "With their reasons." }, usableVersion: 1 });
  expect(statusInput.safeParse({ id, onBehalfOf: lead.slug, status: "retired" }).success).toBe(false);
  const answer = await answerFor(signer, id, other);
  await changeStatus(writer, to("retired", { reason: { en: "It is over." } }));
  expect(await getTalkingPoint(signer, id)).toMatchObject({ status: "retired", caution: null, obstacle: "notOpen" });
  expect(await refusalOf(endorse(signer, answer))).toBe("CONFLICT notOpen");
  const retired = await getTalkingPoint(writer, id);
  expect(await refusalOf(postVersion(writer, rewrite(retired, lead, { clauses: {} }), retired.version))).toBe(
    "CONFLICT pointRetired",
  );
  const { writer: author, input } = await desk();
  const anew = await proposeTalkingPoint(author, input({ open: true, proposesAnew: point.slug }));
  expect((await getTalkingPoint(signer, anew)).proposesAnew?.id).toBe(id);
  expect((await getTalkingPoint(signer, id)).proposedAnew.map((it) => it.id)).toEqual([anew]);
  expect(await refusalOf(proposeTalkingPoint(author, input({ proposesAnew: anew })))).toBe("CONFLICT notRetired");
});

test("a text of 40 clauses is taken, and one of 41 refused by the name of its field", async () => {
  const { organization, input } = await desk();
  const clauses = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ kind: "key_message", text: { en: `Clause ${at}.` } }));
  const raw = { ...input({}), organization: organization.slug };
  expect(talkingPointInput.safeParse({ ...raw, clauses: clauses(40) }).success).toBe(true);
  const refused = talkingPointInput.safeParse({ ...raw, clauses: clauses(41) });
  expect(refused.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["clauses", "tooManyClauses"],
  ]);
});
