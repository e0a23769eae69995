import { randomUUID } from "node:crypto";
import { dateLinkToken } from "@/lib/briefings/read.date-links";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async ({ organization }) => {
  const options = [{ wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" }];
  const built = buildBriefing({ host: organization, invited: [organization], options, at: new Date() });
  await insertBriefing(built);
  const id = randomUUID();
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) };
  const inviteeId = built.invitees[0]?.id ?? "";
  const tokenHash = sha256(dateLinkToken(id));
  await db.dateLink.create({ data: { id, inviteeId, tokenHash, address: "ally@crowd.example", ...times } });
  return { briefings: built.briefing.slug, "date-polls": dateLinkToken(id) };
};
