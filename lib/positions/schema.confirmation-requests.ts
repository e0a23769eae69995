import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";

export const confirmationRequestInput = z.strictObject({ organization: slug });
export type ConfirmationRequestInput = z.output<typeof confirmationRequestInput>;

export const confirmationRequest = z.object({
  /** Who was asked, now or before, and to confirm how many. */
  pending: z.array(z.object({ signatory: z.string().nullable(), positions: z.number().int() })),
  /** Due, and with nobody who could confirm them. */
  withoutSignatory: z.number().int(),
});
export type ConfirmationRequest = z.output<typeof confirmationRequest>;
