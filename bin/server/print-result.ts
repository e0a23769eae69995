import { explainError } from "@/bin/host/user-error.mjs";
import { db } from "@/lib/platform/db/client";
import type { Loaded } from "../../prisma/seed/load-demonstration";
import type { TableChange } from "../../prisma/seed/sync-table";

/** Runs a command and prints the one line it answers; what went wrong goes to the other stream, and the code says so. */
export async function printResult(command: (args: string[]) => Promise<string>) {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${explainError(error)}\n`);
    process.exitCode = 1;
  } finally {
    await db.$disconnect();
  }
}

export function formatChange({ added, changed, removed }: TableChange): string {
  if (added + changed + removed === 0) return "the report is as its files say";
  return `the report: ${added} rows added, ${changed} changed, ${removed} removed`;
}

export function formatLoaded({ organizations, people, positions, drafts, studies }: Loaded): string {
  if (organizations + people + positions + drafts + studies === 0) return "the demonstration is there already";
  return `the demonstration: ${organizations} organizations, ${positions} positions, ${drafts} drafts`;
}
