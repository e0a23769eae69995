import { z } from "zod";
import { authority } from "../mandates/schema.authority";

/** What this viewer may do now: the right, and nothing in its way. */
export const rights = z.object({
  /** Reads as one of the organization's own people. */
  own: z.boolean(),
  mayDraft: z.boolean(),
  maySubmit: z.boolean(),
  mayDiscard: z.boolean(),
  maySignOff: z.boolean(),
  mayReturn: z.boolean(),
  /** The standing text is due for reaffirmation. */
  mayConfirm: z.boolean(),
  mayWithdraw: z.boolean(),
  mayNarrow: z.boolean(),
  mayWiden: z.boolean(),
  mayMakePublic: z.boolean(),
  /** Whoever commits the organization signs in again first. */
  needsFreshSignIn: z.boolean(),
  /** The mandate a signature would be given under. */
  mandate: authority.nullable(),
});
export type Rights = z.output<typeof rights>;

/** Of what is only read: the past, and what is nobody's to change. */
export const noRights: Rights = {
  own: false,
  mayDraft: false,
  maySubmit: false,
  mayDiscard: false,
  maySignOff: false,
  mayReturn: false,
  mayConfirm: false,
  mayWithdraw: false,
  mayNarrow: false,
  mayWiden: false,
  mayMakePublic: false,
  needsFreshSignIn: false,
  mandate: null,
};
