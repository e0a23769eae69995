import { z } from "zod";
import { officeName } from "@/lib/offices/schema";
import { organizationName } from "@/lib/organizations/schema";

/** Members first, then those who read along; and the offices that are written to. */
export const invitable = z.object({ organizations: z.array(organizationName), offices: z.array(officeName) });
export type Invitable = z.output<typeof invitable>;
