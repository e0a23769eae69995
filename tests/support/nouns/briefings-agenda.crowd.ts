import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { putOnAgenda } from "@/tests/support/build-agendas";
import { insertBriefing } from "@/tests/support/build-briefings";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async ({ organization }) => {
  const built = buildBriefing({ host: organization, invited: [organization], at: new Date() });
  await insertBriefing(built);
  await putOnAgenda(built.briefing, [{ leadId: organization.id }]);
  const key = { briefingId: built.briefing.id, organizationId: organization.id };
  await db.updateFiling.create({ data: { ...key, filedAt: new Date() } });
  await db.memberUpdate.create({ data: { ...key, number: 1, whatEn: "Circles in six towns" } });
  return { briefings: built.briefing.slug };
};
