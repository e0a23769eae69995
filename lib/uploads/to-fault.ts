import { FileFault } from "../math/file/fault";
import { DocxFault } from "../platform/files/docx-fault";
import { FileTypeFault } from "../platform/files/file-type";
import { UnreadableText } from "../platform/files/read-csv";
import { fileLimits, OverLimit } from "../platform/files/tally";
import { OutsideContent } from "../platform/files/xlsx-outside";
import { NotAnArchive } from "../platform/files/zip";
import type { UploadFaultFacts } from "./messages";
import { NotATable } from "./read-table";

/** Where it is, as the messages say it: in a sheet by its name, or in a file that has no sheets. */
const locateIn = (sheet: string | null) => (sheet === null ? { kind: "text" } : { kind: "sheet", sheet });

const limitOf = {
  rowsOverLimit: fileLimits.rows,
  cellsOverLimit: fileLimits.cells,
  lettersOverLimit: fileLimits.letters,
  elementsOverLimit: fileLimits.elements,
};

/** What a reader found wrong with a file, as a reason with its place; null for any other error. */
export function toFault(error: unknown): UploadFaultFacts | null {
  if (error instanceof OverLimit) {
    const { sheet, line, column } = error.at;
    return { reason: error.reason, facts: { line, column, most: limitOf[error.reason], ...locateIn(sheet) } };
  }
  if (error instanceof DocxFault) return { reason: error.reason, facts: { ...error.place } };
  if (error instanceof FileTypeFault) return { reason: error.reason, facts: error.facts };
  if (error instanceof UnreadableText) {
    const { reason, line, column } = error.fault;
    return { reason, facts: { line, column, ...locateIn(null) } };
  }
  if (error instanceof NotAnArchive) return { reason: error.reason, facts: {} };
  if (error instanceof NotATable) return { reason: error.reason, facts: {} };
  if (error instanceof OutsideContent) return { reason: error.reason, facts: error.facts };
  if (error instanceof FileFault) return { reason: error.reason, facts: { ...error.facts, ...error.spot } };
  return null;
}
