import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { stance } from "./schema";

const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

/** What an organization said of a proposition, with everything that qualifies it. */
export const stanceOn = z.object({
  propositionId: z.uuid(),
  organization: organizationName,
  stance,
  /** It was given for words that are no longer in force. */
  earlierWording: z.boolean(),
  reservation: pair.nullable(),
  joinedBy: z.array(organizationName),
  explanation: pair.nullable(),
});
export type StanceOn = z.output<typeof stanceOn>;
