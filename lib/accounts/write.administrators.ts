import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { record } from "./activity";
import { byHand, operator, requireAddress } from "./record.operator";

type Grant = { email: string; name: string | null; administrator: boolean };

/** Makes somebody an administrator, or ends that. On a new installation nobody is there yet: then they are written down first. */
export async function setAdministrator({ email: given, name, administrator }: Grant): Promise<string> {
  const email = requireAddress(given);
  return transact(async (tx) => {
    const found = await tx.person.findUnique({ where: { email }, select: { id: true, administrator: true } });
    if (!found && !administrator) throw new Refusal("NOT_FOUND", "noSuchPerson");
    if (found?.administrator === administrator)
      return administrator ? "This person administers already." : "Nothing to end.";
    const { id } = found
      ? await tx.person.update({ where: { id: found.id }, data: { administrator }, select: { id: true } })
      : await tx.person.create({ data: { email, name, administrator }, select: { id: true } });
    // What they may do changed: whoever holds an open browser of theirs signs in again.
    await tx.session.deleteMany({ where: { personId: id } });
    await record(
      tx,
      administrator ? "administrator.granted" : "administrator.revoked",
      operator,
      `person/${id}`,
      byHand,
    );
    return administrator ? `${email} administers this installation.` : `${email} no longer administers.`;
  });
}
