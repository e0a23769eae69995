import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { mayRevoke, tokensReadableBy } from "./policy";
import { getMe, listDemonstration, listOutbox } from "./read";
import { me } from "./schema";

const hidden = expect.objectContaining({ name: "Refusal", code: "NOT_FOUND" });
const page = { limit: 100 };
const mark = (kind: "demonstration" | "real") => db.network.update({ where: { id: 1 }, data: { kind } });

beforeEach(() => mark("real"));
afterAll(() => db.$disconnect());

test("one is told who one is, for whom one may act and on whose authority", async () => {
  const organization = await given.organization({ slug: "red-cedar" });
  const viewer = await as(await given.convener(organization));
  const told = me.parse(await getMe(viewer));
  expect(told.organizations).toMatchObject([{ slug: "red-cedar", status: "member", convener: true }]);
  expect(told.mandates).toMatchObject([{ organization: "red-cedar", themes: null, expiresAt: null }]);
  expect(told.access).toMatchObject({ by: "session", scope: null });
  expect(told.may).toEqual({
    draft: ["red-cedar"],
    signOff: ["red-cedar"],
    endorse: ["red-cedar"],
    signPublicly: ["red-cedar"],
    commitNow: true,
    makeTokens: true,
    administer: false,
  });
});

test("a token may what its scope lets it, and never makes tokens or administers", async () => {
  const organization = await given.organization({ slug: "still-waters" });
  const person = await given.signatory(organization);
  await db.person.update({ where: { id: person.id }, data: { administrator: true } });
  const mayBy = async (token: "read" | "draft" | "commit") => (await getMe(await as(person, { token }))).may;
  const never = { makeTokens: false, administer: false };
  expect(await mayBy("read")).toMatchObject({ draft: [], signOff: [], commitNow: false, ...never });
  expect(await mayBy("draft")).toMatchObject({ draft: ["still-waters"], signOff: [], commitNow: false, ...never });
  expect(await mayBy("commit")).toMatchObject({ signOff: ["still-waters"], commitNow: true, ...never });
});

test("after ten minutes a commitment asks for another sign-in", async () => {
  const person = await given.signatory(await given.organization());
  expect((await getMe(await as(person, { fresh: false }))).may.commitNow).toBe(false);
});

test("a mandate that ended is not told, and one for an organization that was suspended gives nothing", async () => {
  const organization = await given.organization();
  const person = await given.signatory(organization, { expiresAt: new Date(Date.now() - 1_000) });
  expect(await getMe(await as(person))).toMatchObject({ mandates: [], may: { signOff: [] } });
  await given.mandate(person, organization, { powers: ["sign_off"] });
  await db.organization.update({ where: { id: organization.id }, data: { status: "suspended" } });
  expect((await getMe(await as(person))).may.signOff).toEqual([]);
});

test("a mandate for some themes names them", async () => {
  const organization = await given.organization();
  const theme = await given.theme({ titleEn: "Early warning", titleFr: "Alerte précoce" });
  const person = await given.representative(organization, { themes: [theme] });
  const [mandate] = (await getMe(await as(person))).mandates;
  expect(mandate?.themes).toEqual([{ slug: theme.slug, title: { en: "Early warning", fr: "Alerte précoce" } }]);
});

test("the demonstration's people and mails are nowhere outside demonstration mode", async () => {
  await expect(listDemonstration(page)).rejects.toEqual(hidden);
  await expect(listOutbox(page)).rejects.toEqual(hidden);
  // The marker alone is not enough: a server that others can reach shows neither.
  await mark("demonstration");
  await expect(listDemonstration(page)).rejects.toEqual(hidden);
  await expect(listOutbox(page)).rejects.toEqual(hidden);
});

test("in demonstration mode its people are listed, and nobody else", async () => {
  vi.stubEnv("HOST", "127.0.0.1");
  vi.resetModules();
  const organization = await given.organization({ slug: "two-rivers" });
  for (const email of ["rep.two-rivers@demo.example", "admin@demo.example", "real@person.example"]) {
    const { id } = await given.person({ email });
    if (email.startsWith("rep"))
      await db.representation.create({ data: { personId: id, organizationId: organization.id } });
  }
  await mark("demonstration");
  const read = await import("./read");
  const { items, total } = await read.listDemonstration(page);
  expect(items.map(({ email, part, organization: of }) => [email, part, of?.slug])).toEqual([
    ["admin@demo.example", "administrator", undefined],
    ["rep.two-rivers@demo.example", "representative", "two-rivers"],
  ]);
  expect(total).toBe(2);
  expect((await read.listOutbox(page)).total).toBe(0);
  vi.unstubAllEnvs();
});

test("who may revoke a token finds it, by the filter and by the rule alike", async () => {
  const people = [await given.person(), await given.person()];
  const viewers = [
    visitor,
    ...(await Promise.all(people.map((it) => as(it)))),
    await as(people[0] ?? null, { token: "read" }),
  ];
  for (const { id: personId } of people) {
    const name = "t";
    await db.accessToken.create({
      data: { personId, name, scope: "read", tokenHash: crypto.randomUUID(), expiresAt: new Date() },
    });
  }
  const all = await db.accessToken.findMany({ where: { personId: { in: people.map((it) => it.id) } } });
  for (const viewer of viewers) {
    const found = await db.accessToken.findMany({
      where: { AND: [tokensReadableBy(viewer), { id: { in: all.map((it) => it.id) } }] },
    });
    expect(found.map((it) => it.id).sort()).toEqual(
      all
        .filter((it) => it.personId === viewer.personId)
        .map((it) => it.id)
        .sort(),
    );
    for (const token of all) if (mayRevoke(viewer, token)) expect(found.map((it) => it.id)).toContain(token.id);
  }
});
