import { explain } from "@/bin/steps/halt.mjs";
import { db } from "@/lib/platform/db";
import type { Change } from "./follow";
import type { Loaded } from "./load-demonstration";

/** Runs a command and prints the one line it answers; what went wrong goes to the other stream, and the code says so. */
export async function tell(command: (args: string[]) => Promise<string>) {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  } finally {
    await db.$disconnect();
  }
}

export function sayChange({ added, changed, removed }: Change): string {
  if (added + changed + removed === 0) return "the report is as its files say";
  return `the report: ${added} rows added, ${changed} changed, ${removed} removed`;
}

export function sayLoaded({ organizations, people, positions, drafts, studies }: Loaded): string {
  if (organizations + people + positions + drafts + studies === 0) return "the demonstration is there already";
  return `the demonstration: ${organizations} organizations, ${positions} positions, ${drafts} drafts`;
}
