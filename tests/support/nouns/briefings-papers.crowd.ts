import { insertBriefing } from "@/tests/support/build-briefings";
import { addPaperRow } from "@/tests/support/build-papers";
import type { CrowdPart } from "@/tests/support/bulk-network";
import { buildBriefing } from "../../../prisma/seed/build-briefing";

export const part: CrowdPart = async ({ organization }) => {
  const built = buildBriefing({ host: organization, invited: [organization], at: new Date() });
  await insertBriefing(built);
  const { id } = await addPaperRow({ briefingId: built.briefing.id, organizationId: organization.id });
  return { briefings: built.briefing.slug, papers: id };
};
