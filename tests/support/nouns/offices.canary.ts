import { db } from "@/lib/platform/db/client";
import { inNetwork, toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

async function plantForNetwork({ canaries, owner }: Planting) {
  const word = (column: string) => canaries.for(inNetwork, "office", column);
  const titles = { titleEn: word("titleEn"), titleFr: word("titleFr"), slug: word("slug") };
  const institution = { institution: word("institution"), institutionEn: word("institutionEn") };
  const more = { institutionFr: word("institutionFr"), functionEn: word("functionEn"), functionFr: word("functionFr") };
  const checked = { checkedById: owner.id, checkedOn: new Date("2026-01-01") };
  const holders = { create: { name: word("holderName"), firstOn: new Date("2026-01-01") } };
  const contactAddress = `${word("contactAddress")}@example.ca`;
  await db.office.create({ data: { ...titles, ...institution, ...more, ...checked, contactAddress, holders } });
}

export const part: CanaryPart = {
  columns: {
    "Office.contactAddress": "planted",
    "Office.functionEn": "planted",
    "Office.functionFr": "planted",
    "Office.institution": "planted",
    "Office.institutionEn": "planted",
    "Office.institutionFr": "planted",
    "Office.slug": "planted",
    "Office.titleEn": "planted",
    "Office.titleFr": "planted",
    "OfficeHolder.name": "planted",
  },
  addresses: { "offices.get": () => [{ slug: toWord("office", "slug") }] },
  plantForNetwork,
};
