/** Constants without zod, so that browser code can import them without the schemas. */
export const talkingPointKinds = ["line", "norm"] as const;
export const talkingPointStatuses = ["draft", "in_discussion", "usable", "cautioned", "retired"] as const;
export const audiences = ["officials", "public", "media", "members"] as const;
export const clauseKinds = ["key_message", "proof", "if_asked", "do_not_say", "ask"] as const;
export const versionChanges = ["material", "editorial"] as const;
/** In the order in which answers are always read; it is not a ranking. */
export const responses = ["endorse", "endorse_with_reservation", "stand_aside", "object"] as const;
export const endorsementKinds = ["signed_once", "given", "confirmed", "withdrawn"] as const;
export type EndorsementKind = (typeof endorsementKinds)[number];

export const usages = ["will_use", "will_not_contradict", "may_speak_against"] as const;

/** As comment forms sort remarks. */
export const commentKinds = ["general", "technical", "editorial"] as const;

export type Audience = (typeof audiences)[number];
export type TalkingPointStatus = (typeof talkingPointStatuses)[number];
export type ClauseKind = (typeof clauseKinds)[number];
export type VersionChange = (typeof versionChanges)[number];
export type EndorsementResponse = (typeof responses)[number];
export type Usage = (typeof usages)[number];
export type CommentKind = (typeof commentKinds)[number];

/** A longer text is suggested to be split, and the longest is refused beyond this. */
export const splitSuggestedAbove = 12;
export const clauseLimit = 40;

/** Working days within which an endorser contests that a change is editorial, and a dispute about the languages waits for a third reader. */
export const contestDays = 2;
export const disputeDays = 2;
/** Working days that a missing translation is given where nobody names a day. */
export const translationDays = 5;
/** Months after which a point is looked at again where nobody names a day. */
export const reviewMonths = 6;

export const titleCharacters = 120;
export const clauseCharacters = 1200;
export const questionCharacters = 300;
export const summaryCharacters = 300;
export const reasonCharacters = 2000;
export const reservationWordLimit = 150;

export const amendmentKinds = ["words", "new_clause", "drop", "move", "everywhere", "whole"] as const;
export const amendmentStates = [
  "draft",
  "open",
  "accepted",
  "accepted_with_changes",
  "not_accepted",
  "referred",
  "superseded",
  "withdrawn",
] as const;
export const handlings = ["accept", "accept_with_changes", "not_accept", "refer", "superseded_by"] as const;
export const amendmentFates = [
  "accepted",
  "accepted_with_changes",
  "not_accepted",
  "referred",
  "superseded",
  "withdrawn",
  "moved_along",
  "marked",
  "waiting",
] as const;

export type AmendmentKind = (typeof amendmentKinds)[number];
export type AmendmentState = (typeof amendmentStates)[number];
export type Handling = (typeof handlings)[number];
export type AmendmentFate = (typeof amendmentFates)[number];

export const amendmentSummaryCharacters = 80;
/** So many amendments are taken over at once. */
export const consolidationLimit = 200;
export const commentCharacters = 2000;
/** Minutes within which whoever wrote a comment changes its words; from then on a correction stands beside them. */
export const editMinutes = 15;
/** What a clause is to an organization, from what it can say to what it would leave over. */
export const clauseMarks = ["acceptable", "needs_change", "cannot_sign", "would_leave"] as const;
export type ClauseMark = (typeof clauseMarks)[number];
/** Marks of a clause from which on the night says one sentence of them to members. */
export const firstMarks = 6;

export const roundStates = ["planned", "running", "stopped", "passed"] as const;
export type RoundState = (typeof roundStates)[number];
/** What a lead does after a round was stopped. */
export const roundNextSteps = ["reword", "drop", "listed_names"] as const;
export type RoundNextStep = (typeof roundNextSteps)[number];
/** Working days that a no-objection round is open unless whoever opens it says otherwise, and the bounds of what they may say. */
export const roundDays = { usual: 5, least: 3, most: 30 } as const;
/** However the closing days and the clocks fall. */
export const shortestRoundHours = 72;
/** Days ahead for which a round can be planned. */
export const roundPlannedAhead = 180;
