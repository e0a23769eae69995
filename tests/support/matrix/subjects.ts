/**
 * Who may do what, written by hand and apart from the policies: product.md in rows. `yes` is allowed, `no` is refused
 * (401 or 403), `-` is absent (404, or not in what is answered), a number is the answer that comes after authorization.
 */
export const subjects = [
  "visitor",
  "outsider",
  "applicant",
  "observer",
  "representative",
  "otherTheme",
  "notPublic",
  "signatory",
  "expired",
  "program",
  "oldSignIn",
  "other",
  "convener",
  "guest",
  "administrator",
  "rapporteur",
] as const;
export type Subject = (typeof subjects)[number];

/**
 * Who they are. A visitor has no account, an outsider has one and nothing else. Those of the organization itself:
 * who drafts; who signs on another theme; who signs, though not publicly; who signs; whose mandate is over; a program
 * with a signatory's token; a signatory whose sign-in is an hour old. `other` signs for another organization;
 * the rapporteur belongs to that one too, holds no mandate, and records an occasion that is on today.
 */
