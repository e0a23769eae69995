import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { packWorld } from "@/tests/support/pack-world";
import { getPack } from "./read.pack";
import { renderPack } from "./read.pack-pdf";
import { listPack } from "./rules.pack-blocks";
import { pack as packShape } from "./schema.pack";

let world: Awaited<ReturnType<typeof packWorld>>;
beforeAll(async () => {
  world = await packWorld();
});
afterAll(() => db.$disconnect());

const blocksOf = async (viewer = world.viewer, slug = world.slug, language: "en" | "fr" = "en") => {
  const pack = packShape.parse(await getPack(viewer, { id: slug, language }));
  return { pack, blocks: listPack({ t: await translatorIn(language), pack }) };
};
const linesOf = async (...given: Parameters<typeof blocksOf>) =>
  (await blocksOf(...given)).blocks.map(({ text }) => text);
const plain = (text: string) => text.normalize("NFC").replace(/\s+/gu, "");

async function readBack(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let edge = 0;
    for (const it of items)
      if ("str" in it) texts.push(edge > 0 ? "" : it.str);
      else if (it.type.startsWith("begin")) edge += edge > 0 || ("tag" in it && it.tag === "Artifact") ? 1 : 0;
      else if (it.type === "endMarkedContent" && edge > 0) edge--;
  }
  const { info } = await pdf.getMetadata();
  return { text: texts.join(" "), info, outline: await pdf.getOutline(), marks: await pdf.getMarkInfo() };
}

test.each([
  "en",
  "fr",
] as const)("the file says what the page says, in the same order, tagged and with its parts (%s)", async (language) => {
  const { pack, blocks } = await blocksOf(world.viewer, world.slug, language);
  const { text, info, outline, marks } = await readBack(await renderPack(pack, "letter"));
  expect(plain(text)).toBe(plain(blocks.map((it) => it.text).join(" ")));
  expect(marks).toMatchObject({ Marked: true });
  expect(info).toMatchObject({ Language: `${language}-CA`, Creator: "Concerted" });
  expect(outline.map((it: { title: string }) => it.title)).toEqual(
    blocks.filter(({ kind }) => kind === "head").map((it) => it.text),
  );
});

test("the agenda has running times, the two questions of its rule, tighter ones where they are, and its end", async () => {
  const lines = await linesOf();
  const at = lines.indexOf("Agenda");
  expect(lines.slice(at + 1, at + 6)).toEqual([
    "1. Approval of the last minutes (10:00, 5 minutes)",
    "2. Around the table (10:05, 10 minutes)",
    `Lead: ${world.host.nameEn}`,
    "What each of us is doing.",
    "For this item: Is it written who said it? No. Is it written who was there? No. Only decisions are written.",
  ]);
  expect(lines).toContain("Is it written who said it? No. Is it written who was there? Yes.");
  expect(lines).toContain("35 minutes in all, expected end 10:35");
  expect(lines).toContain("9 March 2027, 10:00 to 11:00, Toronto (UTC−5)");
});

test("papers, updates, texts and stances come with whose they are, and with every reservation in full", async () => {
  const { other, reserved, host } = world;
  const lines = await linesOf();
  expect(lines).toContain(`${other.nameEn} · TXT · in French · for the meeting`);
  expect(lines).toContain(`${other.nameEn} · TXT · in French · for item 2`);
  expect(lines).not.toContain("Retirée");
  expect(lines).toContain("Discussion circles");
  expect(lines).toContain(`${world.theme.titleEn} · In May · a@example.ca`);
  expect(lines).toContain("Help wanted: Interpreters");
  const behind = lines.find((it) => it.startsWith("2 organizations endorse this wording:"));
  expect(behind).toContain(other.nameEn);
  expect(behind).toContain(reserved.nameEn);
  expect(lines).toContain("Not by force 0.");
  expect(lines.find((it) => it.startsWith("Reservation"))).toContain(reserved.nameEn);
  expect(lines).toContain(`Support: ${host.nameEn}`);
  expect(lines).toContain(`Reservation of ${other.nameEn}: “Except by force 0.”`);
});

test("a quotation within a reservation has inner marks, in the language of the pack", async () => {
  const { host, other, viewer, slug } = await packWorld();
  const proposition = await given.proposition();
  await given.standing({
    ...{ organization: other, proposition, stance: "support_with_reservation" },
    ...{ reservationEn: "Not “all necessary means”.", reservationFr: "Pas « tous les moyens nécessaires »." },
  });
  const { id: briefingId } = await db.briefing.findUniqueOrThrow({ where: { slug } });
  const item = { briefingId, number: 50, kind: "proposition" as const, propositionId: proposition.id, minutes: 5 };
  await db.agendaItem.create({ data: { ...item, leadId: host.id, createdAt: new Date() } });
  expect(await linesOf(viewer, slug)).toContain(`Reservation of ${other.nameEn}: “Not ‘all necessary means’.”`);
  expect((await linesOf(viewer, slug, "fr")).map(plain)).toContain(
    plain(`Réserve de ${other.nameFr} : « Pas “tous les moyens nécessaires”. »`),
  );
});

test("each reads as far as they may: closed positions of others and texts that are drafts elsewhere are in nobody else’s pack", async () => {
  const { reserved, other, slug, briefingId } = world;
  const own = await as(await given.representative(reserved));
  const opposed = `Opposes: ${reserved.nameEn}`;
  expect(await linesOf(own)).toContain(opposed);
  expect(await linesOf()).not.toContain(opposed);
  const draft = await buildPoint({ organization: other, status: "draft", title: "A secret draft" });
  const item = { briefingId, number: 40, kind: "point" as const, talkingPointId: draft.id, minutes: 5 };
  const { id } = await db.agendaItem.create({ data: { ...item, createdAt: new Date() } });
  const lines = await linesOf();
  expect(lines.join("\n")).not.toContain("secret");
  expect(lines.find((it) => it.includes("A text that you cannot read"))).toBeDefined();
  expect((await linesOf(await as(await given.representative(other)))).join("\n")).toContain("A secret draft");
  await db.agendaItem.delete({ where: { id } });
  for (const nobody of [null, await given.person({ guest: true })])
    await expect(getPack(await as(nobody), { id: slug, language: "en" })).rejects.toMatchObject({
      reason: "noSuchBriefing",
    });
});

test("who raises and who answers an item is in the pack of a caucus alone", async () => {
  const [, free] = (await blocksOf()).pack.items;
  expect(free).toMatchObject({ raises: null, answerers: [] });
  const caucus = await packWorld({ part: "caucus", partOfId: world.briefingId });
  const lines = await linesOf(caucus.viewer, caucus.slug);
  expect(lines).toContain(
    `Lead: ${caucus.host.nameEn} · Raised by ${caucus.other.nameEn} · Answered by ${caucus.host.nameEn}`,
  );
});

test("a pack of many items asks the database as often as one of a few", async () => {
  const large = await packWorld({ items: 12 });
  const counted = async (viewer: typeof world.viewer, slug: string) =>
    (await listStatements(() => getPack(viewer, { id: slug, language: "en" }))).length;
  await counted(world.viewer, world.slug);
  expect(await counted(large.viewer, large.slug)).toBe(await counted(world.viewer, world.slug));
});

test("without a date the times are left out, and nothing on it is said for each part", async () => {
  const { viewer, slug, briefingId } = await packWorld({ items: 0 });
  await db.briefing.update({
    where: { id: briefingId },
    data: { state: "planned", wallStart: null, startsAt: null, endsAt: null, zoneVersion: null },
  });
  const lines = await linesOf(viewer, slug, "fr");
  expect(lines).toContain("Aucune date n’est encore choisie.");
  expect(lines).toContain("1. Approbation du dernier procès-verbal (5 minutes)");
  expect(lines).toContain("15 minutes en tout");
  expect(lines).toContain("Aucun énoncé n’est à l’ordre du jour.");
});
