import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { inNetwork, toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

/** A meeting with its place, and a step of it with a reason: all of it for the network. */
async function plantForNetwork({ canaries, owner }: Planting) {
  const word = (column: string) => canaries.for(inNetwork, "briefing", column);
  const built = buildBriefing({
    ...{ host: owner, invited: [owner], at: new Date(), slug: word("slug") },
    ...{ titleEn: word("titleEn"), titleFr: word("titleFr"), purposeEn: word("purposeEn") },
    ...{ purposeFr: word("purposeFr"), placeEn: word("placeEn"), placeFr: word("placeFr") },
  });
  await insertBriefing(built);
  const step = { briefingId: built.briefing.id, number: 2, kind: "changed" as const, at: new Date() };
  await db.briefingStep.create({
    data: { ...step, reasonEn: word("stepReasonEn"), reasonFr: word("stepReasonFr") },
  });
}

export const part: CanaryPart = {
  columns: {
    "Briefing.answersCloseWall": "kept",
    "Briefing.folded": "planted",
    "Briefing.placeEn": "planted",
    "Briefing.placeFr": "planted",
    "Briefing.purposeEn": "planted",
    "Briefing.purposeFr": "planted",
    "Briefing.slug": "planted",
    "Briefing.titleEn": "planted",
    "Briefing.titleFr": "planted",
    "Briefing.wallStart": "kept",
    "Briefing.zone": "kept",
    "Briefing.zoneVersion": "kept",
    "BriefingStep.reasonEn": "planted",
    "BriefingStep.reasonFr": "planted",
    "BriefingStep.wallStart": "kept",
  },
  addresses: { "briefings.get": () => [{ id: toWord("briefing", "slug") }] },
  plantForNetwork,
};
