import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { propose } from "@/lib/proposals/write";
import { as, given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { ownerDb } from "@/tests/support/owner-db";
import { proposalWorld } from "@/tests/support/proposal-world";
import { statusAndDetailOf, whileWaiting } from "@/tests/support/while-waiting";

const revoke = (person: { id: string }) =>
  db.mandate.updateMany({ where: { personId: person.id }, data: { revokedAt: new Date() } });
const leave = ({ id }: { id: string }) =>
  db.representation.updateMany({ where: { personId: id }, data: { endedAt: new Date() } });
const ended = [403, expect.stringContaining("ended a moment ago")];

async function drafted() {
  const desk = await given.desk();
  const signatory = await given.signatory(desk.organization);
  const path = `/positions/${desk.positionPath.organization}/${desk.positionPath.proposition}`;
  const browser = await browserOf(signatory);
  const body = { stance: "support", rationale: { en: "Because." }, visibility: "network" };
  await rest("PUT", path, { as: browser, headers: { "if-none-match": "*" }, body });
  const sign = () =>
    rest("POST", `${path}/sign-off`, { as: browser, headers: { "if-match": '"1"' }, body: { decision: "sign_off" } });
  const at = { organizationId: desk.organization.id, propositionId: desk.proposition.id };
  const position = () => db.position.findFirstOrThrow({ where: at });
  return { ...desk, signatory, sign, position, path };
}

test.each([
  ["revoked", revoke, 403],
  ["left behind with their part in the organization", leave, 404],
])("a mandate that was %s between the draft and its signature signs nothing, and the draft stays", async (_, end, status) => {
  const { signatory, sign, position } = await drafted();
  await end(signatory);
  expect((await sign()).status).toBe(status);
  expect(await position()).toMatchObject({ standing: null, draft: 1 });
});

test("nor does one that expired between them, to the moment", async () => {
  const { signatory, sign, position } = await drafted();
  const expiresAt = new Date(Date.now() + 250);
  await ownerDb.mandate.updateMany({ where: { personId: signatory.id }, data: { expiresAt } });
  await expect.poll(() => Date.now() > expiresAt.getTime()).toBe(true);
  expect((await sign()).status).toBe(403);
  expect(await position()).toMatchObject({ standing: null, draft: 1 });
});

test.each([
  ["revoked", revoke],
  ["of somebody who left", leave],
])("a signature that waited for its turn while its mandate was %s signs nothing", async (_, end) => {
  const { signatory, sign, position } = await drafted();
  const { id } = await position();
  const lockRow = (tx: typeof db) => tx.$queryRaw`SELECT 1 FROM "Position" WHERE "id" = ${id}::uuid FOR UPDATE`;
  expect(await statusAndDetailOf(await whileWaiting(lockRow, sign, () => end(signatory)))).toEqual(ended);
  expect(await position()).toMatchObject({ standing: null, draft: 1 });
});

test("whoever is being removed leaves no mandate behind: a grant that waited meanwhile gives nothing", async () => {
  const organization = await given.organization();
  const [removed, friend] = [await given.signatory(organization), await given.memberOf(organization)];
  const browser = await browserOf(removed);
  const body = {
    ...{ person: friend.id, powers: ["sign_off"], instrumentDate: "2026-01-15" },
    ...{ authorizedBy: { en: "Board" }, instrument: { en: "Resolution 9" } },
  };
  const grant = () => rest("POST", `/organizations/${organization.slug}/mandates`, { as: browser, body });
  const lockRow = (tx: typeof db) =>
    tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
  const answer = await whileWaiting(lockRow, grant, async () => {
    await leave(removed);
    await revoke(removed);
  });
  expect(await statusAndDetailOf(answer)).toEqual(ended);
  expect((await as(friend)).mandates).toEqual([]);
});

test("a revocation waits for the signature that came first, which then stands, and for no other", async () => {
  const { signatory, sign, position } = await drafted();
  const answers = await Promise.all([sign(), revoke(signatory)]);
  const { standing } = await position();
  expect([answers[0].status, standing]).toEqual(answers[0].status === 200 ? [200, 1] : [403, null]);
  expect((await as(signatory)).mandates).toEqual([]);
});

test("what the convener decides after their term ended meanwhile is not decided", async () => {
  const { author, input } = await proposalWorld();
  const convener = await given.convener(await given.organization());
  const browser = await browserOf(convener);
  const id = await propose(author, input());
  const open = () =>
    rest("POST", `/proposals/${id}/opening`, { as: browser, headers: { "if-match": '"1"' }, body: {} });
  const lockRow = (tx: typeof db) => tx.$queryRaw`SELECT 1 FROM "Proposal" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const answer = await whileWaiting(lockRow, open, () =>
    db.convenerPerson.deleteMany({ where: { personId: convener.id } }),
  );
  expect(await statusAndDetailOf(answer)).toEqual(ended);
  expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "proposed", version: 1 });
});

test("nor does a proposition come of somebody who left while it waited", async () => {
  const { organization, input } = await proposalWorld();
  const leaver = await given.representative(organization);
  const browser = await browserOf(leaver);
  const { theme } = input();
  const send = () => rest("POST", "/propositions", { as: browser, body: input() });
  const lockRow = (tx: typeof db) => tx.$queryRaw`SELECT 1 FROM "Theme" WHERE "slug" = ${theme} FOR UPDATE`;
  const answer = await whileWaiting(lockRow, send, () => leave(leaver));
  expect(await statusAndDetailOf(answer)).toEqual(ended);
});
