import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { errorKeyOf } from "@/lib/platform/i18n/error-key";
import { messagesIn } from "@/lib/platform/i18n/messages";

async function explain(error: unknown, usage: string): Promise<string> {
  if (error instanceof Refusal) {
    const { errors } = await messagesIn("en");
    const text = Object.entries(errors).find(([reason]) => reason === errorKeyOf(error.reason))?.[1];
    return typeof text === "string" ? fill(text, error.facts) : error.reason;
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code?.startsWith("ERR_PARSE_ARGS")) return usage;
  return (message ?? String(error)).trim().split("\n").at(-1) ?? "failed";
}

const fill = (told: string, facts: Refusal["facts"]) =>
  told.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** A file that is wrong in a place is not a command that went wrong: programs tell the two apart by the code. */
const codeFor = (error: unknown) => (error instanceof Refusal && error.facts.line !== undefined ? 2 : 1);

/** Runs what was asked at the command line: its answer on stdout and nothing else, why not on stderr. Null shows the usage. */
export async function runCommandLine(usage: string, run: (args: string[]) => Promise<string | null>) {
  const args = process.argv.slice(2);
  try {
    const help = args.includes("--help") || args.includes("-h");
    const answer = help ? usage : await run(args);
    if (answer === null) throw Object.assign(new Error("usage"), { code: "ERR_PARSE_ARGS" });
    process.stdout.write(`${answer}\n`);
  } catch (error) {
    process.stderr.write(`${await explain(error, usage)}\n`);
    process.exitCode = codeFor(error);
  }
  await Promise.resolve()
    .then(() => db.$disconnect())
    .catch(() => undefined);
}
