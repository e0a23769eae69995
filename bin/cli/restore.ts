import { parseArgs } from "node:util";
import { UserError } from "@/bin/host/user-error.mjs";
import { printResult } from "@/bin/server/print-result";
import { finishRestore } from "./backup/after-restore";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { rebuild } from "./backup/rebuild";

const usage = "Say which file: `npm run -s restore -- FILE [--without-jobs]`. The database has to be empty.";

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { "without-jobs": { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file: resolveUserPath(file), withoutJobs: values["without-jobs"] };
  } catch {
    // Said below, like everything that cannot be understood.
  }
  throw new UserError(usage);
}

await printResult(async (args) => {
  const { file, withoutJobs } = readArguments(args);
  const rebuilt = await rebuild(file, findConfiguredTarget(), { withoutJobs });
  await finishRestore(rebuilt);
  const { tables, rows, jobs, opening } = rebuilt;
  return [
    `${tables} tables, ${rows} rows, chain whole; jobs that wait for the worker: ${jobs}`,
    `Everyone signs in again. Tokens and mandates are as on ${opening.takenAt}: what was ended since then has to be ended anew.`,
  ].join("\n");
});
