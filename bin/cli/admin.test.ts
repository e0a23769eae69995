import { afterAll, expect, test } from "vitest";
import { listAdministratorLines } from "@/lib/accounts/read.administrators";
import { setAdministrator } from "@/lib/accounts/write.administrators";
import { beginTerm } from "@/lib/organizations/write.first-term";
import { db } from "@/lib/platform/db/client";
import { isConvener } from "@/lib/viewer/rules";
import { as, given } from "@/tests/support/builders";

afterAll(() => db.$disconnect());
const lastActivity = () => db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });

test("the first administrator of a new installation is written down and granted; the record says by the command line", async () => {
  await setAdministrator({ email: "First@Keeper.example", name: "Keeper", administrator: true });
  expect(await listAdministratorLines()).toEqual(["first@keeper.example  Keeper"]);
  expect(await lastActivity()).toMatchObject({
    kind: "administrator.granted",
    actorId: null,
    facts: { commandLine: true },
  });
});

test("a granted or ended right ends open sessions, and telling it twice tells the record once", async () => {
  const person = await given.person({ email: "second@keeper.example" });
  const viewer = await as(person);
  await setAdministrator({ email: "second@keeper.example", name: null, administrator: true });
  expect(await db.session.count({ where: { id: viewer.sessionId ?? "" } })).toBe(0);
  const before = await db.activity.count();
  await setAdministrator({ email: "second@keeper.example", name: null, administrator: true });
  expect(await db.activity.count()).toBe(before);
  await setAdministrator({ email: "second@keeper.example", name: null, administrator: false });
  expect(await lastActivity()).toMatchObject({ kind: "administrator.revoked" });
  expect((await as(person)).administrator).toBe(false);
});

test("nobody is revoked who is not there, and no look-alike is granted", async () => {
  for (const email of ["nobody@keeper.example", "f\u0456rst@keeper.example"])
    await expect(setAdministrator({ email, name: null, administrator: false })).rejects.toEqual(
      refusedBecause("noSuchPerson"),
    );
});

test("the first organization is admitted with its convener's term; later ones are admitted by the convener", async () => {
  const first = await given.organization({ status: "applied" });
  const person = await given.person({ email: "convener@keeper.example" });
  await beginTerm({ email: "convener@keeper.example", organization: first.slug });
  expect(isConvener(await as(person))).toBe(true);
  expect(await db.organization.findUnique({ where: { id: first.id } })).toMatchObject({ status: "member" });
  expect(await lastActivity()).toMatchObject({
    kind: "convenerTerm.begun",
    facts: { commandLine: true, admitted: true },
  });
  const second = await given.organization({ status: "applied" });
  await expect(beginTerm({ email: "convener@keeper.example", organization: second.slug })).rejects.toEqual(
    refusedBecause("convenerAdmits"),
  );
});

test("two terms never run at once: of five that are begun together each ends as the next begins", async () => {
  const organizations = await Promise.all(Array.from({ length: 5 }, () => given.organization()));
  await given.person({ email: "many@keeper.example" });
  await Promise.all(organizations.map(({ slug }) => beginTerm({ email: "many@keeper.example", organization: slug })));
  const terms = await db.convenerTerm.findMany({
    orderBy: [{ since: "asc" }, { until: { sort: "asc", nulls: "last" } }],
  });
  expect(terms.filter(({ until }) => until === null)).toHaveLength(1);
  for (const [at, term] of terms.slice(0, -1).entries())
    expect(term.until?.getTime()).toBeLessThanOrEqual(terms[at + 1]?.since.getTime() ?? 0);
});

test("the database itself takes no second term beside one that runs", async () => {
  const { id: organizationId } = await given.organization();
  await expect(db.convenerTerm.create({ data: { organizationId, since: new Date() } })).rejects.toThrow();
  const [early, late] = [new Date("2001-01-01"), new Date("2002-01-01")];
  await db.convenerTerm.create({ data: { organizationId, since: early, until: late } });
  await db.convenerTerm.create({ data: { organizationId, since: late, until: new Date("2003-01-01") } });
  const between = { organizationId, since: new Date("2001-06-01"), until: new Date("2001-07-01") };
  await expect(db.convenerTerm.create({ data: between })).rejects.toThrow();
});

test("one term ends as the next begins", async () => {
  const next = await given.organization();
  await given.person({ email: "next@keeper.example" });
  await beginTerm({ email: "next@keeper.example", organization: next.slug });
  expect(await db.convenerTerm.count({ where: { until: null } })).toBe(1);
});
