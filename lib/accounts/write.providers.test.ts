import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { startIssuer } from "@/tests/support/servers/oidc-issuer";
import { findOwnProvider, findProviderByAddress, listProviders } from "./read.providers";
import { isDomain, isIssuer } from "./rules.providers";
import { configureProvider, removeProvider } from "./write.providers";

vi.hoisted(() => {
  process.env.HOST = "127.0.0.1";
});

const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let keeper: Viewer;
let organization: { id: string; slug: string; nameEn: string; nameFr: string };

beforeAll(async () => {
  issuer = await startIssuer();
  keeper = await as(await given.person({ administrator: true }));
});
beforeEach(async () => {
  await db.identityProvider.deleteMany({});
  organization = await given.organization({ listing: "public" });
});
afterAll(async () => {
  await issuer.close();
  await db.$disconnect();
});

const input = (changes: object = {}) => ({
  slug: organization.slug,
  issuer: issuer.origin,
  clientId: "concerted",
  secret: "a-secret",
  domains: ["red-cedar.example"],
  enabled: true,
  ...changes,
});

test("a sign-in is set up, changed over what was seen, and removed; the record hears of it without its words", async () => {
  expect(await configureProvider(keeper, input(), null)).toMatchObject({ version: 1, secretReadable: true });
  const { secret: _, ...kept } = input({ domains: ["red-cedar.example", "cedar.example"] });
  expect(await configureProvider(keeper, kept, 1)).toMatchObject({
    version: 2,
    domains: ["cedar.example", "red-cedar.example"],
  });
  await expect(configureProvider(keeper, kept, 1)).rejects.toEqual(refusedBecause("settingsChangedMeanwhile"));
  await expect(configureProvider(keeper, kept, null)).rejects.toEqual(refusedBecause("providerExists"));
  await removeProvider(keeper, organization.slug);
  await expect(removeProvider(keeper, organization.slug)).rejects.toEqual(refusedBecause("noSuchProvider"));
  const answers = await db.activity.findMany({ where: { subject: `organization/${organization.id}` } });
  expect(answers.map(({ kind }) => kind)).toEqual([
    "identityProvider.configured",
    "identityProvider.configured",
    "identityProvider.removed",
  ]);
  expect(JSON.stringify(answers.map(({ facts }) => facts))).not.toMatch(/example|a-secret/);
});

test("its secret lies sealed in the database and is told to nobody", async () => {
  await configureProvider(keeper, input({ secret: "the-very-secret" }), null);
  const row = await db.identityProvider.findFirstOrThrow();
  expect(row.sealedSecret).not.toContain("the-very-secret");
  expect(JSON.stringify(await listProviders(keeper, { limit: 100 }, "en"))).not.toMatch(/the-very-secret|sealed/);
});

test("a secret is not sent to another issuer than it was given for", async () => {
  await configureProvider(keeper, input(), null);
  const { secret: _, ...moved } = input({ clientId: "another" });
  await expect(configureProvider(keeper, moved, 1)).rejects.toEqual(refusedBecause("needsSecret"));
});

test("only administrators who are there in person set it up, or see that there is one", async () => {
  await configureProvider(keeper, input(), null);
  const others = [await as(await given.signatory(organization)), await as(await given.convener(organization))];
  const program = await as({ id: keeper.personId ?? "" }, { token: "commit" });
  for (const viewer of [...others, program]) {
    await expect(configureProvider(viewer, input(), 1)).rejects.toEqual(refusedBecause("administratorsOnly"));
    await expect(removeProvider(viewer, organization.slug)).rejects.toEqual(refusedBecause("administratorsOnly"));
    expect((await listProviders(viewer, { limit: 100 }, "en")).total).toBe(0);
  }
});

test("a mail domain belongs to one organization", async () => {
  await configureProvider(keeper, input(), null);
  const other = await given.organization();
  await expect(configureProvider(keeper, input({ slug: other.slug }), null)).rejects.toEqual(
    refusedBecause("domainTaken"),
  );
});

test("an issuer that calls itself something else, is not there, or may not be asked is not put to use", async () => {
  const liar = await startIssuer({ called: issuer.origin });
  const bad = [liar.origin, "http://127.0.0.1:9", "https://169.254.169.254", "https://10.0.0.8/realm"];
  for (const address of bad)
    await expect(configureProvider(keeper, input({ issuer: address }), null), address).rejects.toEqual(
      refusedBecause("issuerUnreachable"),
    );
  await liar.close();
  expect(await db.identityProvider.count()).toBe(0);
});

const anybody = () => as(null);

// Attack 18.
test("an address with an account and one without are offered the same way, by the same work", async () => {
  await configureProvider(keeper, input(), null);
  await given.person({ email: "known@red-cedar.example" });
  const known = await findProviderByAddress(await anybody(), { email: "known@red-cedar.example" });
  expect(await findProviderByAddress(await anybody(), { email: "unknown@red-cedar.example" })).toEqual(known);
  expect(known.provider?.organization).toEqual({ en: organization.nameEn, fr: organization.nameFr });
  expect(await findProviderByAddress(await anybody(), { email: "known@elsewhere.example" })).toEqual({
    provider: null,
  });
});

test("the sign-in of an organization that is not listed to the public is offered to its own people, and to nobody else", async () => {
  await configureProvider(keeper, input(), null);
  await db.organization.update({ where: { id: organization.id }, data: { listing: "network" } });
  const typed = { email: "anybody@red-cedar.example" };
  const elsewhere = await as(await given.memberOf(await given.organization()));
  for (const viewer of [await anybody(), elsewhere])
    expect(await findProviderByAddress(viewer, typed)).toEqual({ provider: null });
  const own = await as(await given.memberOf(organization));
  expect((await findProviderByAddress(own, typed)).provider?.domain).toBe("red-cedar.example");
  await db.organization.update({ where: { id: organization.id }, data: { status: "suspended" } });
  for (const viewer of [await anybody(), own])
    expect(await findProviderByAddress(viewer, typed)).toEqual({ provider: null });
});

test("the page that a mail opens offers the organization's sign-in to who belongs to it by an address of its domain", async () => {
  await configureProvider(keeper, input(), null);
  await db.organization.update({ where: { id: organization.id }, data: { listing: "network" } });
  await given.memberOf(organization, { email: "rep@red-cedar.example" });
  await given.memberOf(organization, { email: "rep@elsewhere.example" });
  await given.memberOf(await given.organization({ status: "applied" }), { email: "applicant@red-cedar.example" });
  const former = await given.memberOf(organization, { email: "former@red-cedar.example" });
  await db.representation.updateMany({ where: { personId: former.id }, data: { endedAt: new Date() } });
  const offered = await findOwnProvider("rep@red-cedar.example");
  expect(offered.provider?.start).toMatch(/^\/api\/auth\/organization\/[0-9a-f-]{36}$/);
  for (const name of ["rep@elsewhere", "applicant@red-cedar", "former@red-cedar", "nobody@red-cedar"])
    expect(await findOwnProvider(`${name}.example`), name).toEqual({ provider: null });
});

test("a domain is a name in plain letters, and an issuer an address with nothing hidden in it", () => {
  for (const it of ["example.org", "a-b.example", "x.y.zz"]) expect(isDomain(it), it).toBe(true);
  for (const it of ["org", "@example.org", "ex ample.org", "exam\u0440le.org", "example.org.", "-a.org", "1.2.3.4"])
    expect(isDomain(it), it).toBe(false);
  for (const it of ["https://a.example", "https://a.example/realms/x"]) expect(isIssuer(it), it).toBe(true);
  for (const it of ["a.example", "javascript:x", "https://a@b.example", "https://a.example?x", "https://a.example#x"])
    expect(isIssuer(it), it).toBe(false);
});
