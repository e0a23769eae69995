import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { count, digest, recorded } from "@/lib/activity/schema";

/** What the record keeps of consultations. */
export const kinds = {
  "study.imported": recorded({ participants: count, votes: count, statements: count, digest }),
  "study.removed": recorded({ digest }),
};

export const record = recorderOf(kinds);
