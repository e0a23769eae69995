/** Everything that the record can tell, by name. */
export const activityKinds = [
  "content.loaded",
  "demonstration.loaded",
  "demonstration.removed",
  "position.drafted",
  "position.submitted",
  "position.returned",
  "position.discarded",
  "position.signedOff",
  "position.withdrawn",
  "position.visibilityChanged",
  "person.signedIn",
  "token.created",
  "token.revoked",
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** Random ids, codes, numbers and digests; never a text, a name or an address. */
export type Facts = Record<string, string | number | boolean | null>;
