import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { listProfileHistory } from "./read.profile-history";
import type { ProfileVersion } from "./schema.profile-history";

const page = { limit: 50 };

async function desk(options = {}) {
  const organization = await given.organization({ nameEn: "First", nameFr: "Premier", listing: "public", ...options });
  const signatory = await given.signatory(organization, { name: "Solène Signs" });
  const caller = await browserOf(signatory);
  let version = 1;
  const change = async (body: object) => {
    const headers = { "if-match": `"${version++}"` };
    expect((await rest("PATCH", `/organizations/${organization.slug}`, { as: caller, body, headers })).status).toBe(
      200,
    );
  };
  return { organization, signatory, change };
}

test("earlier texts stay as they stood, with who changed them and when, the latest first", async () => {
  const { organization, signatory, change } = await desk();
  await given.signatory(organization);
  await change({ name: { en: "Second", fr: "Deuxième" } });
  await change({ signOffKind: "joint", signOffTypicalDays: 12, signOffRule: { en: "Two sign.", fr: "Deux signent." } });
  await change({ signOffAlternate: { en: "The treasurer.", fr: "La trésorerie." } });
  const { items, total } = await listProfileHistory(await as(signatory), { slug: organization.slug, ...page });
  expect(total).toBe(3);
  expect(items.map(({ version, name, signOffKind }) => [version, name.en, signOffKind])).toEqual([
    [3, "Second", "joint"],
    [2, "Second", "delegated"],
    [1, "First", "delegated"],
  ]);
  expect(items.every(({ changedBy }) => changedBy === "Solène Signs")).toBe(true);
  expect(items.map(({ since, until }) => [since, until])).toEqual([
    [items[1]?.until, expect.any(String)],
    [items[2]?.until, expect.any(String)],
    [null, expect.any(String)],
  ]);
});

test("a page says since when its last words stood, though the ones before are on the next", async () => {
  const { organization, signatory, change } = await desk();
  for (const days of [3, 4, 5]) await change({ signOffTypicalDays: days });
  const viewer = await as(signatory);
  const answers: ProfileVersion[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await listProfileHistory(viewer, {
      slug: organization.slug,
      limit: 1,
      ...(cursor ? { cursor } : {}),
    });
    answers.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  expect(answers.map(({ since }) => since)).toEqual([answers[1]?.until, answers[2]?.until, null]);
});

test("they are the network's: a public listing shows no older words, and no name of who changed them to others", async () => {
  const { organization, change } = await desk();
  await change({ mandate: { en: "Other words.", fr: "Autres mots." } });
  const at = { slug: organization.slug, ...page };
  const member = await as(await given.memberOf(await given.organization()));
  expect((await listProfileHistory(member, at)).items).toMatchObject([{ changedBy: null, version: 1 }]);
  const convener = await as(await given.convener(await given.organization()));
  expect((await listProfileHistory(convener, at)).items).toMatchObject([{ changedBy: "Solène Signs" }]);
  await expect(listProfileHistory(await as(await given.person()), at)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("what was said cannot be said otherwise afterwards", async () => {
  const { change, organization } = await desk();
  await change({ type: "legal" });
  const where = { organizationId: organization.id };
  await expect(db.organizationText.updateMany({ where, data: { nameEn: "x" } })).rejects.toThrow();
  await expect(db.organizationText.deleteMany({ where })).rejects.toThrow();
});
