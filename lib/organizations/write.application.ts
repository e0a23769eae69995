import "server-only";
import { randomInt } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import type { Application } from "@/lib/platform/generated/prisma/client";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import { record } from "./activity";
import { drawCode, slugOfApplication, suggestShort } from "./rules.naming";
import type { ApplyInput } from "./schema.application";

/**
 * Keeps what was typed and mails a link to the address in it. The answer is the same for everybody: it tells nobody who
 * has an account, who is a member, or who has applied before.
 */
export async function apply(address: string, { name, mandate, contact, website, ...input }: ApplyInput) {
  const { signInPerAddress: most } = env().rates;
  if (!(await consumeQuota({ name: "application", most, minutes: 60 }, clientKey(address))))
    throw new Refusal("TOO_MANY_REQUESTS", "tooManyApplications", { retryAfter: 3600 });
  await transact(async (tx) => {
    const { id } = await tx.application.create({
      data: {
        ...input,
        nameEn: name.en,
        nameFr: name.fr,
        mandateEn: mandate.en,
        mandateFr: mandate.fr,
        website: website ?? null,
        contactName: contact.name,
        contactEmail: contact.email,
        createdAt: await readClock(tx),
      },
      select: { id: true },
    });
    await enqueue(tx, "send_application_link", { application: id });
    await record(tx, "application.received", { personId: null, token: null }, `application/${id}`);
  });
  return { accepted: true as const };
}

/** Consumes the mailed link, once: the address is proved, and from now on the convener sees the application. */
export async function confirmApplication(token: string) {
  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<Application[]>`
      SELECT * FROM "Application" WHERE "tokenHash" = ${sha256(token)} AND "tokenExpiresAt" > now() FOR UPDATE`;
    if (!found) throw new Refusal("NOT_FOUND", "noSuchApplication");
    const now = await readClock(tx);
    const contact = await upsertContact(tx, found, now);
    const organization = await addOrganization(tx, found, contact, now);
    await tx.application.update({
      where: { id: found.id },
      data: { confirmedAt: now, organizationId: organization, tokenHash: null, tokenExpiresAt: null },
    });
    await record(tx, "organization.applied", { personId: contact, token: null }, `organization/${organization}`);
    return { confirmed: true as const, name: { en: found.nameEn, fr: found.nameFr } };
  });
}

/** The person of that address. Somebody who has an account keeps the name they gave themselves. */
async function upsertContact(tx: Tx, { contactEmail: email, contactName: name, language }: Application, now: Date) {
  const { id } = await tx.person.upsert({
    where: { email },
    update: {},
    create: { email, name, language, emailVerified: now },
    select: { id: true },
  });
  return id;
}

async function addOrganization(tx: Tx, from: Application, contactId: string, now: Date): Promise<string> {
  const taken = await tx.organization.findMany({ select: { code: true } });
  const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  const { nameEn, nameFr, type, province, workingLanguage, mandateEn, mandateFr, website } = from;
  const { id } = await tx.organization.create({
    data: {
      ...{ nameEn, nameFr, type, province, workingLanguage, mandateEn, mandateFr, website },
      slug: slugOfApplication(from.id),
      code: drawCode(new Set(taken.map((it) => it.code)), randomInt),
      shortEn: suggestShort(nameEn),
      shortFr: suggestShort(nameFr),
      // It has entered no sign-off rule yet.
      signOffRuleEn: "",
      signOffRuleFr: "",
      signOffKind: "delegated",
      signOffTypicalDays: 10,
      // In a demonstration nobody is real.
      fictional: network.kind === "demonstration",
      contactId,
      createdAt: now,
      representations: { create: { personId: contactId, since: now } },
      steps: { create: { number: 1, decision: "apply", at: now, to: "applied", actorId: contactId } },
    },
    select: { id: true },
  });
  return id;
}
