import { z } from "zod";

/** Everything that the record can tell, by name. */
export const activityKinds = [
  "content.loaded",
  "demonstration.loaded",
  "demonstration.removed",
  "backup.restored",
  "position.drafted",
  "position.submitted",
  "position.returned",
  "position.discarded",
  "position.signedOnce",
  "position.signedOff",
  "position.confirmed",
  "position.confirmationRequested",
  "position.withdrawn",
  "position.visibilityChanged",
  "proposal.drafted",
  "proposal.proposed",
  "proposal.changed",
  "proposal.judged",
  "proposal.withdrawn",
  "proposal.opened",
  "proposal.merged",
  "proposal.declined",
  "proposition.reworded",
  "position.imported",
  "position.importUndone",
  "person.signedIn",
  "person.renamed",
  "person.emailChangeRequested",
  "person.emailConfirmed",
  "person.emailChanged",
  "person.emailChangeStopped",
  "session.ended",
  "token.created",
  "token.revoked",
  "network.changed",
  "passkey.added",
  "passkey.renamed",
  "passkey.removed",
  "passkey.used",
  "passkey.refused",
  "identityProvider.configured",
  "identityProvider.removed",
  "administrator.granted",
  "administrator.revoked",
  "convenerTerm.begun",
  "person.erased",
  "organization.applied",
  "organization.decided",
  "organization.changed",
  "convener.offered",
  "convener.answered",
  "convener.named",
  "rapporteur.named",
  "rapporteur.ended",
  "invitation.sent",
  "invitation.accepted",
  "invitation.revoked",
  "representation.ended",
  "representation.shown",
  "mandate.granted",
  "mandate.revoked",
  "mandate.requested",
  "study.imported",
  "study.removed",
  "reservation.joined",
  "reservation.joinedOnce",
  "reservation.left",
  "position.explained",
  "position.explainedOnce",
  "position.explanationWithdrawn",
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** Random ids, codes, numbers and digests; never a text, a name or an address. */
export type Facts = Record<string, string | number | boolean | null>;

/** Where the record had come to at some moment, as noted outside the database. */
export const keptHead = z.strictObject({
  at: z.iso.datetime(),
  rows: z.int().min(0),
  id: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** After these two, what was noted earlier speaks of another record. */
  occasion: z.enum(["daily", "backup", "restored", "begun anew"]),
});

export type KeptHead = z.output<typeof keptHead>;
export type Occasion = KeptHead["occasion"];
