import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { type BuiltBriefing, buildBriefing } from "../../prisma/seed/build-briefing";

/** The rows of a meeting, in the order in which they hold each other. */
export async function insertBriefing({ briefing, invitees, dates, steps }: BuiltBriefing) {
  await db.briefing.create({ data: briefing });
  await db.briefingInvitee.createMany({ data: invitees });
  await db.dateOption.createMany({ data: dates });
  await db.briefingStep.createMany({ data: steps });
}

/** An organization that hosts a meeting, another that is invited, and who acts for each. */
export async function briefingWorld(options: Partial<Omit<Parameters<typeof buildBriefing>[0], "host">> = {}) {
  const [host, other] = [await given.organization(), await given.organization()];
  const hosting = await as(await given.signatory(host));
  const invited = await as(await given.signatory(other));
  const built = buildBriefing({ host, invited: [host, other], at: new Date(), ...options });
  await insertBriefing(built);
  return { host, other, hosting, invited, ...built };
}
