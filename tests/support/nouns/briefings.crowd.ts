import { randomUUID } from "node:crypto";
import { dateLinkToken } from "@/lib/briefings/read.date-links";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { putOnAgenda } from "@/tests/support/build-agendas";
import { insertBriefing } from "@/tests/support/build-briefings";
import { addPaperRow } from "@/tests/support/build-papers";
import type { CrowdPart } from "@/tests/support/bulk-network";

/** One meeting with something of everything: a date that is asked for, an item, an update, a paper, and a private link. */
export const part: CrowdPart = async ({ organization }) => {
  const options = [{ wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" }];
  const built = buildBriefing({ host: organization, invited: [organization], options, at: new Date() });
  await insertBriefing(built);
  await putOnAgenda(built.briefing, [{ leadId: organization.id }]);
  const key = { briefingId: built.briefing.id, organizationId: organization.id };
  await db.updateFiling.create({ data: { ...key, filedAt: new Date() } });
  await db.memberUpdate.create({ data: { ...key, number: 1, whatEn: "Circles in six towns" } });
  const { id: papers } = await addPaperRow(key);
  const inviteeId = built.invitees[0]?.id ?? "";
  await db.briefingAttendance.create({ data: { inviteeId, answer: "coming" } });
  const id = randomUUID();
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) };
  const tokenHash = sha256(dateLinkToken(id));
  await db.dateLink.create({ data: { id, inviteeId, tokenHash, address: "ally@crowd.example", ...times } });
  return { briefings: built.briefing.slug, papers, "date-polls": dateLinkToken(id) };
};
