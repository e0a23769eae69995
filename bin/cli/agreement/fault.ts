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
  participantColumnMissing: () => "there is no column “participant”.",
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
};

const valuesOf = { polis: "1, 0, -1", coalition: "1, 0.5, 0, -1" };

/** A fault found by the reader of votes, in words. */
export const formatFault = (file: string, { reason, spot, facts }: FileFault, scale: keyof typeof valuesOf = "polis") =>
  inputErrorAt(file, spot, sentences[reason]({ values: valuesOf[scale], ...facts }));
