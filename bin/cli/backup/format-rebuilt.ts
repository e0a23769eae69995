import type { Rebuilt } from "./rebuild";

function formatSeal({ sealedWith }: Rebuilt): string {
  if (!sealedWith) return "NOT SEALED: nothing shows that it was not changed";
  return sealedWith.demonstrationOnly ? "sealed with AUTH_SECRET" : `sealed with key ${sealedWith.id}`;
}

/** What was found whole, in one line. */
export function formatRebuilt(rebuilt: Rebuilt): string {
  const { tables, rows, heads } = rebuilt;
  const agreed = `heads kept outside that agree: ${heads.inFile} in the backup, ${heads.here} here`;
  return `${tables} tables, ${rows} rows, chain whole; ${agreed}; ${formatSeal(rebuilt)}`;
}
