import { db } from "@/lib/platform/db/client";
import type { RequestSpecs } from "@/tests/support/matrix/cells";
import { officeRow } from "@/tests/support/office-row";

const shared = db.office.create({ data: officeRow("matrix-office") });

export const part: RequestSpecs = {
  "offices.list network": async () => {
    const { slug } = await shared;
    return { sees: (_, text) => text.includes(`"${slug}"`) };
  },
};
