import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { work } from "./jobs";
import { listMandates } from "./read";
import { mandatesInput } from "./schema";
import { grantMandate } from "./write.grant";
import { requestMandate } from "./write.requests";

const mails = (organization: string) => db.$queryRaw<{ person: string }[]>`
  SELECT a."facts"->>'person' AS "person" FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"
  JOIN "Activity" a ON a."id"::text = j."payload"->>'activity'
  WHERE t."identifier" = 'notify' AND a."kind" = 'mandate.requested' AND a."subject" = ${`organization/${organization}`}`;

/** Whom the mail about this request would go to if it went out now. */
const writtenTo = (organization: string, person: string) => {
  const kind = "mandate.requested";
  const recorded = { id: "1", kind, actorId: person, subjectId: organization, facts: { person } };
  return work.notices[kind].recipients(recorded);
};

const authority = { authorizedBy: { en: "Board" }, instrument: { en: "Resolution 9" }, instrumentDate: "2026-01-15" };

test("a mandate is asked for once, of those who can give it, and is answered by one", async () => {
  const organization = await given.organization();
  const { id, slug } = organization;
  const signer = await as(await given.signatory(organization, { name: "Mireille Aubin" }));
  const person = await given.memberOf(organization, { name: "Jordan Achebe-Lin" });
  const asking = await as(person);
  const first = await requestMandate(asking, { slug });
  expect(first.asked).toEqual(["Mireille Aubin"]);
  expect(await Promise.all([1, 2].map(() => requestMandate(asking, { slug })))).toEqual([first, first]);
  expect(await mails(id)).toEqual([{ person: person.id }]);
  const listed = async () => (await listMandates(signer, mandatesInput.parse({ slug }), "en")).requests;
  expect((await listed()).map((it) => it.person)).toEqual(["Jordan Achebe-Lin"]);
  expect((await listMandates(asking, mandatesInput.parse({ slug }), "en")).requests).toEqual([]);
  await grantMandate(signer, { slug, person: person.id, powers: ["draft"], ...authority });
  expect(await listed()).toEqual([]);
  await expect(requestMandate(await as(person), { slug })).rejects.toMatchObject({ reason: "mandateExists" });
});

test("where nobody ever signed it is asked of the person the organization came in with", async () => {
  const organization = await given.organization();
  const contact = await given.memberOf(organization, { name: "Esther Klassen-Roy" });
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  const other = await as(await given.memberOf(organization));
  expect((await requestMandate(other, organization)).asked).toEqual(["Esther Klassen-Roy"]);
  await expect(requestMandate(await as(contact), organization)).rejects.toMatchObject({ reason: "nobodyToAsk" });
});

test("once the person an organization came in with has left it, they are asked for no mandate", async () => {
  const organization = await given.organization();
  const contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  const person = await given.memberOf(organization);
  const key = { personId: contact.id, organizationId: organization.id };
  const asking = await as(person);
  expect((await requestMandate(asking, organization)).asked).toHaveLength(1);
  await db.representation.update({ where: { personId_organizationId: key }, data: { endedAt: new Date() } });
  await expect(requestMandate(asking, organization)).rejects.toMatchObject({ reason: "nobodyToAsk" });
  expect(await writtenTo(organization.id, person.id)).toEqual([]);
});

test("of whoever asked and left before the mail went out, nobody is written to", async () => {
  const organization = await given.organization();
  const signer = await given.signatory(organization);
  const person = await given.memberOf(organization);
  await requestMandate(await as(person), organization);
  expect(await writtenTo(organization.id, person.id)).toEqual([signer.id]);
  const key = { personId: person.id, organizationId: organization.id };
  await db.representation.update({ where: { personId_organizationId: key }, data: { endedAt: new Date() } });
  expect(await writtenTo(organization.id, person.id)).toEqual([]);
});

test("nobody asks for a mandate of an organization they do not belong to, and of an observer there is none", async () => {
  const organization = await given.organization();
  await given.signatory(organization);
  const stranger = await as(await given.memberOf(await given.organization()));
  await expect(requestMandate(stranger, organization)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const observer = await given.organization({ status: "observer" });
  const watching = await as(await given.memberOf(observer));
  await expect(requestMandate(watching, observer)).rejects.toMatchObject({ reason: "notAMember" });
});
