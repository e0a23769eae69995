import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { invitationToken } from "@/lib/organizations/read.invitations";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, programOf, rest } from "@/tests/support/identities";

let desk: Awaited<ReturnType<typeof given.desk>>;
let signatory: { id: string };
let email: string;
const at = (rest = "") => `/organizations/${desk.organization.slug}${rest}`;
const bodyOf = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  desk = await given.desk();
  signatory = await given.signatory(desk.organization);
  email = `${randomUUID()}@invited.example`;
});

const sendOne = async (): Promise<{ id: string; token: string }> => {
  const answer = await rest("POST", at("/people"), { as: await browserOf(signatory), body: { email, language: "en" } });
  expect(answer.status).toBe(201);
  const id = String((await bodyOf(answer)).id);
  return { id, token: invitationToken(id, 1) };
};
const accept = (token: string, as = {}) => rest("POST", `/invitations/${token}/acceptance`, { as, body: {} });
const partsOf = (address: string) => db.representation.count({ where: { person: { email: address }, endedAt: null } });

// Attack 13: reused, expired, revoked or forwarded invitations.
test("of twenty who press the button of one invitation at once, one accepts and the others find nothing", async () => {
  const { token } = await sendOne();
  const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array<number>(19).fill(404)]);
  expect(await partsOf(email)).toBe(1);
  expect((await accept(token)).status).toBe(404);
});

test("expired, revoked, replaced and invented invitations answer alike and change nothing", async () => {
  const as = await browserOf(signatory);
  const answers: unknown[] = [];
  const ask = async (token: string) => {
    const [read, used] = [await rest("GET", `/invitations/${token}`), await accept(token)];
    const { detail, type } = await bodyOf(used);
    answers.push([read.status, used.status, detail, type]);
  };
  const expired = await sendOne();
  await db.invitation.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await ask(expired.token);
  const replaced = await sendOne();
  expect((await rest("POST", at(`/invitations/${replaced.id}/resending`), { as, body: {} })).status).toBe(200);
  await ask(replaced.token);
  const next = invitationToken(replaced.id, 2);
  expect((await rest("DELETE", at(`/invitations/${replaced.id}`), { as })).status).toBe(200);
  await ask(next);
  await ask("A".repeat(43));
  expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
  expect(answers[0]).toMatchObject([404, 404, expect.stringMatching(/opens nothing/), expect.any(String)]);
  expect(await partsOf(email)).toBe(0);
});

test("a forwarded invitation makes nobody but the invited address belong, and signs in neither", async () => {
  const { token } = await sendOne();
  const another = await given.representative(await given.organization());
  const refused = await accept(token, await browserOf(another));
  expect([refused.status, (await bodyOf(refused)).detail]).toEqual([403, expect.stringMatching(/another address/)]);
  expect(await partsOf(email)).toBe(0);
  // Whoever it was forwarded to, without an account: the invited mailbox gets the way in, the presser gets none.
  const pressed = await accept(token);
  expect([pressed.status, pressed.headers.get("set-cookie")]).toEqual([200, null]);
  expect(await db.session.count({ where: { person: { email } } })).toBe(0);
  expect(await db.representation.count({ where: { personId: another.id, organizationId: desk.organization.id } })).toBe(
    0,
  );
});

test("looking at an invitation, as a scanner of mail does, uses nothing up", async () => {
  const { token } = await sendOne();
  for (let i = 0; i < 5; i++) expect((await rest("GET", `/invitations/${token}`)).status).toBe(200);
  expect((await accept(token)).status).toBe(200);
});

// Attack 14: what a removed representative still holds.
test("who was removed reads and does nothing more with a session or token that they had open", async () => {
  const removed = await given.representative(desk.organization);
  const [tab, program] = [await browserOf(removed), await programOf(removed, "draft")];
  const positionPath = `/positions/${desk.positionPath.organization}/${desk.positionPath.proposition}`;
  const draft = { stance: "support", rationale: { en: "Because." }, visibility: "network" };
  const written = () => db.positionRevision.count({ where: { position: { organizationId: desk.organization.id } } });
  const before = await written();
  expect((await rest("GET", at("/mandates"), { as: tab })).status).toBe(200);
  const ended = await rest("DELETE", at(`/people/${removed.id}`), { as: await browserOf(signatory) });
  expect(ended.status).toBe(200);
  for (const as of [tab, program]) {
    expect((await rest("GET", at("/mandates"), { as })).status).toBe(404);
    const saved = await rest("PUT", positionPath, { as, headers: { "if-none-match": "*" }, body: draft });
    expect([403, 404]).toContain(saved.status);
  }
  expect((await rest("POST", at("/people"), { as: tab, body: { email, language: "en" } })).status).toBe(404);
  expect(await written()).toBe(before);
});

test("an invitation that a removed person sent opens nothing", async () => {
  const sender = await given.signatory(desk.organization);
  const sent = await rest("POST", at("/people"), { as: await browserOf(sender), body: { email, language: "en" } });
  const token = invitationToken(String((await bodyOf(sent)).id), 1);
  await rest("DELETE", at(`/people/${sender.id}`), { as: await browserOf(signatory) });
  expect((await accept(token)).status).toBe(404);
});

// Acting for the wrong organization.
test("who signs for one of their organizations gives and ends nothing in the other", async () => {
  const other = await given.organization();
  const member = await given.representative(other);
  const since = new Date();
  await db.representation.create({ data: { personId: signatory.id, organizationId: other.id, since } });
  await given.signatory(other);
  const as = await browserOf(signatory);
  const there = `/organizations/${other.slug}`;
  const mandate = {
    person: member.id,
    powers: ["draft"],
    authorizedBy: { en: "Board" },
    instrument: { en: "Resolution" },
    instrumentDate: "2026-01-01",
  };
  const before = await db.mandate.count({ where: { organizationId: other.id } });
  expect((await rest("POST", `${there}/mandates`, { as, body: mandate })).status).toBe(403);
  expect((await rest("POST", `${there}/people`, { as, body: { email, language: "en" } })).status).toBe(403);
  expect((await rest("DELETE", `${there}/people/${member.id}`, { as })).status).toBe(403);
  // Nor through the own organization's address with what belongs to the other.
  const activeMandate = await db.mandate.findFirstOrThrow({ where: { personId: member.id } });
  expect((await rest("DELETE", at(`/mandates/${activeMandate.id}`), { as })).status).toBe(404);
  expect((await rest("DELETE", at(`/people/${member.id}`), { as })).status).toBe(404);
  const crossed = await rest("POST", at("/mandates"), { as, body: mandate });
  expect([crossed.status, (await bodyOf(crossed)).detail]).toEqual([409, expect.stringMatching(/does not act for/)]);
  expect(await db.mandate.count({ where: { organizationId: other.id, revokedAt: null } })).toBe(before);
});

// Mass assignment.
test.each([
  "organizationId",
  "selfAuthorized",
  "grantedById",
  "validFrom",
  "revokedAt",
  "id",
  "allThemes",
])("a mandate takes no field that its endpoint does not offer: %s", async (field) => {
  const someone = await given.memberOf(desk.organization);
  const body = {
    person: someone.id,
    powers: ["draft"],
    authorizedBy: { en: "Board" },
    instrument: { en: "Resolution" },
    instrumentDate: "2026-01-01",
    [field]: true,
  };
  const answer = await rest("POST", at("/mandates"), { as: await browserOf(signatory), body });
  expect(answer.status).toBe(400);
  expect(await db.mandate.count({ where: { personId: someone.id } })).toBe(0);
});

test.each([
  "organizationId",
  "tokenHash",
  "expiresAt",
  "invitedById",
  "round",
  "powers",
  "administrator",
])("an invitation takes no field that its endpoint does not offer: %s", async (field) => {
  const body = { email, language: "en", [field]: "x" };
  expect((await rest("POST", at("/people"), { as: await browserOf(signatory), body })).status).toBe(400);
  expect(await db.invitation.count({ where: { email } })).toBe(0);
});
