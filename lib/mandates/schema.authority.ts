import { z } from "zod";

/** On whose authority somebody acted: the mandate as it was at that moment. */
export const authority = z.object({
  authorizedBy: z.string(),
  instrument: z.string(),
  instrumentDate: z.iso.date(),
  /** By the person who acts under it, as only an organization of one may. */
  selfAuthorized: z.boolean(),
});
export type Authority = z.output<typeof authority>;
