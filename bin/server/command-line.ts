import { ZodError } from "zod";
import { explainError, UserError } from "@/bin/host/user-error.mjs";
import { db } from "@/lib/platform/db/client";
import { ConfigurationError } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/http/refusal";
import { errorKeyOf } from "@/lib/platform/i18n/error-key";
import { translatorIn } from "@/lib/platform/i18n/translator";

const isUsageError = (error: unknown) => String((error as { code?: string }).code).startsWith("ERR_PARSE_ARGS");

async function explain(error: unknown, usage: string): Promise<string> {
  if (isUsageError(error)) return usage;
  if (error instanceof ConfigurationError) return error.message;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join(".") || "input"}: ${issue?.message ?? "does not fit"}`;
  }
  return error instanceof Refusal ? formatRefusal(error) : explainError(error);
}

/** In the sentences of the product, numbers and plurals included. */
async function formatRefusal({ reason, facts }: Refusal): Promise<string> {
  const t = await translatorIn("en");
  const key = `errors.${errorKeyOf(reason)}` as Parameters<typeof t>[0];
  const values = Object.entries(facts).filter((pair): pair is [string, string | number] => pair[1] !== null);
  return t.has(key) ? t(key, Object.fromEntries(values)) : reason;
}

/** A file that is wrong at some line is not a command that went wrong: programs tell the two apart by the code. */
const codeFor = (error: unknown) => (error instanceof Refusal && error.facts.line !== undefined ? 2 : 1);

/**
 * Runs one of the commands: its answer on stdout and nothing else, errors on stderr with a code that is not 0. The usage
 * answers `--help`; it is also the error when the arguments cannot be read or the command answers null.
 */
export async function runCommandLine(usage: string, run: (args: string[]) => Promise<string | null>) {
  const args = process.argv.slice(2);
  try {
    const help = args.includes("--help") || args.includes("-h");
    const answer = help ? usage : await run(args);
    if (answer === null) throw new UserError(usage);
    process.stdout.write(`${answer}\n`);
  } catch (error) {
    process.stderr.write(`${await explain(error, usage)}\n`);
    process.exitCode = codeFor(error);
  }
  // With a wrong configuration there is no database to disconnect from, and the error was printed above.
  await Promise.resolve()
    .then(() => db.$disconnect())
    .catch(() => undefined);
}
