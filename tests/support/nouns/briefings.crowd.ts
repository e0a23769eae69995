import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async ({ organization }) => {
  const built = buildBriefing({ host: organization, invited: [organization], at: new Date() });
  await insertBriefing(built);
  return { briefings: built.briefing.slug };
};
