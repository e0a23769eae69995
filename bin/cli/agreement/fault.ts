import type { FaultFacts, FaultReason, FileFault } from "@/lib/math/file/fault";

/** What is wrong with what was given, where it stands. The command says it and ends with code 2. */
export class InputError extends Error {
  override readonly name = "Fault";
}

/** Lines and columns count from 1, as editors do; a column is a cell, not a character. */
export const inputErrorAt = (file: string, { line, column }: { line: number; column: number }, what: string) =>
  new InputError(`${file}: line ${line}, column ${column}: ${what}`);

type FormatFault = (facts: FaultFacts) => string;

/** The command line speaks English. */
const sentences: Record<FaultReason, FormatFault> = {
  nothing: () => "there is nothing in this file.",
  columnWithoutName: () => "this column has no name.",
  columnTwice: ({ name, before }) => `“${name}” is the name of column ${before} already.`,
  participantColumnMissing: ({ found }) =>
    `there is no column “participant”. The columns expected are participant, group-id, n-comments, n-votes, n-agree, n-disagree, then one for each statement. Found: ${found}.`,
  cellTooMany: ({ columns }) => `only ${columns} columns have a name.`,
  lineEndsEarly: ({ columns }) => `the line ends before its ${columns} columns.`,
  quoteMisplaced: () => "a quotation mark is not where a cell ends.",
  notAVote: ({ said, statement, values }) =>
    `“${said}” for statement “${statement}” is not a vote: ${values} or nothing.`,
  participantWithoutId: () => "this participant has no id.",
  participantTwice: ({ participant, before }) => `participant “${participant}” stands in line ${before} already.`,
  noParticipant: () => "there is no participant.",
  noStatement: () => "there is no statement.",
  tooManyParticipants: ({ most }) => `there are more than ${most} participants.`,
  tooManyStatements: ({ most }) => `there are more than ${most} statements.`,
  otherExport: ({ name }) =>
    `this is ${name} of the export, and it holds no votes by participant. Choose participant-votes.csv (participants-votes.csv before 2024).`,
  signsTurned: ({ rows }) =>
    `the counts of ${rows} ${rows === 1 ? "row" : "rows"} fit only if the signs are turned. The file has -1 for agreement, as some exports of 2024 do.`,
  countsContradict: ({ agree, disagree, agrees, disagrees, rows }) =>
    `n-agree and n-disagree are ${agree} and ${disagree}, and the line holds ${agrees} and ${disagrees}. So in ${rows} ${rows === 1 ? "line" : "lines"}.`,
  conventionUnreadable: ({ said }) =>
    `the export declares its signs as “${said}”, which cannot be read. Expected: agree=+1;disagree=-1;pass=0.`,
  unreadable: () => "this cannot be read as separated values.",
  columnMissing: ({ name, found }) =>
    `there is no column “${name}”. The columns expected are comment-id, moderated and comment-body. Found: ${found}.`,
  idMissing: () => "this statement has no number.",
  twice: ({ id }) => `statement “${id}” is here twice.`,
  notModeration: () => "moderation is 1, 0 or -1.",
  notUtf8: () => "this is not UTF-8. Save the file as “CSV UTF-8”.",
  windows1252: () => "the file is in Windows-1252, not in UTF-8. Save it as “CSV UTF-8”, so that no accent is lost.",
  utf16: () => "the file says that it is UTF-16, and is damaged. Save it as “CSV UTF-8”.",
};

const valuesOf = { polis: "1, 0, -1", coalition: "1, 0.5, 0, -1" };

/** A fault found by the reader of votes, in words. */
export const formatFault = (file: string, { reason, spot, facts }: FileFault, scale: keyof typeof valuesOf = "polis") =>
  inputErrorAt(file, spot, sentences[reason]({ values: valuesOf[scale], ...facts }));
