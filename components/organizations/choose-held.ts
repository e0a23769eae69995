import { z } from "zod";
import { readOn } from "@/components/positions/on";
import { type Query, readChoices, writeAddress } from "@/lib/platform/address";
import { prose } from "@/lib/platform/text";
import { positionSorts, stances } from "@/lib/positions/schema";

/** What the address may ask for of the positions of one organization. */
const held = {
  q: prose(100).optional(),
  stance: z.enum(stances).optional(),
  sort: z.enum(positionSorts).optional(),
  cursor: z.string().max(200).optional(),
};

export type HeldChoice = ReturnType<typeof readHeld>;

export const readHeld = (query: Query) => ({ ...readChoices(held, query), on: readOn(query.on) });

/** The page of an organization with these choices. */
export const organizationHref = (slug: string, choice: Partial<HeldChoice>) =>
  writeAddress(`/organizations/${slug}`, choice);
