import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { BadField } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { getOffice, listOffices } from "./read";
import { officeChange, officeInput } from "./schema";
import { addOffice, changeOffice, checkOffice, closeOffice } from "./write";
import { addHolder, endHolder, eraseHolder } from "./write.holders";

const refusedBecause = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const input = (title: string) =>
  officeInput.parse({
    institution: { en: "Foreign Affairs", fr: "Affaires étrangères" },
    title: { en: title, fr: `${title}, en français` },
    function: { en: "Policy on R2P", fr: "Politiques sur la RdP" },
    contactAddress: "Human.Security@Example.ca",
  });

let organization: Awaited<ReturnType<typeof given.organization>>;
let writer: Viewer;
let second: Viewer;
let convener: Viewer;
beforeAll(async () => {
  organization = await given.organization();
  writer = await as(await given.representative(organization));
  second = await as(await given.representative(organization));
  convener = await as(await given.convener(await given.organization()));
});
afterAll(() => db.$disconnect());

const lastActivity = () => db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
const added = async (title: string) => getOffice(writer, await addOffice(writer, input(title)));
const rowOf = (slug: string) => db.office.findUniqueOrThrow({ where: { slug } });

test("an office has an address of its own, the code of its institution, and a title that nobody checked yet", async () => {
  await db.office.create({
    data: {
      ...{ slug: "known", institution: "foreign_affairs", institutionEn: "Foreign Affairs" },
      ...{ institutionFr: "Affaires étrangères", titleEn: "a", titleFr: "a", functionEn: "a", functionFr: "a" },
    },
  });
  const [first, again] = [await added("Office for the Sahel"), await added("Office for the Sahel")];
  expect([first.slug, again.slug]).toEqual(["office-sahel", "office-sahel-2"]);
  expect(first).toMatchObject({
    ...{ institution: "foreign_affairs", checked: null, contactAddress: "human.security@example.ca", version: 1 },
    viewer: { mayWrite: true, mayCheck: false, wroteTitle: true, mayClose: false, mayErase: false },
  });
  expect((await listOffices(writer, { limit: 100, q: "sahel" })).total).toBe(2);
  expect(await added("Add")).toMatchObject({ slug: "add-2" });
});

test("whoever wrote a title cannot check it; a second person can, for their organization, and the record says which", async () => {
  const { slug } = await added("Office for prevention");
  const check = (viewer: Viewer, version: number, onBehalfOf = organization.slug) =>
    checkOffice(viewer, { slug, onBehalfOf }, version);
  await expect(check(writer, 1)).rejects.toEqual(refusedBecause("FORBIDDEN", "titleIsYours"));
  await expect(check(second, 1, "nowhere")).rejects.toEqual(refusedBecause("FORBIDDEN", "notYourOrganization"));
  await check(second, 1);
  expect((await getOffice(second, slug)).checked).toMatchObject({ by: { slug: organization.slug } });
  expect(await lastActivity()).toMatchObject({
    kind: "office.checked",
    facts: { organization: organization.id, version: 2 },
  });
  await expect(check(second, 1)).rejects.toEqual(refusedBecause("PRECONDITION_FAILED", "changedMeanwhile"));
});

test("another title is unchecked again and its writer does not check it; other words leave the check as it is", async () => {
  const { slug } = await added("Office for reports");
  await checkOffice(second, { slug, onBehalfOf: organization.slug }, 1);
  await changeOffice(second, { slug, contactAddress: null }, 2);
  expect(await getOffice(second, slug)).toMatchObject({ contactAddress: null, version: 3, checked: {} });
  await changeOffice(second, { slug, title: { en: "Office for reporting", fr: "Bureau des rapports" } }, 3);
  expect(await lastActivity()).toMatchObject({ kind: "office.changed", facts: { version: 4, changed: "title" } });
  expect(await getOffice(second, slug)).toMatchObject({ checked: null, viewer: { mayCheck: false } });
  await checkOffice(writer, { slug, onBehalfOf: organization.slug }, 4);
  await changeOffice(writer, { slug, institution: { en: "Privy Council", fr: "Conseil privé" } }, 5);
  expect(await rowOf(slug)).toMatchObject({ institution: "privy_council", checkedById: null, checkedByPersonId: null });
});

test("saying the same again changes no version and tells the record nothing", async () => {
  const { slug } = await added("Office for sameness");
  const before = await db.activity.count();
  await changeOffice(writer, { slug, ...input("Office for sameness") }, 1);
  expect((await rowOf(slug)).version).toBe(1);
  expect(await db.activity.count()).toBe(before);
});

test("of two who save over the same version one is told of the other", async () => {
  const { slug } = await added("Office for races");
  const both = await Promise.allSettled(
    ["One", "Two"].map((en) => changeOffice(writer, { slug, title: { en, fr: en } }, 1)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("somebody holds it from a day to a day, and no day comes before the first", async () => {
  const { slug } = await added("Office for holders");
  const days = { firstOn: "2025-03-01", lastOn: null };
  await addHolder(writer, { slug, name: "Anne Nowak", ...days }, 1);
  const [holder] = (await getOffice(writer, slug)).holders;
  expect(holder).toMatchObject({ name: "Anne Nowak", ...days, erased: false });
  const end = (lastOn: string, version: number, id = holder?.id ?? "") =>
    endHolder(second, { slug, holder: id, lastOn }, version);
  await expect(end("2025-02-28", 2)).rejects.toBeInstanceOf(BadField);
  await expect(end("2026-02-28", 2, organization.id)).rejects.toEqual(refusedBecause("NOT_FOUND", "noSuchHolder"));
  await end("2026-02-28", 2);
  expect((await getOffice(writer, slug)).holders).toMatchObject([{ lastOn: "2026-02-28" }]);
  const { slug: other } = await added("Office for others");
  await expect(endHolder(second, { slug: other, holder: holder?.id ?? "", lastOn: "2026-03-01" }, 1)).rejects.toEqual(
    refusedBecause("NOT_FOUND", "noSuchHolder"),
  );
});

test("a name that is erased is nowhere; its days stay, and so does the office’s history", async () => {
  const { slug } = await added("Office for erasing");
  const name = "Zbigniew Unmistakable";
  await addHolder(writer, { slug, name, firstOn: "2024-01-01", lastOn: "2024-12-31" }, 1);
  const [holder] = (await getOffice(writer, slug)).holders;
  const key = { slug, holder: holder?.id ?? "" };
  await expect(eraseHolder(writer, key, 2)).rejects.toEqual(refusedBecause("FORBIDDEN", "onlyTheConvener"));
  const salts = () =>
    db.$queryRaw`SELECT "salt" FROM "RowSalt" WHERE "table" = 'OfficeHolder' AND "key" LIKE ${`%${key.holder}%`}`;
  const salt = await salts();
  await eraseHolder(convener, key, 2);
  expect((await getOffice(writer, slug)).holders).toEqual([
    { id: key.holder, name: null, firstOn: "2024-01-01", lastOn: "2024-12-31", erased: true },
  ]);
  expect(await salts(), "an earlier digest could be tried against names").not.toEqual(salt);
  const found =
    await db.$queryRaw`SELECT "id" FROM "Activity" WHERE "facts"::text || "subject" || "rows"::text LIKE ${`%${name}%`}`;
  expect(found).toEqual([]);
  await eraseHolder(convener, key, 3);
  expect((await rowOf(slug)).version).toBe(3);
  await expect(endHolder(writer, { ...key, lastOn: "2025-01-01" }, 3)).rejects.toEqual(
    refusedBecause("CONFLICT", "holderErased"),
  );
});

test("the convener closes an office; it stays readable and is changed no more", async () => {
  const { slug } = await added("Office for closing");
  await expect(closeOffice(writer, slug, 1)).rejects.toEqual(refusedBecause("FORBIDDEN", "onlyTheConvener"));
  await closeOffice(convener, slug, 1);
  expect(await getOffice(writer, slug)).toMatchObject({ closed: true, viewer: { mayWrite: false, mayCheck: false } });
  const closed = refusedBecause("CONFLICT", "officeClosed");
  await expect(closeOffice(convener, slug, 2)).rejects.toEqual(closed);
  await expect(changeOffice(writer, { slug, contactAddress: null }, 2)).rejects.toEqual(closed);
  await expect(addHolder(writer, { slug, name: "A", firstOn: "2026-01-01", lastOn: null }, 2)).rejects.toEqual(closed);
});

test.each([
  ["an address that is none", { contactAddress: "nobody" }, "contactAddress"],
  ["a title in one language", { title: { en: "Office" } }, "title"],
  ["a title that turns what is read", { title: { en: "a\u202eb", fr: "b" } }, "title"],
  ["a title without a letter", { title: { en: "…", fr: "…" } }, "title"],
])("%s is refused by its field", (_, changed, field) => {
  const { error } = officeChange.safeParse({ slug: "a", ...changed });
  expect(error?.issues[0]?.path[0]).toBe(field);
});
