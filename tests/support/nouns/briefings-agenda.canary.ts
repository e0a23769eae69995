import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { putOnAgenda } from "@/tests/support/build-agendas";
import { insertBriefing } from "@/tests/support/build-briefings";
import { inNetwork, type Observer, own } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const slug = "canary-agenda";

/** A meeting that the network reads, whose host left off what our organization proposed; and what our organization filed. */
async function plantForNetwork({ canaries, owner }: Planting) {
  const word = (column: string, readers: readonly Observer[] = inNetwork) => canaries.for(readers, "agenda", column);
  const host = await db.organization.findUniqueOrThrow({ where: { slug: "canary-convening" } });
  const built = buildBriefing({ host, invited: [host, owner], at: new Date(), slug });
  await insertBriefing(built);
  const texts = (of: string) => ({
    titleEn: word(`${of}-titleEn`),
    titleFr: word(`${of}-titleFr`),
    whyEn: word(`${of}-whyEn`),
    whyFr: word(`${of}-whyFr`),
  });
  const between = [...own, "convener"] as const;
  await putOnAgenda(built.briefing, [
    texts("item"),
    { ...texts("proposed"), number: null, proposedById: owner.id },
    {
      ...{ number: null, proposedById: owner.id, titleEn: word("declined-titleEn", between), titleFr: null },
      ...{ declinedAt: new Date(), declinedEn: word("declinedEn", between), declinedFr: word("declinedFr", between) },
    },
  ]);
  const key = { briefingId: built.briefing.id, organizationId: owner.id };
  await db.updateFiling.create({ data: { ...key, filedAt: new Date() } });
  const columns = ["whatEn", "whatFr", "whenEn", "whenFr", "contact", "helpEn", "helpFr"] as const;
  const line = Object.fromEntries(columns.map((column) => [column, word(`update-${column}`)]));
  await db.memberUpdate.create({ data: { ...key, number: 1, ...line } });
}

export const part: CanaryPart = {
  columns: {
    "AgendaItem.declinedEn": "planted",
    "AgendaItem.declinedFr": "planted",
    "AgendaItem.titleEn": "planted",
    "AgendaItem.titleFr": "planted",
    "AgendaItem.whyEn": "planted",
    "AgendaItem.whyFr": "planted",
    "MemberUpdate.contact": "planted",
    "MemberUpdate.helpEn": "planted",
    "MemberUpdate.helpFr": "planted",
    "MemberUpdate.whatEn": "planted",
    "MemberUpdate.whatFr": "planted",
    "MemberUpdate.whenEn": "planted",
    "MemberUpdate.whenFr": "planted",
  },
  addresses: {
    "briefings.agenda.get": () => [{ id: slug }, { id: slug, caucus: "true" }],
    "briefings.updates.list": () => [{ id: slug }],
    "briefings.updates.get": () => [{ id: slug, organization: "canary-owner" }],
    "briefings.updates.ofOrganization": ({ organizations }) => organizations.map((it) => ({ slug: it })),
  },
  plantForNetwork,
};
