/** What can be wrong with the files of a consultation, by code, so that it can be said in any language. */
export type FaultReason =
  | "nothing"
  | "columnWithoutName"
  | "columnTwice"
  | "participantColumnMissing"
  | "cellTooMany"
  | "lineEndsEarly"
  | "quoteMisplaced"
  | "notAVote"
  | "participantWithoutId"
  | "participantTwice"
  | "noParticipant"
  | "noStatement"
  | "tooManyParticipants"
  | "tooManyStatements"
  | "otherExport"
  | "signsTurned"
  | "countsContradict"
  | "conventionUnreadable"
  | "unreadable"
  | "columnMissing"
  | "idMissing"
  | "twice"
  | "notModeration"
  | "notUtf8"
  | "windows1252"
  | "utf16";

/** Lines and columns count from 1, as editors do; a column is a cell, not a character. */
type CellAddress = { readonly line: number; readonly column: number };

export type FaultFacts = Readonly<Record<string, string | number>>;

/** A file that cannot be read as votes, with the first place where that shows. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  constructor(
    readonly reason: FaultReason,
    readonly spot: CellAddress,
    readonly facts: FaultFacts = {},
  ) {
    super(`${reason} in line ${spot.line}, column ${spot.column}`);
  }
}
