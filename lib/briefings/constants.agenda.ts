// Without zod, so that browser code can import them without the schemas.

export const agendaKinds = [
  "approval",
  "recommendation",
  "point",
  "proposition",
  "message",
  "commitment",
  "free",
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** What can be put on an agenda; the others stay as they are where they stand on one. */
export const offeredKinds = ["approval", "recommendation", "point", "proposition", "free"] as const;
/** What an organization can propose: the minutes that are approved are the host's business. */
export const proposableKinds = ["recommendation", "point", "proposition", "free"] as const;
/** Those that speak of a thing which has an address of its own. */
export const thingKinds = ["recommendation", "point", "proposition"] as const;
export type ThingKind = (typeof thingKinds)[number];

export const itemOutcomes = ["open", "reached", "not_reached"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** Minutes of one item. */
export const itemMinutesLimit = 600;
/** What a new item is given until somebody says otherwise. */
export const usualMinutes = 15;
export const approvalMinutes = 5;
/** Items that one organization may have proposed for a meeting beside its agenda: those that wait, and those left off. */
export const proposalLimit = 10;

export const itemTitleCharacters = 160;
export const whyCharacters = 500;
export const declineCharacters = 500;

export const updateCharacters = 300;
export const contactCharacters = 160;
