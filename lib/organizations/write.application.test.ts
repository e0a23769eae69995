import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { as, given } from "@/tests/support/builders";
import { rest } from "@/tests/support/identities";
import { sendApplicationLink } from "./jobs.application";
import { listApplications } from "./read.application";
import { slugOfApplication } from "./rules.naming";
import type { ApplyInput } from "./schema.application";
import { apply, confirmApplication } from "./write.application";
import { decideMembership } from "./write.membership";

const mails = vi.hoisted(() => [] as { to: string; subject: string; text: string }[]);
vi.mock("@/lib/platform/mail/delivery", async (original) => ({
  ...(await original<object>()),
  deliver: async (mail: { to: string; subject: string; text: string }) => void mails.push(mail),
}));

const typed = (changes: Partial<ApplyInput> = {}): ApplyInput => ({
  name: { en: "Birch Bark Peace Circle", fr: "Cercle de paix Écorce de bouleau" },
  type: "peacebuilding",
  province: "MB",
  workingLanguage: "en",
  mandate: { en: "Listening first.", fr: "" },
  contact: { name: "Noor Whitebear", email: "noor@birch.example" },
  why: "To be heard.",
  language: "en",
  ...changes,
});

const job = { id: "1", created_at: new Date(), attempts: 1 };

/** Applies, and takes the link out of the mail as its reader would. */
async function applied(changes: Partial<ApplyInput> = {}) {
  await apply("10.0.0.1", typed(changes));
  const last = await db.application.findFirstOrThrow({ where: { confirmedAt: null }, orderBy: { createdAt: "desc" } });
  await sendApplicationLink({ application: last.id }, { job });
  const token = /token=([\w-]+)/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
  return { id: last.id, token };
}

let number = 0;
const someone = () => ({ name: "Noor Whitebear", email: `noor-${(++number).toString()}@birch.example` });

beforeEach(() => {
  mails.length = 0;
});

describe("an application", () => {
  it("is seen by nobody before its address is confirmed, and by the convener afterwards", async () => {
    const convener = await as(await given.convener(await given.organization()));
    const before = await listApplications(convener, { limit: 100 });
    const { token } = await applied({ contact: someone() });
    expect((await listApplications(convener, { limit: 100 })).total).toBe(before.total);
    expect(await db.organization.count({ where: { nameEn: "Birch Bark Peace Circle" } })).toBe(0);
    await confirmApplication(token);
    const after = await listApplications(convener, { limit: 100 });
    expect(after.total).toBe(before.total + 1);
    expect(after.items.at(-1)).toMatchObject({ name: { en: "Birch Bark Peace Circle" }, returning: false });
    const made = await db.organization.findUniqueOrThrow({
      where: { slug: after.items.at(-1)?.slug ?? "" },
      include: { steps: true, contact: true },
    });
    expect(made).toMatchObject({
      status: "applied",
      listing: "network",
      steps: [{ decision: "apply", to: "applied" }],
    });
    expect(made.contact?.email).toMatch(/@birch\.example$/);
    const contact = await as({ id: made.contactId ?? "" });
    expect(contact.representations).toMatchObject([{ slug: made.slug, status: "applied" }]);
    expect(contact.mandates).toEqual([]);
  });

  it("mails a neutral text: a link, and nothing of what was typed", async () => {
    await applied({ contact: someone(), language: "fr" });
    const [mail] = mails;
    expect(mail?.subject).toBe("Confirmez votre adresse");
    expect(mail?.text).toContain("/fr/organizations/apply/confirm?token=");
    for (const word of ["Birch", "Écorce", "Noor", "heard"])
      expect(`${mail?.subject} ${mail?.text}`).not.toContain(word);
  });

  it("keeps the token's hash alone, and never in the queue", async () => {
    const { id, token } = await applied({ contact: someone() });
    const row = await db.application.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(sha256(token));
    const jobs = await db.$queryRaw<{ payload: string }[]>`SELECT "payload"::text FROM graphile_worker._private_jobs`;
    expect(JSON.stringify(jobs)).not.toContain(token);
    expect(JSON.stringify(jobs)).not.toContain("birch.example");
  });

  it("is confirmed by one of twenty who race, and makes one organization", async () => {
    const contact = someone();
    const { token } = await applied({ contact, name: { en: "Race Cove Society", fr: "Société de l’anse" } });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => confirmApplication(token)));
    expect(tries.filter((it) => it.status === "fulfilled")).toHaveLength(1);
    expect(await db.organization.count({ where: { nameEn: "Race Cove Society" } })).toBe(1);
    expect(await db.person.count({ where: { email: contact.email } })).toBe(1);
  });

  it("cannot be confirmed by a link that is over, replayed or made up", async () => {
    const { id, token } = await applied({ contact: someone() });
    await db.application.update({ where: { id }, data: { tokenExpiresAt: new Date(Date.now() - 1000) } });
    await expect(confirmApplication(token)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirmApplication("a".repeat(43))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const second = await applied({ contact: someone() });
    await confirmApplication(second.token);
    await expect(confirmApplication(second.token)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of somebody who has an account keeps the name and the rights they have", async () => {
    const person = await given.person({ name: "Their Own Name" });
    const { token } = await applied({ contact: { name: "Typed Otherwise", email: person.email } });
    await confirmApplication(token);
    const after = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { representations: true } });
    expect(after).toMatchObject({ name: "Their Own Name", administrator: false });
    expect(after.representations).toHaveLength(1);
  });

  it("gets an address and a code of its own when it is admitted, however many have its name", async () => {
    const name = { en: "Twin Pines", fr: "Deux-Pins" };
    const convener = await as(await given.convener(await given.organization()));
    for (const contact of [someone(), someone(), someone()]) {
      const { id, token } = await applied({ name, contact });
      await confirmApplication(token);
      const slug = slugOfApplication(id);
      await decideMembership(convener, { slug, decision: "admit", as: "observer", reason: "" });
    }
    const rows = await db.organization.findMany({ where: { nameEn: "Twin Pines" }, orderBy: { slug: "asc" } });
    expect(rows.map((it) => it.slug)).toEqual(["twin-pines", "twin-pines-2", "twin-pines-3"]);
    expect(new Set(rows.map((it) => it.code)).size).toBe(3);
  });
});

describe("the form's door", () => {
  const send = (body: object) => rest("POST", "/organizations", { body });
  const answerOf = async (answer: Response) => [answer.status, await answer.text()];

  it("answers the same for an address with an account, one without, and a name that is there already", async () => {
    const account = await given.person();
    const taken = await given.organization({ nameEn: "Taken Lake", listing: "network" });
    const answers = [
      await send(typed({ contact: someone() })),
      await send(typed({ contact: { name: "A", email: account.email } })),
      await send(typed({ contact: someone(), name: { en: taken.nameEn, fr: taken.nameFr } })),
      await send(typed({ contact: someone() })),
    ];
    const notified = await Promise.all(answers.map(answerOf));
    expect(notified).toEqual(Array(4).fill([202, '{"accepted":true}']));
  });

  it("takes nothing but what the form asks: no status, no listing, no convener", async () => {
    for (const more of [
      { status: "member" },
      { listing: "public" },
      { fictional: false },
      { slug: "mine" },
      { id: "x" },
      { contactId: "x" },
      { confirmedAt: "2026-01-01T00:00:00Z" },
      { signOffKind: "vote" },
      { contact: { ...someone(), administrator: true } },
      { name: { en: "a", fr: "b", de: "c" } },
    ]) {
      const answer = await send({ ...typed({ contact: someone() }), ...more });
      expect([Object.keys(more), answer.status]).toEqual([Object.keys(more), 400]);
    }
  });

  it.each([
    ["name.en", { name: { en: " ", fr: "x" } }],
    ["name.fr", { name: { en: "x", fr: "" } }],
    ["name.en", { name: { en: "two\nlines", fr: "x" } }],
    ["name.en", { name: { en: "\u202eevil", fr: "x" } }],
    ["type", { type: "cult" }],
    ["province", { province: "ZZ" }],
    ["mandate.en", { mandate: { en: "", fr: "" } }],
    ["website", { website: "javascript:alert(1)" }],
    ["website", { website: "https://user:secret@example.org" }],
    ["contact.email", { contact: { name: "A", email: "nоor@birch.example" } }],
    ["contact.name", { contact: { name: "", email: "a@b.example" } }],
    ["why", { why: "" }],
  ])("names the field that does not fit: %s", async (field, changes) => {
    const answer = await send({ ...typed({ contact: someone() }), ...changes });
    const { errors } = (await answer.json()) as { errors: Record<string, string[]> };
    expect([answer.status, Object.keys(errors)]).toEqual([400, [field]]);
  });
});
