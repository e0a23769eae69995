import type { AgreeSign } from "../math/file/convention";
import { readCompanion, readStatements } from "../math/file/statements";
import { packBallots } from "../math/polis/ballots";
import { readDocx } from "../platform/files/docx-read";
import { detectFileType } from "../platform/files/file-type";
import { readForm, readTable } from "./read-table";

type Bytes = { readonly bytes: Uint8Array };

/**
 * What can be read out of an uploaded file, by kind. Whoever reads a new kind of file adds its reader here: inputs and results
 * are plain data, since they cross between threads, and whatever is repeated in the file is counted as it is read.
 */
export const kinds = {
  table: readTable,
  /** A workbook that is filled in: nothing may be in it that its reader does not see. */
  form: readForm,
  /** A document for Word, with its tracked changes and its remarks. */
  docx: ({ bytes }: Bytes) => readDocx(bytes),
  /** A file that is kept as it is: only what it is gets told. */
  paper: ({ bytes }: Bytes) => detectFileType(bytes),
  /** The statements of a consultation, as Polis exports them. */
  statements: ({ bytes }: Bytes) => readStatements(bytes),
  /** What stands beside them: the summary, or a declaration in JSON. */
  companion: ({ bytes }: Bytes) => readCompanion(bytes),
  /** Its votes. */
  votes: ({ bytes, agree }: Bytes & { readonly agree: AgreeSign }) => packBallots(bytes, undefined, agree),
};

export type UploadKind = keyof typeof kinds;
export type UploadInput<Kind extends UploadKind> = Parameters<(typeof kinds)[Kind]>[0];
export type UploadResult<Kind extends UploadKind> = ReturnType<(typeof kinds)[Kind]>;
