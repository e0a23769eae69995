import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { finishRestore } from "./backup/after-restore";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { rebuild } from "./backup/rebuild";

const usage = "Say which file: `npm run -s restore -- FILE [--without-jobs]`. The database has to be empty.";

await runCommandLine(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "without-jobs": { type: "boolean", default: false } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) return null;
  const rebuilt = await rebuild(resolveUserPath(file), findConfiguredTarget(), { withoutJobs: values["without-jobs"] });
  await finishRestore(rebuilt);
  const { tables, rows, jobs, opening } = rebuilt;
  return [
    `${tables} tables, ${rows} rows, chain whole; jobs that wait for the worker: ${jobs}`,
    `Everyone signs in again. Tokens and mandates are as on ${opening.takenAt}: what was ended since then has to be ended anew.`,
  ].join("\n");
});
