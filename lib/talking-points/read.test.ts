import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { digestOfText } from "@/lib/platform/text/digest";
import type { Viewer } from "@/lib/viewer/schema";
import { addVersion } from "@/prisma/seed/build-talking-point";
import { buildPoint, versionFields } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { networkDay } from "@/tests/support/network-day";
import { answerFor, pointWorld, refusalOf } from "@/tests/support/point-world";
import { listTalkingPoints } from "./read";
import { getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { type TalkingPointsInput, talkingPointInput, talkingPointsInput } from "./schema";
import { listTalkingPointTasks } from "./tasks";
import { proposeTalkingPoint } from "./write";
import { endorse, withdrawEndorsement } from "./write.endorsements";
import { joinReservation, leaveReservation } from "./write.joins";

const hostile = [
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "admin\u202etxt.exe",
  "zero\u200bwidth\u00ad",
  "Сanada аnd",
  "e\u0301te\u0301 — l'eau «\u202foui\u202f»",
  "{{7*7}} #{7*7} %s",
  "👩‍👩‍👧‍👦 ꙮ ﷽",
  "\ud800 lone",
  "a\u0000b",
];

test.each(hostile)("hostile text number %# is refused, or shown and hashed as it is stored", async (text) => {
  const organization = await given.organization();
  const theme = await given.theme();
  const person = await given.signatory(organization);
  const clauses = [{ kind: "key_message", text: { en: text, fr: text } }];
  const about = { themes: [theme.slug], regimeAreas: ["practice"], audiences: ["officials"] };
  const parsed = talkingPointInput.safeParse({
    organization: organization.slug,
    title: { en: "A line" },
    clauses,
    ...about,
  });
  if (!parsed.success) return expect(/\ud800(?![\udc00-\udfff])|\0/.test(text)).toBe(true);
  const id = await proposeTalkingPoint(await as(person), parsed.data);
  const caller = await browserOf(person);
  const version = await (await rest("GET", `/talking-points/${id}/versions/1`, { as: caller })).json();
  const { digest, title, clauses: shown } = version as Awaited<ReturnType<typeof getTalkingPoint>>["text"];
  const printed = shown.map((it) => ({ kind: it.kind, en: it.text.en ?? "", fr: it.text.fr ?? "" }));
  expect(digestOfText({ title: { en: title.en ?? "", fr: title.fr ?? "" }, clauses: printed })).toBe(digest);
  expect(printed[0]?.en).toBe(parsed.data.clauses[0]?.text.en);
});

test("as it was at the end of a day: the words, the status and the answers of then, under the rights of today", async () => {
  const organization = await given.organization({ createdAt: new Date(Date.now() - 10 * 86_400_000) });
  const viewer = await as(await given.signatory(organization));
  const point = await buildPoint({
    ...{ organization, answers: [{ organization }] },
    change: (built) => {
      const fields = versionFields({ organization, slug: "later", title: "Later", clauses: 1 });
      const act = {
        by: randomUUID(),
        at: new Date(),
        mandate: { authorizedBy: "B", instrument: "R", instrumentDate: new Date() },
      };
      const themeIds = built.themes.map((it) => it.themeId);
      addVersion(built, { ...fields, themeIds, propositionIds: [] }, act);
    },
  });
  expect(await getTalkingPoint(viewer, point.id)).toMatchObject({ number: 2, answers: { endorse: 0, to_confirm: 1 } });
  const then = await getTalkingPoint(viewer, point.id, networkDay(-1));
  expect(then).toMatchObject({
    number: 1,
    answers: { endorse: 1, to_confirm: 0 },
    viewer: { organizations: [], pens: [] },
  });
  expect(await refusalOf(getTalkingPoint(viewer, point.id, networkDay(-3)))).toBe("NOT_FOUND noSuchTalkingPoint");
  const find = async (more: object) => {
    const { items } = await listTalkingPoints(
      viewer,
      talkingPointsInput.parse({ lead: organization.slug, ...more }),
      "en",
    );
    return items.map(({ number, answers }) => [number, answers.endorse]);
  };
  expect(await find({})).toEqual([[2, 0]]);
  expect(await find({ asOf: networkDay(-1) })).toEqual([[1, 1]]);
  expect(await find({ asOf: networkDay(-3) })).toEqual([]);
});

test("the list is chosen by theme, area, status, proposition and words, put in order, and read page by page", async () => {
  const organization = await given.organization();
  const viewer = await as(await given.signatory(organization));
  const [theme, proposition] = [await given.theme(), await given.proposition()];
  const first = await buildPoint({ organization, theme, title: "Éléphants d’abord", status: "usable" });
  const second = await buildPoint({ organization, propositions: [proposition], title: "Zèbres" });
  const find = async (more: Partial<TalkingPointsInput>) => {
    const list = await listTalkingPoints(viewer, talkingPointsInput.parse({ lead: organization.slug, ...more }), "en");
    return list.items.map(({ slug }) => slug);
  };
  expect(await find({ sort: "title" })).toEqual([first.slug, second.slug]);
  expect(await find({ theme: theme.slug })).toEqual([first.slug]);
  expect(await find({ proposition: proposition.slug })).toEqual([second.slug]);
  expect(await find({ status: "usable" })).toEqual([first.slug]);
  expect(await find({ q: "elephants D'ABORD" })).toEqual([first.slug]);
  expect(await find({ q: `passage ${second.slug}` })).toEqual([second.slug]);
  expect(await find({ q: "elephants zebres" })).toEqual([]);
  expect(await find({ area: "codification" })).toEqual([]);
  expect((await find({ needsUs: "true" })).sort()).toEqual([first.slug, second.slug].sort());
  await endorse(viewer, await answerFor(viewer, first.id, organization));
  expect(await find({ needsUs: "true" })).toEqual([second.slug]);
  // Usable in the words in force, with both languages equal: nothing of the first is still open.
  expect(await find({ stillOpen: "true" })).toEqual([second.slug]);
  const input = talkingPointsInput.parse({ lead: organization.slug, sort: "title", limit: 1 });
  const page = await listTalkingPoints(viewer, input, "en");
  expect(page).toMatchObject({ total: 2, items: [{ slug: first.slug }] });
  const rest = await listTalkingPoints(viewer, { ...input, cursor: page.nextCursor ?? undefined }, "en");
  expect(rest).toMatchObject({ nextCursor: null, items: [{ slug: second.slug }] });
});

test("another organization joins a reservation in exactly these words, and a later one carries no join", async () => {
  const { other, signer, writer, lead, point } = await pointWorld();
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  await endorse(signer, await answerFor(signer, point.id, other, reserved));
  const shown = (await getTalkingPoint(writer, point.id)).endorsements[0]?.step ?? 0;
  const joining = {
    ...{ id: point.id, organization: other.slug, onBehalfOf: lead.slug },
    ...{ version: 1, digest: point.digest, step: shown },
  };
  expect(await refusalOf(joinReservation(signer, { ...joining, onBehalfOf: other.slug }))).toBe(
    "CONFLICT ownReservation",
  );
  expect(await refusalOf(joinReservation(writer, { ...joining, digest: "0".repeat(64) }))).toBe(
    "CONFLICT reservationChanged",
  );
  await joinReservation(writer, joining);
  expect(await refusalOf(joinReservation(writer, joining))).toBe("CONFLICT alreadyJoined");
  const read = async () => (await getTalkingPoint(writer, point.id)).endorsements[0]?.joinedBy.map(({ slug }) => slug);
  expect(await read()).toEqual([lead.slug]);
  await endorse(
    signer,
    await answerFor(signer, point.id, other, { ...reserved, reservation: { en: "Except at home." } }),
  );
  expect(await read()).toEqual([]);
  // The words are the same, and the reservation is another one than was read.
  expect(await refusalOf(joinReservation(writer, joining))).toBe("CONFLICT reservationChanged");
  const leaving = { id: point.id, organization: other.slug, onBehalfOf: lead.slug };
  await leaveReservation(writer, leaving);
  expect(await refusalOf(leaveReservation(writer, leaving))).toBe("CONFLICT notJoined");
});

test("where two sign, a join waits for the second, who alone is offered it; the first of them takes it back at will", async () => {
  const { other, signer, point } = await pointWorld();
  const joint = await given.organization({ signOffKind: "joint" });
  const [first, second] = [await as(await given.signatory(joint)), await as(await given.signatory(joint))];
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  await endorse(signer, await answerFor(signer, point.id, other, reserved));
  const leaving = { id: point.id, organization: other.slug, onBehalfOf: joint.slug };
  const joining = { ...leaving, version: 1, digest: point.digest, step: 1 };
  const own = async (viewer: Viewer) => {
    const { viewer: now } = await getTalkingPoint(viewer, point.id);
    return now.organizations.map(({ joined, joinsWaiting }) => ({ joined, joinsWaiting }));
  };
  await joinReservation(first, joining);
  expect(await own(first)).toEqual([{ joined: [], joinsWaiting: [{ organization: other.slug, mine: true }] }]);
  expect(await own(second)).toEqual([{ joined: [], joinsWaiting: [{ organization: other.slug, mine: false }] }]);
  await leaveReservation(first, leaving);
  expect(await own(second)).toEqual([{ joined: [], joinsWaiting: [] }]);
  await joinReservation(first, joining);
  await joinReservation(second, joining);
  expect(await own(first)).toEqual([{ joined: [other.slug], joinsWaiting: [] }]);
});

test("who left the network is named by no reservation that it joined", async () => {
  const { other, signer, writer, lead, point } = await pointWorld();
  const third = await given.organization();
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  await endorse(signer, await answerFor(signer, point.id, other, reserved));
  const joining = { id: point.id, organization: other.slug, version: 1, digest: point.digest, step: 1 };
  await joinReservation(writer, { ...joining, onBehalfOf: lead.slug });
  await joinReservation(await as(await given.signatory(third)), { ...joining, onBehalfOf: third.slug });
  await db.organization.update({ where: { id: third.id }, data: { status: "left" } });
  const now = await getTalkingPoint(writer, point.id);
  expect(now.endorsements[0]?.joinedBy.map(({ slug }) => slug)).toEqual([lead.slug]);
  const version = await getVersion(writer, point.id, 1);
  expect(version.answers[0]?.joinedBy.map(({ slug }) => slug)).toEqual([lead.slug]);
});

test("eight signatories who answer at once give one answer, and seven are told that it was given", async () => {
  const { other, point } = await pointWorld();
  const signers = await Promise.all(Array.from({ length: 8 }, async () => as(await given.signatory(other))));
  const [first] = signers;
  if (!first) throw new Error("nobody signs");
  const answer = await answerFor(first, point.id, other);
  const ended = await Promise.all(signers.map((it) => refusalOf(endorse(it, answer))));
  expect(ended.filter((it) => it === null)).toHaveLength(1);
  expect(ended.filter((it) => it === "CONFLICT answerUnchanged")).toHaveLength(7);
});

test("what waits for an organization: an answer, then nothing, and an answer again once it was withdrawn", async () => {
  const { other, signer, point } = await pointWorld();
  const tasks = async () =>
    (await listTalkingPointTasks(signer))
      .filter(({ thing }) => thing === point.slug)
      .map(({ kind, version }) => [kind, version]);
  expect(await tasks()).toEqual([["answer", 1]]);
  await endorse(signer, await answerFor(signer, point.id, other));
  expect(await tasks()).toEqual([]);
  await withdrawEndorsement(signer, { id: point.id, organization: other.slug });
  expect(await tasks()).toEqual([["answer", 1]]);
});
