import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { startMailServer } from "@/tests/support/servers/mail-server";

const lost = "lost@mailbox.example";
const server = await startMailServer({ refused: lost, conduct: () => "laterAtData" });
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
const { notifyOfEmailReplaced } = await import("./jobs.operator-email");

afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

const notify = (email: string) =>
  notifyOfEmailReplaced({ email, language: "en" }, { job: { id: "1", created_at: new Date() } });

test("a mailbox that is closed for good needs no notice: its address stays in no queue; one that is only late is tried again", async () => {
  await expect(notify(lost)).resolves.toBeUndefined();
  await expect(notify("open@mailbox.example")).rejects.toThrow();
});
