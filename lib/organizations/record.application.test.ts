import { expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { sendApplicationLink } from "./jobs.application";
import { apply, confirmApplication } from "./write.application";
import { decideMembership } from "./write.membership";

const mails = vi.hoisted(() => [] as string[]);
vi.mock("@/lib/platform/mail/delivery", async (original) => ({
  ...(await original<object>()),
  deliver: async ({ text }: { text: string }) => void mails.push(text),
}));

async function applied(name: string, email: string) {
  await apply("192.0.2.1", {
    name: { en: name, fr: name },
    ...{ type: "other", province: "ON", workingLanguage: "en", mandate: { en: "Letters.", fr: "" } },
    ...{ contact: { name: "Imke Moses", email }, why: "To be heard.", language: "en" },
  });
  const { id } = await db.application.findFirstOrThrow({ where: { confirmedAt: null } });
  await sendApplicationLink({ application: id }, { job: { id: "1", created_at: new Date(), attempts: 1 } });
  await confirmApplication(/token=([\w-]+)/.exec(mails.at(-1) ?? "")?.[1] ?? "");
  return db.organization.findFirstOrThrow({ where: { application: { id } } });
}

const findFaults = () => db.$queryRaw<unknown[]>`SELECT * FROM find_row_faults()`;

test("whatever an application leaves, applied, confirmed, refused, taken back or admitted, is in the record", async () => {
  const convenes = await given.convener(await given.organization());
  const decide = async (who: { id: string }, slug: string, decision: "refuse" | "leave" | "return") =>
    decideMembership(await as(who), { slug, decision, reason: "So." });
  const { slug, contactId } = await applied("Muskeg Letters", "imke@muskeg.example");
  expect(await findFaults()).toEqual([]);
  const contact = { id: contactId ?? "" };
  await decide(convenes, slug, "refuse");
  await decide(contact, slug, "return");
  await decide(contact, slug, "leave");
  expect(await findFaults()).toEqual([]);
  await decide(contact, slug, "return");
  const admitted = await decideMembership(await as(convenes), { slug, decision: "admit", as: "member" });
  expect(admitted).toEqual({ slug: "muskeg-letters", status: "member" });
  // The same person, and the same name, once more.
  const again = await applied("Muskeg Letters", "imke@muskeg.example");
  await decideMembership(await as(convenes), { slug: again.slug, decision: "admit", as: "observer" });
  expect(await db.organization.findUniqueOrThrow({ where: { id: again.id } })).toMatchObject({
    slug: "muskeg-letters-2",
  });
  expect(await findFaults()).toEqual([]);
});
