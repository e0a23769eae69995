import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays } from "@/lib/positions/rules";
import { as, given } from "@/tests/support/builders";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { requestMandate } = await import("@/lib/mandates/write.requests");
const { requestConfirmations } = await import("@/lib/positions/write.confirmation-requests");
const { workQueue } = await import("./queue");

const { today } = await readToday(db);
const arrivedAt = (email: string) => server.arrived.filter(({ to }) => to === email);

async function countJobs() {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM graphile_worker._private_jobs`;
  return rows[0]?.count;
}

async function work() {
  const queue = await workQueue({ pollInterval: 25, concurrency: 3, onLost: () => undefined });
  await expect.poll(countJobs, { timeout: 20_000 }).toBe(0);
  await queue.stop();
}

/** An organization with something due, a French signatory, and somebody without a mandate. */
async function makeOrganization() {
  const organization = await given.organization();
  const signatory = await given.signatory(organization);
  await db.person.update({ where: { id: signatory.id }, data: { language: "fr" } });
  const person = await given.memberOf(organization, { name: "Jordan Achebe-Lin" });
  const proposition = await given.proposition();
  const since = new Date("2026-01-01T12:00:00Z");
  await given.standing({ organization, proposition, since, reviewBy: addDays(today, -3) });
  return { organization, slug: organization.slug, signatory, person, proposition };
}

afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("whoever can give a mandate is told that one is asked for, in their language, once, and not by whom", async () => {
  const { slug, signatory, person } = await makeOrganization();
  const viewer = await as(person);
  await requestMandate(viewer, { slug });
  await requestMandate(viewer, { slug });
  await work();
  const mail = arrivedAt(signatory.email);
  expect(mail.map((it) => it.subject)).toEqual(["Une demande de mandat"]);
  expect(mail[0]?.raw).toContain(`/fr/organizations/${slug}/mandates`);
  for (const secret of ["Jordan", "Achebe", person.email]) expect(mail[0]?.raw).not.toContain(secret);
});

test("a signatory is asked to confirm by one mail that says nothing of what, and by none once it is confirmed", async () => {
  const { slug, signatory, person, proposition, organization } = await makeOrganization();
  const viewer = await as(person);
  await requestConfirmations(viewer, { organization: slug });
  await requestConfirmations(viewer, { organization: slug });
  await work();
  const mail = arrivedAt(signatory.email);
  expect(mail.map((it) => it.subject)).toEqual([expect.stringMatching(/confirmer/)]);
  for (const secret of [proposition.slug, slug, "support"]) expect(mail[0]?.raw).not.toContain(secret);
  server.arrived.length = 0;
  await db.position.updateMany({
    where: { organizationId: organization.id },
    data: { reviewBy: new Date(addDays(today, 1)) },
  });
  await requestConfirmations(viewer, { organization: slug });
  await db.position.updateMany({
    where: { organizationId: organization.id },
    data: { reviewBy: new Date(addDays(today, 300)) },
  });
  await work();
  expect(arrivedAt(signatory.email)).toEqual([]);
});
