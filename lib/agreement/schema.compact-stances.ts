import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay, type Stance } from "@/lib/positions/schema";
import { assessed } from "./schema";

/** What one organization is to one proposition, in a letter. */
export const stanceLetters: Record<Stance | "not_recorded" | "not_shown", string> = {
  support: "s",
  support_with_reservation: "r",
  undecided: "u",
  stand_aside: "a",
  oppose: "o",
  no_mandate: "m",
  not_recorded: "n",
  /** Where some are hidden every blank bears this one: nobody is to read who is hidden and who is silent. */
  not_shown: "h",
};

export const compactStancesInput = z.strictObject({ theme: slug.optional(), asOf: asOfDay.optional() });
export type CompactStancesInput = z.output<typeof compactStancesInput>;

export const compactStances = z.object({
  propositions: z.array(
    assessed.pick({ slug: true, number: true, title: true, theme: true, notShown: true }).extend({
      letters: z.string().describe("One for each organization, in their order: s r u a o m, n none, h not shown"),
    }),
  ),
  organizations: z.array(organizationName.omit({ name: true })),
  asOf: z.iso.date().nullable(),
});
export type CompactStances = z.output<typeof compactStances>;
