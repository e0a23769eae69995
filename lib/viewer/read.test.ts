import { afterAll, beforeEach, expect, test } from "vitest";
import { ownerDb } from "@/tests/support/owner-db";
import { db } from "../platform/db/client";
import { sha256 } from "../platform/text/digest";
import { findViewerBySession, findViewerByToken } from "./read";
import { findMandate, isConvener, organizationsOf } from "./rules";
import { visitor } from "./schema";

const hour = 60 * 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const ahead = (ms: number) => new Date(Date.now() + ms);

const cookie = "a-cookie-value-of-the-tests";
const bearer = "cncd_a-token-of-the-tests";
let personId: string;
let organizationId: string;
let themeId: string;
let otherThemeId: string;

const organization = (slug: string, code: string) => ({
  slug,
  code,
  shortEn: slug,
  shortFr: slug,
  nameEn: slug,
  nameFr: slug,
  type: "legal" as const,
  province: "ON",
  workingLanguage: "en",
  mandateEn: "",
  mandateFr: "",
  signOffRuleEn: "",
  signOffRuleFr: "",
  signOffKind: "delegated" as const,
  signOffTypicalDays: 5,
  status: "member" as const,
  // Only the mandates of an organization that does not exist may be dated otherwise than now.
  fictional: true,
});

const mandate = (data: object = {}) =>
  db.mandate.create({
    data: {
      personId,
      organizationId,
      powers: ["draft", "sign_off"],
      allThemes: true,
      authorizedBy: "Board",
      instrument: "Minute 4",
      instrumentDate: new Date("2026-01-15"),
      validFrom: ago(hour),
      ...data,
    },
  });

beforeEach(async () => {
  await db.convenerTerm.deleteMany({});
  await ownerDb.mandate.deleteMany({});
  await ownerDb.person.deleteMany({});
  await db.organization.deleteMany({});
  await db.theme.deleteMany({});
  const theme = (slug: string, sort: number) =>
    db.theme.create({ data: { slug, sort, titleEn: slug, titleFr: slug, regimeArea: "practice" } });
  [themeId, otherThemeId] = [(await theme("one", 1)).id, (await theme("two", 2)).id];
  organizationId = (await db.organization.create({ data: organization("red-cedar", "RC") })).id;
  personId = (await db.person.create({ data: { email: "rep.red-cedar@demo.example", name: "Rep" } })).id;
  await db.representation.create({ data: { personId, organizationId } });
  await db.session.create({ data: { tokenHash: sha256(cookie), personId, expiresAt: ahead(24 * hour) } });
  const token = { personId, name: "t", scope: "draft" as const, tokenHash: sha256(bearer), expiresAt: ahead(hour) };
  await db.accessToken.create({ data: token });
});
afterAll(() => db.$disconnect());

test("a session says who is there, for whom, and since when", async () => {
  const viewer = await findViewerBySession(cookie);
  expect(viewer).toMatchObject({ personId, name: "Rep", administrator: false, guest: false, token: null });
  expect(organizationsOf(viewer)).toEqual([organizationId]);
  expect(viewer.authenticatedAt).toBeInstanceOf(Date);
});

test("a session ends after eight idle hours", async () => {
  await db.session.updateMany({ data: { lastSeenAt: ago(8 * hour + 60_000) } });
  expect(await findViewerBySession(cookie)).toEqual(visitor);
});

test("being seen keeps a session from idling, and never moves its end", async () => {
  const before = await db.session.findFirstOrThrow();
  await db.session.updateMany({ data: { lastSeenAt: ago(7 * hour) } });
  await findViewerBySession(cookie);
  const after = await db.session.findFirstOrThrow();
  expect(after.lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(after.expiresAt).toEqual(before.expiresAt);
  expect(after.authenticatedAt).toEqual(before.authenticatedAt);
});

test("a session past its absolute end is over, however lately it was seen", async () => {
  await db.session.updateMany({ data: { expiresAt: ago(1_000) } });
  expect(await findViewerBySession(cookie)).toEqual(visitor);
});

test("a session that was ended is over at the next request", async () => {
  expect((await findViewerBySession(cookie)).personId).toBe(personId);
  await db.session.deleteMany({});
  expect((await findViewerBySession(cookie)).personId).toBeNull();
});

test("a token brings its scope and no fresh sign-in", async () => {
  const viewer = await findViewerByToken(bearer);
  expect(viewer).toMatchObject({ personId, token: { scope: "draft" }, authenticatedAt: null, sessionId: null });
});

test("a token that is unknown, expired or revoked opens nothing, and does not fall back to a visitor", async () => {
  expect(await findViewerByToken("cncd_unknown")).toBeNull();
  await db.accessToken.updateMany({ data: { expiresAt: ago(1_000) } });
  expect(await findViewerByToken(bearer)).toBeNull();
  await db.accessToken.updateMany({ data: { expiresAt: ahead(hour), revokedAt: ago(1_000) } });
  expect(await findViewerByToken(bearer)).toBeNull();
});

test("a mandate in force gives its powers, with its authority", async () => {
  await mandate();
  const viewer = await findViewerBySession(cookie);
  expect(findMandate(viewer, organizationId, "sign_off", themeId)).toMatchObject({
    authorizedBy: "Board",
    instrument: "Minute 4",
    instrumentDate: "2026-01-15",
    themeIds: null,
  });
  expect(findMandate(viewer, organizationId, "endorse", themeId)).toBeNull();
});

test.each([
  ["expired", { expiresAt: ago(1_000) }],
  ["revoked", { revokedAt: ago(1_000) }],
  ["not begun", { validFrom: ahead(hour) }],
])("a mandate that is %s gives nothing", async (_, data) => {
  await mandate(data);
  const viewer = await findViewerBySession(cookie);
  expect(viewer.mandates).toEqual([]);
  expect(findMandate(viewer, organizationId, "draft", themeId)).toBeNull();
});

test("a mandate for some themes ends at them", async () => {
  await mandate({ allThemes: false, themes: { create: [{ themeId }] } });
  const viewer = await findViewerBySession(cookie);
  expect(findMandate(viewer, organizationId, "sign_off", themeId)).not.toBeNull();
  expect(findMandate(viewer, organizationId, "sign_off", otherThemeId)).toBeNull();
});

test("a mandate for no theme is a mandate for none, not for all", async () => {
  await mandate({ allThemes: false });
  const viewer = await findViewerBySession(cookie);
  expect(findMandate(viewer, organizationId, "draft", themeId)).toBeNull();
});

test("whoever no longer belongs to the organization reads and signs nothing of it, mandate or not", async () => {
  await mandate();
  await db.representation.updateMany({ data: { endedAt: ago(1_000) } });
  const viewer = await findViewerBySession(cookie);
  expect(organizationsOf(viewer)).toEqual([]);
  expect(findMandate(viewer, organizationId, "sign_off", themeId)).toBeNull();
});

test.each([
  "suspended",
  "left",
  "applied",
] as const)("the people of an organization that is %s are outside", async (status) => {
  await mandate();
  await db.organization.updateMany({ data: { status } });
  const viewer = await findViewerBySession(cookie);
  expect(organizationsOf(viewer)).toEqual([]);
  expect(findMandate(viewer, organizationId, "draft", themeId)).toBeNull();
});

test("the convener's term is exercised by the persons named in it, while it lasts", async () => {
  const term = await db.convenerTerm.create({
    data: { organizationId, since: ago(hour), persons: { create: [{ personId }] } },
  });
  expect(isConvener(await findViewerBySession(cookie))).toBe(true);
  await db.convenerTerm.update({ where: { id: term.id }, data: { until: ago(1_000) } });
  expect(isConvener(await findViewerBySession(cookie))).toBe(false);
});
