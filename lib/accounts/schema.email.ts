import { z } from "zod";
import { email } from "@/lib/platform/text/email-address";

const moment = z.iso.datetime();

/** Which of the two addresses speaks: the one to come, or the one that is there. */
export const sides = ["new", "old"] as const;
export type Side = (typeof sides)[number];

const confirmed = z.object({ new: z.boolean(), old: z.boolean() });

/** A change that waits for both addresses, as its person sees it. The same whoever else has an account. */
export const emailChange = z.object({
  id: z.uuid(),
  to: z.string(),
  confirmed,
  requestedAt: moment,
  expiresAt: moment,
});
export type EmailChange = z.output<typeof emailChange>;

export const emailChangeInput = z.strictObject({ email });
export const pendingChange = z.object({ change: emailChange.nullable() });
export const stoppedChange = z.object({ stopped: z.literal(true) });

// What does not look like a token answers as one that opens nothing.
export const changeLink = z.strictObject({ token: z.string().max(200) });

/** What a mailed link is for. The address that is there is told to nobody but itself: whoever reads the new one may be a stranger. */
export const openedChange = z.object({
  side: z.enum(sides),
  from: z.string().nullable(),
  to: z.string(),
  confirmed,
  expiresAt: moment,
});
export type OpenedChange = z.output<typeof openedChange>;

/** `ended`: the new address became somebody else's meanwhile, so nothing changed. */
export const confirmedChange = z.object({ state: z.enum(["waiting", "changed", "ended"]) });
