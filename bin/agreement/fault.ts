/** What is wrong with what was given, where it stands. The command says it and ends with code 2. */
export class Fault extends Error {
  override readonly name = "Fault";
}

/** Lines and columns count from 1, as editors do; a column is a cell, not a character. */
export const faultAt = (file: string, { line, column }: { line: number; column: number }, what: string) =>
  new Fault(`${file}: line ${line}, column ${column}: ${what}`);
