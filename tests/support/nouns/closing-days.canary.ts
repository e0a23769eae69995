import { db } from "@/lib/platform/db/client";
import { inNetwork, type Observer } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

/** What was entered is for the network, and for whoever keeps it: an administrator who is in no organization sees it come. */
const readers: readonly Observer[] = [...inNetwork, "administrator"];

async function plantBefore({ canaries }: Planting) {
  const word = (column: string) => canaries.for(readers, "closing", column);
  const days = { firstOn: new Date("2027-09-01"), lastOn: new Date("2027-10-20") };
  await db.closingDay.create({ data: { ...days, kind: "caretaker", nameEn: word("nameEn"), nameFr: word("nameFr") } });
}

export const part: CanaryPart = {
  columns: {
    "ClosingDay.nameEn": "planted",
    "ClosingDay.nameFr": "planted",
    "ClosingDay.provinces": "kept",
  },
  plantBefore,
};
