import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { listMandates } from "./read";
import { type GrantInput, grantInput } from "./schema";
import { revokeMandate } from "./write";
import { grantMandate } from "./write.grant";

let organization: Awaited<ReturnType<typeof given.organization>>;
let signer: Viewer;
let someone: { id: string };

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const given_ = (more: Partial<GrantInput> = {}): GrantInput => ({
  slug: organization.slug,
  person: someone.id,
  powers: ["draft"],
  authorizedBy: { en: "Board of directors", fr: "Conseil d’administration" },
  instrument: { fr: "Résolution 12" },
  instrumentDate: "2026-01-15",
  ...more,
});
const list = (viewer: Viewer, on?: string) =>
  listMandates(viewer, { slug: organization.slug, limit: 100, ...(on ? { on } : {}) }, "en");

beforeEach(async () => {
  organization = await given.organization();
  signer = await as(await given.signatory(organization));
  someone = await given.memberOf(organization);
});

test("a signatory enters on whose authority somebody acts, and from then on they may", async () => {
  const theme = await given.theme();
  const made = await grantMandate(signer, given_({ themes: [theme.slug], powers: ["draft", "sign_off"] }));
  expect(made).toMatchObject({
    authorizedBy: { en: "Board of directors", fr: "Conseil d’administration" },
    instrument: { en: "Résolution 12", fr: null },
    state: "in_force",
    selfAuthorized: false,
  });
  expect((await as(someone)).mandates).toMatchObject([{ powers: ["draft", "sign_off"], themeIds: [theme.id] }]);
});

test("nobody hands on more than they hold: neither a power, nor a theme, nor every theme", async () => {
  const theme = await given.theme();
  const beyond = refusal("FORBIDDEN", "beyondOwnMandate");
  const half = await as(await given.signatory(organization, { themes: [theme], powers: ["draft", "sign_off"] }));
  await expect(grantMandate(half, given_())).rejects.toEqual(beyond);
  await expect(grantMandate(half, given_({ themes: [theme.slug], powers: ["endorse"] }))).rejects.toEqual(beyond);
  const other = await given.theme();
  await expect(grantMandate(half, given_({ themes: [theme.slug, other.slug] }))).rejects.toEqual(beyond);
  expect(await grantMandate(half, given_({ themes: [theme.slug] }))).toMatchObject({ state: "in_force" });
});

test("nobody authorizes themselves where others belong or belonged; an only person does, and it says so", async () => {
  const me = signer.personId ?? "";
  await expect(grantMandate(signer, given_({ person: me }))).rejects.toEqual(refusal("FORBIDDEN", "notToOneself"));
  await db.representation.updateMany({ where: { personId: someone.id }, data: { endedAt: new Date() } });
  await expect(grantMandate(signer, given_({ person: me }))).rejects.toEqual(refusal("FORBIDDEN", "notToOneself"));

  organization = await given.organization();
  someone = await given.memberOf(organization);
  const alone = await as(someone);
  expect((await list(alone)).viewer.mayGrant).toBe("self");
  const made = await grantMandate(alone, given_({ powers: ["draft", "sign_off"] }));
  expect(made).toMatchObject({ selfAuthorized: true, person: { id: someone.id } });
  expect((await as(someone)).mandates).toMatchObject([{ selfAuthorized: true }]);
});

test("the person it came in with gives the first signatory their mandate, and no second one", async () => {
  organization = await given.organization();
  const contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { createdAt: new Date() } });
  await db.representation.updateMany({
    where: { personId: contact.id },
    data: { since: new Date(Date.now() - 9_000) },
  });
  someone = await given.memberOf(organization);
  const [first, later] = [await as(contact), await as(someone)];
  expect([(await list(first)).viewer.mayGrant, (await list(later)).viewer.mayGrant]).toEqual(["first", null]);
  await expect(grantMandate(later, given_({ person: contact.id }))).rejects.toEqual(
    refusal("FORBIDDEN", "notASignatory"),
  );
  await expect(grantMandate(first, given_({ person: contact.id }))).rejects.toEqual(
    refusal("FORBIDDEN", "notToOneself"),
  );
  expect(await grantMandate(first, given_({ powers: ["draft", "sign_off"] }))).toMatchObject({ state: "in_force" });
  await expect(grantMandate(first, given_())).rejects.toEqual(refusal("FORBIDDEN", "notASignatory"));
});

test("a mandate is for somebody who belongs, of a member, from a decision that was made", async () => {
  const stranger = await given.representative(await given.organization());
  const conflict = (reason: string) => refusal("CONFLICT", reason);
  await expect(grantMandate(signer, given_({ person: stranger.id }))).rejects.toEqual(conflict("notOfTheOrganization"));
  await expect(grantMandate(signer, given_({ instrumentDate: day(2) }))).rejects.toEqual(conflict("decidedInFuture"));
  await expect(grantMandate(signer, given_({ expiresOn: day(-2) }))).rejects.toEqual(conflict("endsInPast"));
  await expect(grantMandate(signer, given_({ themes: ["no-such"] }))).rejects.toEqual(conflict("noSuchTheme"));
});

test.each([
  ["no power", { powers: [] }],
  ["no words for the authority", { authorizedBy: {} }],
  ["empty words", { instrument: { en: "  " } }],
  ["a text that turns what is read", { instrument: { en: "a\u202eb" } }],
  ["a revocation of its own", { revokedAt: null }],
  ["who gave it", { grantedById: "00000000-0000-4000-8000-000000000000" }],
  ["that it is no self-authorization", { selfAuthorized: false }],
  ["a power that does not exist", { powers: ["admin"] }],
])("a mandate is refused that says %s", (_, more) => {
  expect(grantInput.safeParse({ ...given_(), ...more }).success).toBe(false);
});

test("a revoked mandate gives nothing from that moment; revoking again changes nothing", async () => {
  const made = await grantMandate(signer, given_());
  const ended = await revokeMandate(signer, { slug: organization.slug, id: made.id });
  expect(ended.state).toBe("revoked");
  expect((await as(someone)).mandates).toEqual([]);
  expect(await revokeMandate(signer, { slug: organization.slug, id: made.id })).toEqual(ended);
  expect(await db.activity.count({ where: { kind: "mandate.revoked", actorId: signer.personId } })).toBe(1);
});

test("the holder lays a mandate down; others need to sign where it reaches; elsewhere it is not there", async () => {
  const made = await grantMandate(signer, given_());
  const at = { slug: organization.slug, id: made.id };
  const colleague = await as(await given.representative(organization));
  await expect(revokeMandate(colleague, at)).rejects.toEqual(refusal("FORBIDDEN", "notASignatory"));
  const elsewhere = await as(await given.convener(await given.organization()));
  await expect(revokeMandate(elsewhere, at)).rejects.toEqual(refusal("NOT_FOUND", "noSuchOrganization"));
  expect((await revokeMandate(await as(someone), at)).state).toBe("revoked");
});

test("any earlier day shows who could act on it, also under what ended since or within that day", async () => {
  const made = await grantMandate(signer, given_());
  await revokeMandate(signer, { slug: organization.slug, id: made.id });
  await ownerDb.mandate.update({
    where: { id: made.id },
    data: { validFrom: new Date("2026-03-02T15:00:00Z"), revokedAt: new Date("2026-03-10T15:00:00Z") },
  });
  const shown = async (on?: string) => (await list(signer, on)).items.some(({ id }) => id === made.id);
  expect(await shown()).toBe(false);
  const days = ["2026-03-01", "2026-03-02", "2026-03-05", "2026-03-10", "2026-03-11"];
  const seen: boolean[] = [];
  for (const on of days) seen.push(await shown(on));
  expect(seen).toEqual([false, true, true, true, false]);
});

test("a mandate lasts to the end of its last day in coalition time", async () => {
  const made = await grantMandate(signer, given_({ expiresOn: "2027-01-31" }));
  expect(made.expiresAt).toBe("2027-02-01T05:00:00.000Z");
});
