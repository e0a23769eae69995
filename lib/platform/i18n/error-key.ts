/** Reasons whose text has a plainer key than the code that the REST contract gives: the code stays as callers know it. */
const keys: ReadonlyMap<string, string> = new Map([
  ["sayWhichVersion", "versionRequired"],
  ["noSuchPlace", "notFound"],
  ["cutShort", "bodyTruncated"],
  ["rightsEnded", "mandateEndedMeanwhile"],
  ["draftInTheWay", "draftExists"],
  ["wordsChanged", "wordingChanged"],
  ["sameWords", "sameWording"],
  ["holdsTheTerm", "convenerCannotLeave"],
]);

/** The key in `errors` under which the text of a reason stands. */
export const errorKeyOf = (reason: string) => keys.get(reason) ?? reason;
