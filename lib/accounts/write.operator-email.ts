import "server-only";
import { z } from "zod";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { email } from "@/lib/platform/text/email-address";
import { readClock } from "@/lib/platform/time/clock";
import { record } from "./activity";
import { byHand, operator, requireAddress } from "./record.operator";
import { languageFor } from "./rules";

/** What ends with an address: whoever reads its mail now could have opened any of it. */
export type EmailReplacement = { sessions: number; tokens: number; invitations: number; passkeys: number };

const newAddress = z.strictObject({ to: email });

/**
 * Gives a person who lost their mailbox another address: the one they would confirm with is gone, so the operator vouches for
 * them. Without `confirmed` it only counts. Mandates, history and passkeys stay; the lost mailbox is told, in case it is not.
 */
export async function replaceEmail(given: string, wanted: string, confirmed: boolean): Promise<EmailReplacement> {
  const { to } = newAddress.parse({ to: wanted });
  const from = requireAddress(given);
  return transact(async (tx) => {
    const person = await tx.person.findUnique({ where: { email: from }, select: { id: true, language: true } });
    if (!person) throw new Refusal("NOT_FOUND", "noSuchPerson");
    if (to === from || (await tx.person.count({ where: { email: to } })) > 0)
      throw new Refusal("CONFLICT", "emailTaken");
    const personId = person.id;
    const now = await readClock(tx);
    const live = { personId, revokedAt: null, expiresAt: { gt: now } };
    const ends = {
      sessions: await tx.session.count({ where: { personId } }),
      tokens: await tx.accessToken.count({ where: live }),
      invitations: await tx.invitation.count({ where: { email: from } }),
      passkeys: await tx.passkey.count({ where: { personId } }),
    };
    if (!confirmed) return ends;
    // Nobody has shown yet that they read mail there: their first sign-in does.
    await tx.person.update({ where: { id: personId }, data: { email: to, emailVerified: null } });
    await tx.session.deleteMany({ where: { personId } });
    await tx.accessToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
    // Links on their way: to the lost mailbox, or made while the new address was nobody's.
    await tx.signInLink.deleteMany({ where: { email: { in: [from, to] } } });
    await tx.emailChange.deleteMany({ where: { personId } });
    // Accepting or confirming these makes a person of the lost address, for whoever reads its mail now.
    await tx.invitation.deleteMany({ where: { email: from } });
    await tx.application.deleteMany({ where: { contactEmail: from, confirmedAt: null } });
    await enqueue(tx, "send_email_replaced", { email: from, language: languageFor(person.language, "en") });
    const { sessions, tokens } = ends;
    await record(tx, "person.emailChanged", operator, `person/${personId}`, { ...byHand, sessions, tokens });
    return ends;
  });
}
