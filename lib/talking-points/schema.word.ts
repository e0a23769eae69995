import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { versionNumber } from "./schema.text";

export const wordInput = z.strictObject({
  id: slug,
  /** The version since which changes are tracked; silent, none are. */
  since: versionNumber.optional(),
  /** That of the reader when silent. */
  language: z.enum(["en", "fr"]).optional(),
  /** Every open amendment as a comment on its words. */
  comments: z.enum(["amendments"]).optional(),
});
export type WordInput = z.output<typeof wordInput>;
