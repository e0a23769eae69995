import { afterAll, afterEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { changeProposal, propose } from "@/lib/proposals/write";
import { declineProposal } from "@/lib/proposals/write.decisions";
import type { Viewer } from "@/lib/viewer/schema";
import { proposalWorld } from "@/tests/support/proposal-world";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { workQueue } = await import("./queue");

afterEach(() => {
  server.arrived.length = 0;
});
afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

/** Every mail that waits. */
async function work() {
  const queue = await workQueue({ pollInterval: 25, concurrency: 3, onLost: () => undefined });
  const waiting = () => db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs`;
  await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(0);
  await queue.stop();
}

const emailOf = async ({ personId }: Viewer) =>
  (await db.person.findUniqueOrThrow({ where: { id: personId ?? "" } })).email;
/** A mail as it is read: lines that were folded on the way are whole again. */
const read = ({ raw }: { raw: string }) => raw.replace(/=\r?\n/g, "");
const mailsTo = (email: string) =>
  server.arrived.filter(({ to }) => to === email).map((mail) => ({ subject: mail.subject, text: read(mail) }));

test("the convener is told that something waits, its author that there is an answer, and the mails say no more", async () => {
  const { author, convener, other, input } = await proposalWorld();
  await db.person.update({ where: { id: author.personId ?? "" }, data: { language: "fr" } });
  const asked = input();
  const id = await propose(author, asked);
  await work();
  expect(server.arrived.map(({ to }) => to)).toContain(await emailOf(convener));
  await declineProposal(convener, { id, expected: 1, answer: "The harbour is frozen." });
  await work();

  const [arrived] = mailsTo(await emailOf(convener));
  const [answered] = mailsTo(await emailOf(author));
  expect(arrived?.subject).toBe("Something waits for you");
  expect(arrived?.text).toContain(`/en/propositions/proposals/${id}`);
  expect(answered?.text).toContain(`/fr/propositions/proposals/${id}`);
  expect(mailsTo(await emailOf(other))).toEqual([]);
  const organization = await db.organization.findUniqueOrThrow({ where: { slug: asked.organization } });
  const said = [asked.title.en, asked.title.fr, asked.statement.en, asked.statement.fr, "The harbour is frozen."];
  for (const secret of [...said, organization.slug, organization.nameEn, organization.shortEn, "declined", "écartée"]) {
    for (const mail of server.arrived) expect(read(mail)).not.toContain(secret);
  }
});

test("a draft and a change at home tell nobody anything", async () => {
  const { author, input } = await proposalWorld();
  const id = await propose(author, input("equal", false));
  const { organization: _, ...words } = input();
  await changeProposal(author, { id, ...words, send: false }, 1);
  await work();
  expect(server.arrived).toEqual([]);
});
