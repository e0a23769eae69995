import { call } from "@orpc/server";
import { beforeAll, expect, test } from "vitest";
import { draftInput } from "@/lib/positions/schema";
import { saveDraft } from "@/lib/positions/write.drafts";
import { anonymousContext } from "@/lib/viewer/api.procedure";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { loadReport } from "@/prisma/seed/load-report";
import { readReport } from "@/prisma/seed/read-report";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { search } from "./api";

const find = (q: string | undefined, viewer: Viewer = visitor, limit = 8) =>
  call(search.find, { ...(q === undefined ? {} : { q }), limit }, { context: { ...anonymousContext, viewer } });

const group = async (type: string, ...asked: Parameters<typeof find>) =>
  (await find(...asked)).groups.find((it) => it.type === type);

beforeAll(async () => {
  await loadReport(readReport());
});

test("a word is found in either language, with its accents or without, in every list that bears it", async () => {
  const types = async (q: string) => (await find(q)).groups.map(({ type }) => type);
  expect(await types("definition etroite")).toEqual(await types("définition étroite"));
  expect(await types("genocide")).toEqual(
    expect.arrayContaining(["recommendation", "timeline", "library", "glossary"]),
  );
  expect((await group("recommendation", "definition etroite"))?.items).toContainEqual(
    expect.objectContaining({ href: "/briefings/recommendations#S3a", note: "S3a" }),
  );
  const { slug } = await given.proposition();
  expect((await group("proposition", `enonce ${slug}`))?.items).toMatchObject([{ href: `/propositions/${slug}` }]);
});

test("eight rows at most unless more are asked for, and every total is told", async () => {
  const { groups, total } = await find("genocide");
  const rows = groups.flatMap(({ items }) => items);
  expect(rows).toHaveLength(8);
  expect(new Set(rows.map(({ href }) => href)).size).toBe(8);
  expect(total).toBe(groups.reduce((sum, it) => sum + it.total, 0));
  expect((await find("genocide", visitor, 100)).groups.flatMap(({ items }) => items).length).toBeGreaterThan(8);
});

test("nothing asked for finds nothing", async () => {
  for (const q of [undefined, "", "   "]) expect(await find(q)).toEqual({ groups: [], total: 0 });
});

test("an organization that is not listed to the public is found by the network only, and counts for nobody else", async () => {
  const listed = await given.organization({ nameEn: "Zibeline Trust", nameFr: "Fiducie Zibeline" });
  const before = await find("zibeline");
  const quiet = await given.organization({ nameEn: "Zibeline Circle", nameFr: "Cercle Zibeline", listing: "network" });
  await given.organization({ nameEn: "Zibeline Past", nameFr: "Zibeline passée", status: "left", listing: "public" });
  const applicant = await given.organization({ nameEn: "Zibeline Hope", nameFr: "Espoir Zibeline", status: "applied" });
  for (const viewer of [
    visitor,
    await as(await given.person({ guest: true })),
    await as(await given.person({ administrator: true })),
    await as(await given.memberOf(applicant)),
  ]) {
    expect(await find("zibeline", viewer)).toEqual(before);
    expect(await find("zibeline circle", viewer)).toEqual({ groups: [], total: 0 });
  }
  const member = await as(await given.memberOf(await given.organization()));
  const seen = await group("organization", "zibeline", member);
  expect(seen?.total).toBe(2);
  expect(seen?.items.map(({ href }) => href).sort()).toEqual(
    [listed, quiet].map(({ slug }) => `/organizations/${slug}`).sort(),
  );
});

test("what organizations write is not looked through, not even by themselves", async () => {
  const { positionPath: place, drafter } = await given.desk();
  const said = { stance: "oppose", visibility: "public", rationale: { en: "Quixotry", fr: "Quichotterie" } };
  await saveDraft(drafter, draftInput.parse({ ...place, ...said }), null);
  expect(await find("quixotry", drafter)).toEqual({ groups: [], total: 0 });
});

test("a talking point is found by its words in force, by whoever reads it and by nobody else", async () => {
  const organization = await given.organization();
  const other = await given.organization();
  const point = await buildPoint({ organization, title: "Quagga corridors" });
  await buildPoint({ organization, title: "Quagga drafts", status: "draft" });
  const titles = async (viewer: Viewer) =>
    ((await group("talkingPoint", "quagga", viewer))?.items ?? []).map(({ title }) => title.en).sort();
  expect(await titles(visitor)).toEqual([]);
  expect(await titles(await as(await given.person({ guest: true })))).toEqual([]);
  expect(await titles(await as(await given.memberOf(other)))).toEqual(["Quagga corridors"]);
  expect(await titles(await as(await given.memberOf(organization)))).toEqual(["Quagga corridors", "Quagga drafts"]);
  expect((await group("talkingPoint", "quagga", await as(await given.memberOf(other))))?.items).toMatchObject([
    { href: `/talking-points/${point.slug}`, note: "v1" },
  ]);
});
