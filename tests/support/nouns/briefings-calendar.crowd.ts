import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async () => {
  const link = randomBytes(16).toString("base64url");
  const { id: personId } = await given.person();
  await db.calendarFeed.create({ data: { personId, tokenHash: sha256(link), createdAt: new Date() } });
  return { calendar: `${link}.ics` };
};
