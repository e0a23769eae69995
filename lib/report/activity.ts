import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { count, digest, recorded } from "@/lib/activity/schema";

/** What the record keeps of the report’s content. */
export const kinds = {
  "content.loaded": recorded({ digest, added: count, changed: count, removed: count }),
};

export const record = recorderOf(kinds);
