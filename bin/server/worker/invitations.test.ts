import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import PostalMime from "postal-mime";
import { afterAll, expect, test } from "vitest";
import { leaveInvitations } from "@/lib/briefings/write.invitations";
import { cancelBriefing, moveBriefing } from "@/lib/briefings/write.meeting-time";
import { db, transact } from "@/lib/platform/db/client";
import { briefingWorld } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import { officeRow } from "@/tests/support/office-row";
import { readCalendar } from "@/tests/support/read-calendar";
import { type Arrived, type Conduct, startMailServer } from "@/tests/support/servers/mail-server";

const root = path.resolve(import.meta.dirname, "../../..");

let turn = 0;
/** Every third attempt fails, each time in another way; the last has taken the mail and hangs up. */
const failures: Conduct[] = ["laterAtSender", "laterAtRecipient", "laterAtData", "hangUp", "takeAndHangUp"];
const server = await startMailServer({
  conduct: () => (++turn % 3 === 0 ? (failures[(turn / 3) % failures.length] ?? "take") : "take"),
});
const running = new Set<ChildProcess>();

async function startWorker() {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "bin/server/worker.ts"], {
    ...{ cwd: root, env: { ...process.env, SMTP_URL: server.url, LOG_LEVEL: "info" } },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain("worker ready");
  return child;
}

const left = async () => {
  // Whoever failed waits ever longer: here nobody has that long.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET "run_at" = now() WHERE "attempts" > 0 AND "locked_at" IS NULL`;
  return (await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE "attempts" < "max_attempts"`).length;
};
const idle = () => expect.poll(left, { timeout: 90_000, interval: 100 }).toBe(0);

afterAll(async () => {
  for (const child of running) child.kill("SIGTERM");
  await Promise.all([...running].map((child) => once(child, "exit")));
  await server.close();
  await db.$disconnect();
});

/** A mail as a reader that is not ours takes it apart. */
async function open(mail: Arrived) {
  const parsed = await PostalMime.parse(mail.raw);
  const parts = parsed.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
  const decode = (content: ArrayBuffer | string | Uint8Array) =>
    typeof content === "string" ? content : new TextDecoder().decode(content);
  return {
    parsed,
    calendars: parts.map((it) => ({
      method: it.method,
      file: readCalendar(decode(it.content)),
      text: decode(it.content),
    })),
  };
}

/** Every mailbox by what it shows: the same number twice is one mail. */
const shownTo = (address: string) => {
  const mails = server.arrived.filter(({ to }) => to === address);
  return [...new Map(mails.map((it) => [it.messageId, it])).values()];
};

test("invited, moved and cancelled, each mailbox has each once, while a third of attempts fail and workers are killed", {
  timeout: 240_000,
}, async () => {
  const office = await db.office.create({
    data: { ...officeRow("calendar-office"), contactAddress: "office@test.example" },
  });
  const { hosting, other, briefing } = await briefingWorld({
    ...{ wallStart: "2031-12-16T09:00", zone: "America/Vancouver", offices: [office] },
    ...{ titleEn: "Secretword", titleFr: "Motsecret", placeEn: "Secretplace", purposeEn: "Secretpurpose" },
  });
  const people = await Promise.all(Array.from({ length: 8 }, () => given.representative(other)));
  const bystander = await given.memberOf(other);
  await db.person.update({
    where: { id: people[0]?.id ?? "" },
    data: { language: "fr", timeZone: "America/St_Johns" },
  });
  const [first, second] = await Promise.all([startWorker(), startWorker()]);

  await transact((tx) => leaveInvitations(tx, briefing.id));
  await transact((tx) => leaveInvitations(tx, briefing.id));
  await expect.poll(() => server.arrived.length, { timeout: 30_000 }).toBeGreaterThan(2);
  first?.kill("SIGKILL");
  await startWorker();
  await idle();
  await moveBriefing(hosting, { id: briefing.slug, wallStart: "2028-12-13T10:00" }, 1);
  await expect.poll(() => server.arrived.length, { timeout: 30_000 }).toBeGreaterThan(13);
  second?.kill("SIGKILL");
  await idle();
  await cancelBriefing(hosting, { id: briefing.slug, reason: { en: "Secretreason" } }, 2);
  await idle();

  const invited = [...people.map(({ email }) => email), "office@test.example"];
  const hosts = await db.mandate.findMany({
    where: { organizationId: briefing.hostId },
    select: { person: { select: { email: true } } },
  });
  expect(shownTo(bystander.email)).toEqual([]);
  for (const address of [...invited, ...hosts.map((it) => it.person.email)]) {
    const opened = await Promise.all(shownTo(address).map(open));
    expect(opened.map((it) => it.calendars[0]?.file.method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    expect(opened.map((it) => it.calendars[0]?.file.events[0]?.sequence)).toEqual([1, 2, 4]);
    expect(new Set(opened.map((it) => it.calendars[0]?.file.events[0]?.uid)).size).toBe(1);
    expect(opened.map((it) => it.calendars[0]?.file.events[0]?.status)).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "CANCELLED",
    ]);
    expect(opened.map((it) => it.calendars[0]?.file.events[0]?.starts)).toMatchObject([
      { instant: "2031-12-16T16:00:00.000Z", tzid: "America/Vancouver" },
      { instant: "2028-12-13T17:00:00.000Z" },
      { instant: "2028-12-13T17:00:00.000Z" },
    ]);
    for (const { parsed, calendars } of opened) {
      expect(parsed.to?.map((it) => it.address)).toEqual([address]);
      expect(calendars.length).toBeGreaterThan(0);
      for (const { method, file, text } of calendars) {
        if (method) expect(method).toBe(file.method);
        expect(file.events).toHaveLength(1);
        expect(file.events[0]?.attendees.map((it) => it.address)).toEqual([address]);
        expect(text).not.toContain("ecret");
      }
      for (const words of [parsed.subject, parsed.text]) expect(words).not.toContain("ecret");
    }
  }
  expect(server.attempts.count).toBeGreaterThan(server.arrived.length);
  const rows = await db.briefingMail.findMany({ where: { briefingId: briefing.id } });
  expect(rows.every(({ sentAt }) => sentAt !== null)).toBe(true);
});
