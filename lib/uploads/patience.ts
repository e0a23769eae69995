import type { UploadKind } from "./kinds";

/** Milliseconds that reading one file may take. */
export const patience: Readonly<Record<UploadKind, number>> = {
  table: 2_000,
  form: 2_000,
  docx: 2_000,
  paper: 2_000,
  statements: 2_000,
  companion: 2_000,
  // Fifty megabytes take three seconds where nothing else runs. Who may upload them, how often and how many at once is
  // asked before the first byte (`largeUploads`).
  votes: 15_000,
};
