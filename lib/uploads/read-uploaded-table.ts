import type { TableHead } from "../platform/files/table-head";
import { Refusal } from "../platform/http/refusal";
import { readUpload } from "./read-upload";
import { UploadFault } from "./reading-thread";
import { receiveTable, type UploadedTable } from "./sent-table";

type TableUpload = { by: string; bytes: Uint8Array; head: TableHead; mostRows: number };

/** The table in an uploaded file, CSV or XLSX. What cannot be read is refused with its reason and place. */
export const readUploadedTable = (upload: TableUpload) => read("table", upload);

/** The table in a workbook that was filled in. What is hidden in it, or leads elsewhere, is refused by its name. */
export const readUploadedForm = (upload: TableUpload) => read("form", upload);

async function read(kind: "table" | "form", upload: TableUpload): Promise<UploadedTable> {
  try {
    return receiveTable(await readUpload({ kind, ...upload }));
  } catch (error) {
    throw error instanceof UploadFault ? new Refusal("CONFLICT", error.reason, error.facts) : error;
  }
}
