import type { Loaded } from "../../prisma/seed/load-demonstration";
import type { TableChange } from "../../prisma/seed/sync-table";

export function formatChange({ added, changed, removed }: TableChange): string {
  if (added + changed + removed === 0) return "the report is as its files say";
  return `the report: ${added} rows added, ${changed} changed, ${removed} removed`;
}

export function formatLoaded(loaded: Loaded): string {
  if (Object.values(loaded).every((count) => count === 0)) return "the demonstration is there already";
  const { organizations, positions, drafts } = loaded;
  return `the demonstration: ${organizations} organizations, ${positions} positions, ${drafts} drafts`;
}
