import { describe } from "./agreement/describe";
import { InputError } from "./agreement/fault";
import { formatReport } from "./agreement/format-report";
import { readCommandOptions } from "./agreement/options";
import { makeProgress } from "./agreement/progress";

// Whoever reads only the beginning has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

/** Describes a file of votes or stances, without a database: for people as lines, for programs as JSON. */
async function main() {
  const choice = readCommandOptions(process.argv.slice(2));
  const progress = makeProgress((text) => process.stderr.write(text));
  const { report, comments } = await describe(choice, { progress });
  const text = choice.json ? JSON.stringify(report) : formatReport(report, comments.texts).join("\n");
  process.stdout.write(`${text}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
