import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, rewrite } from "@/tests/support/point-world";
import { isStale } from "../positions/rules";
import { findPending, type PositionSituation } from "../positions/rules.pending";
import { draftInput, type PositionKey } from "../positions/schema";
import { saveDraft, submitDraft } from "../positions/write.drafts";
import { getTalkingPoint } from "../talking-points/read.detail";
import { endorse } from "../talking-points/write.endorsements";
import { joinReservation } from "../talking-points/write.joins";
import { judgeParity } from "../talking-points/write.parity";
import { postVersion } from "../talking-points/write.versions";
import { findByCode, readBoardPack } from "./read";
import { renderHtml } from "./read.html";
import { renderPdf } from "./read.pdf";
import { findDecision, toCode } from "./rules";

const origin = "https://concerted.example";

/** An organization that owes four decisions, of each kind one. */
async function board() {
  const { organization, proposition, drafter, signer, positionPath } = await given.desk();
  const theme = await given.theme();
  const [stale, near, reworded] = [
    await given.proposition({ theme }),
    await given.proposition({ theme }),
    await given.proposition({ theme }),
  ];
  const held = { organization, stance: "support_with_reservation", rationaleFr: "Motifs d’hier." } as const;
  await given.standing({ ...held, proposition, reservationEn: "Except by force." });
  await given.standing({ ...held, proposition: stale, reviewBy: "2020-01-01" });
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await given.standing({ ...held, proposition: near, reviewBy: soon });
  await given.standing({ ...held, proposition: reworded });
  await given.rewording(reworded);
  const words = { en: "Because of the œuvre.", fr: "Parce que « l’été » coûte 5 % à Łódź." };
  await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "oppose", rationale: words }), 3);
  await submitDraft(drafter, positionPath, null);
  const other = await given.organization();
  await given.standing({ organization: other, proposition, stance: "support_with_reservation" });
  const hidden = await given.organization();
  await given.standing({ organization: hidden, proposition, stance: "oppose", visibility: "organization" });
  return { organization, proposition, drafter, signer, place: positionPath, other, hidden, stale, near, reworded };
}

async function textsOf(bytes: Uint8Array) {
  const doc = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
  const texts: string[] = [];
  for (let at = 1; at <= doc.numPages; at++) {
    const { items } = await (await doc.getPage(at)).getTextContent();
    texts.push(
      items
        .map((it) => ("str" in it ? it.str : ""))
        .join(" ")
        .replace(/[\s\u00a0]+/g, " "),
    );
  }
  const { info } = await doc.getMetadata();
  return {
    texts,
    info: info as Record<string, unknown>,
    outline: await doc.getOutline(),
    marked: await doc.getMarkInfo(),
  };
}

test("a pack holds each decision owed, once, with its ask, its own date and what others said as far as it may be read", async () => {
  const { organization, proposition, signer, other, hidden, stale, near, reworded } = await board();
  const { content, digest } = await readBoardPack(signer, organization.slug);
  const kinds = Object.fromEntries(content.decisions.map((it) => [it.proposition.slug, it.kind]));
  expect(kinds).toEqual({
    [proposition.slug]: "submitted",
    [stale.slug]: "stale",
    [near.slug]: "review",
    [reworded.slug]: "earlierWording",
  });
  const submitted = content.decisions.find(({ kind }) => kind === "submitted");
  expect(submitted?.others.map((it) => it.organization.slug)).toEqual([other.slug]);
  expect(JSON.stringify(content)).not.toContain(hidden.slug);
  expect(submitted).toMatchObject({ draft: { stance: "oppose" }, standing: { stance: "support_with_reservation" } });
  expect(digest).toBe(sha256(toCanonicalJson(JSON.parse(JSON.stringify(content)))));
});

test("to everybody else there is no such pack, and a code opens nothing", async () => {
  const { organization, drafter, other } = await board();
  const { content } = await readBoardPack(drafter, organization.slug);
  const code = content.decisions[0]?.code ?? "";
  expect(await findByCode(drafter, code)).toMatchObject({ organization: organization.slug });
  for (const who of [
    await as(null),
    await as(await given.convener(await given.organization())),
    await as(await given.signatory(other)),
  ]) {
    await expect(readBoardPack(who, organization.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findByCode(who, code)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test.each([
  ["en", ["Sign this draft off", "Except by force.", "removed:", "Because of the œuvre.", "Opposes", "Page 2 of"]],
  ["fr", ["Approuver cette ébauche", "« l’été » coûte 5 % à Łódź", "retiré", "S’oppose", "Page 2 sur"]],
] as const)("the PDF says what the pack says, in its language, tagged and with bookmarks: %s", async (language, said) => {
  const { organization, signer } = await board();
  await db.network.update({ where: { id: 1 }, data: { kind: "demonstration" } });
  const pack = await readBoardPack(signer, organization.slug);
  const bytes = await renderPdf(pack, { language, paper: "a4", origin });
  const { texts, info, outline, marked } = await textsOf(bytes);
  const whole = texts.join(" ");
  const close = whole.replaceAll(" ", "");
  for (const words of said) expect(close).toContain(words.replaceAll(/\s/g, ""));
  for (const { proposition, code } of pack.content.decisions) {
    expect(texts.filter((text) => text.includes(proposition.title[language])).length).toBeGreaterThan(1);
    expect(close).toContain(`${origin}/${language}/decisions/${code}`);
  }
  expect(close).toContain(pack.digest);
  expect(texts.every((text) => text.includes(pack.digest.slice(0, 16)))).toBe(true);
  expect(texts.every((text) => text.includes(language === "en" ? "Illustrative data" : "Données fictives"))).toBe(true);
  expect(info).toMatchObject({
    Language: `${language}-CA`,
    Title: expect.stringContaining(organization[language === "en" ? "nameEn" : "nameFr"]),
  });
  expect(marked).toMatchObject({ Marked: true });
  expect(outline).toHaveLength(pack.content.decisions.length + 1);
  expect(whole).not.toContain("\u25a1");
  const again = await renderPdf(pack, { language, paper: "a4", origin });
  expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
});

test("a talking point that waits for an answer has its page: its words, what changed since they were answered, who else answered", async () => {
  const { other, signer, writer, lead, point } = await pointWorld();
  const own = async () =>
    (await readBoardPack(signer, other.slug)).content.points.filter((it) => it.point.id === point.id);
  expect(await own()).toMatchObject([{ kind: "answer", number: 1, own: null, before: null, others: [] }]);
  await endorse(signer, await answerFor(signer, point.id, other));
  expect(await own()).toEqual([]);
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except at sea." } } as const;
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-1": { en: "Other words entirely.", fr: "De tout autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  const judged = { id: point.id, number: 2, clause: "clause-1", onBehalfOf: other.slug, parity: "equal" } as const;
  await judgeParity(signer, judged);
  await endorse(writer, await answerFor(writer, point.id, lead, { ...reserved, clauses: ["clause-2"] }));
  const third = await given.organization();
  const now = await getTalkingPoint(writer, point.id);
  const shown = { version: 2, digest: now.digest, step: now.endorsements.find((it) => it.current)?.step ?? 0 };
  const joining = { id: point.id, organization: lead.slug, onBehalfOf: third.slug };
  await joinReservation(await as(await given.signatory(third)), { ...joining, ...shown });
  const others = { organization: { slug: lead.slug }, clauses: [2], reservation: { en: "Except at sea." } };
  expect(await own()).toMatchObject([
    {
      ...{ kind: "confirm", number: 2, own: { version: 1, response: "endorse" } },
      others: [{ ...others, joinedBy: [{ slug: third.slug }] }],
    },
  ]);
  const html = await renderHtml(await readBoardPack(signer, other.slug), { language: "en", origin });
  const joined = `Joined by ${third.shortEn}`;
  for (const words of [
    "Other words entirely.",
    "Except at sea.",
    joined,
    "clause 2 only",
    "What changed since your answer",
  ])
    expect(html).toContain(words);
  await endorse(
    writer,
    await answerFor(writer, point.id, lead, { ...reserved, reservation: { en: "Except ashore." } }),
  );
  expect((await own())[0]?.others).toMatchObject([{ reservation: { en: "Except ashore." }, joinedBy: [] }]);
  await expect(readBoardPack(writer, other.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("in the HTML file nothing anybody wrote becomes markup", async () => {
  const { organization, drafter } = await board();
  const theme = await given.theme();
  const proposition = await given.proposition({ theme });
  const positionPath: PositionKey = { organization: organization.slug, proposition: proposition.slug };
  const evil = `<script>alert(1)</script>"><img src=x onerror=1>`;
  await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "support", rationale: { en: evil } }), null);
  await submitDraft(drafter, positionPath, null);
  const html = await renderHtml(await readBoardPack(drafter, organization.slug), { language: "en", origin });
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain("&lt;script&gt;");
});

test("what waits for a signature settles the rest; what is in order is not owed", () => {
  const fine = { draftState: null, standingFor: 2, currentWording: 2, reviewBy: "2027-06-01", decideBy: null };
  const decisionOn = (it: PositionSituation, today: string) =>
    findDecision(findPending(it, today), isStale(it.reviewBy, today));
  expect(decisionOn(fine, "2027-01-01")).toBeNull();
  for (const draftState of ["submitted", "signed_once"] as const)
    expect(decisionOn({ ...fine, draftState, standingFor: 1 }, "2027-06-02")).toBe("submitted");
  expect(decisionOn({ ...fine, draftState: "returned" }, "2027-01-01")).toBeNull();
  expect(decisionOn({ ...fine, standingFor: 1 }, "2027-06-02")).toBe("earlierWording");
  expect(decisionOn(fine, "2027-06-02")).toBe("stale");
  expect(decisionOn(fine, "2027-06-01")).toBe("review");
  expect(decisionOn({ ...fine, decideBy: "2027-01-01" }, "2027-01-02")).toBe("undecided");
  expect(decisionOn({ ...fine, standingFor: null }, "2027-06-02")).toBeNull();
  expect(toCode("a")).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
});
