import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import type { CrowdPart } from "@/tests/support/bulk-network";
import { officeRow } from "@/tests/support/office-row";

export const part: CrowdPart = async () => {
  const holders = { create: { name: "Somebody", firstOn: new Date("2026-01-01") } };
  const { slug } = await db.office.create({ data: { ...officeRow(`office-${randomUUID()}`), holders } });
  return { offices: slug };
};
